package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * The {@link Order} that the AWS SDK's enhanced client maps.
 */
@NullUnmarked
@DynamoDbBean
public class OrderBean {

	private String customerId;

	private String orderId;

	private String status;

	private String placedAt;

	private BigDecimal total;

	private String currency;

	private int revision;

	private double weight;

	private boolean paid;

	private boolean gift;

	private Set<String> tags;

	private AddressBean address;

	private List<LineBean> lines;

	private String note;

	private long expiresAt;

	@DynamoDbPartitionKey
	public String getCustomerId() {
		return this.customerId;
	}

	public void setCustomerId(String customerId) {
		this.customerId = customerId;
	}

	@DynamoDbSortKey
	public String getOrderId() {
		return this.orderId;
	}

	public void setOrderId(String orderId) {
		this.orderId = orderId;
	}

	public String getStatus() {
		return this.status;
	}

	public void setStatus(String status) {
		this.status = status;
	}

	public String getPlacedAt() {
		return this.placedAt;
	}

	public void setPlacedAt(String placedAt) {
		this.placedAt = placedAt;
	}

	public BigDecimal getTotal() {
		return this.total;
	}

	public void setTotal(BigDecimal total) {
		this.total = total;
	}

	public String getCurrency() {
		return this.currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public int getRevision() {
		return this.revision;
	}

	public void setRevision(int revision) {
		this.revision = revision;
	}

	public double getWeight() {
		return this.weight;
	}

	public void setWeight(double weight) {
		this.weight = weight;
	}

	public boolean isPaid() {
		return this.paid;
	}

	public void setPaid(boolean paid) {
		this.paid = paid;
	}

	public boolean isGift() {
		return this.gift;
	}

	public void setGift(boolean gift) {
		this.gift = gift;
	}

	public Set<String> getTags() {
		return this.tags;
	}

	public void setTags(Set<String> tags) {
		this.tags = tags;
	}

	public AddressBean getAddress() {
		return this.address;
	}

	public void setAddress(AddressBean address) {
		this.address = address;
	}

	public List<LineBean> getLines() {
		return this.lines;
	}

	public void setLines(List<LineBean> lines) {
		this.lines = lines;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public long getExpiresAt() {
		return this.expiresAt;
	}

	public void setExpiresAt(long expiresAt) {
		this.expiresAt = expiresAt;
	}

	static OrderBean of(Order order) {
		OrderBean bean = new OrderBean();
		bean.setCustomerId(order.customerId());
		bean.setOrderId(order.orderId());
		bean.setStatus(order.status());
		bean.setPlacedAt(order.placedAt());
		bean.setTotal(order.total());
		bean.setCurrency(order.currency());
		bean.setRevision(order.revision());
		bean.setWeight(order.weight());
		bean.setPaid(order.paid());
		bean.setGift(order.gift());
		bean.setTags(order.tags());
		bean.setAddress(AddressBean.of(order.address()));
		bean.setLines(order.lines().stream().map(LineBean::of).toList());
		bean.setNote(order.note());
		bean.setExpiresAt(order.expiresAt());
		return bean;
	}

}
