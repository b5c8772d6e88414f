package io.sprockets.dynamodb.benchmarks.workload;

import java.math.BigDecimal;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/**
 * The {@link Order.Line} that the AWS SDK's enhanced client maps.
 */
@NullUnmarked
@DynamoDbBean
public class LineBean {

	private String article;

	private int quantity;

	private BigDecimal price;

	public String getArticle() {
		return this.article;
	}

	public void setArticle(String article) {
		this.article = article;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public void setQuantity(int quantity) {
		this.quantity = quantity;
	}

	public BigDecimal getPrice() {
		return this.price;
	}

	public void setPrice(BigDecimal price) {
		this.price = price;
	}

	static LineBean of(Order.Line line) {
		LineBean bean = new LineBean();
		bean.setArticle(line.article());
		bean.setQuantity(line.quantity());
		bean.setPrice(line.price());
		return bean;
	}

}
