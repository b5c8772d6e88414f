package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * The {@link Movement} that the AWS SDK's enhanced client maps.
 */
@NullUnmarked
@DynamoDbBean
public class MovementBean {

	private String account;

	private String movementId;

	private String bookedAt;

	private BigDecimal amount;

	private String currency;

	private String counterparty;

	private String text;

	private int sequence;

	private boolean cleared;

	private Set<String> labels;

	@DynamoDbPartitionKey
	public String getAccount() {
		return this.account;
	}

	public void setAccount(String account) {
		this.account = account;
	}

	@DynamoDbSortKey
	public String getMovementId() {
		return this.movementId;
	}

	public void setMovementId(String movementId) {
		this.movementId = movementId;
	}

	public String getBookedAt() {
		return this.bookedAt;
	}

	public void setBookedAt(String bookedAt) {
		this.bookedAt = bookedAt;
	}

	public BigDecimal getAmount() {
		return this.amount;
	}

	public void setAmount(BigDecimal amount) {
		this.amount = amount;
	}

	public String getCurrency() {
		return this.currency;
	}

	public void setCurrency(String currency) {
		this.currency = currency;
	}

	public String getCounterparty() {
		return this.counterparty;
	}

	public void setCounterparty(String counterparty) {
		this.counterparty = counterparty;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public int getSequence() {
		return this.sequence;
	}

	public void setSequence(int sequence) {
		this.sequence = sequence;
	}

	public boolean isCleared() {
		return this.cleared;
	}

	public void setCleared(boolean cleared) {
		this.cleared = cleared;
	}

	public Set<String> getLabels() {
		return this.labels;
	}

	public void setLabels(Set<String> labels) {
		this.labels = labels;
	}

}
