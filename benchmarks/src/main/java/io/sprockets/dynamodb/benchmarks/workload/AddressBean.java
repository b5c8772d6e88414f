package io.sprockets.dynamodb.benchmarks.workload;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/**
 * The {@link Order.Address} that the AWS SDK's enhanced client maps.
 */
@NullUnmarked
@DynamoDbBean
public class AddressBean {

	private String name;

	private String street;

	private String city;

	private String country;

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getStreet() {
		return this.street;
	}

	public void setStreet(String street) {
		this.street = street;
	}

	public String getCity() {
		return this.city;
	}

	public void setCity(String city) {
		this.city = city;
	}

	public String getCountry() {
		return this.country;
	}

	public void setCountry(String country) {
		this.country = country;
	}

	static AddressBean of(Order.Address address) {
		AddressBean bean = new AddressBean();
		bean.setName(address.name());
		bean.setStreet(address.street());
		bean.setCity(address.city());
		bean.setCountry(address.country());
		return bean;
	}

}
