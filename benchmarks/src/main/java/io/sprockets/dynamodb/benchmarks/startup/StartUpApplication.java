package io.sprockets.dynamodb.benchmarks.startup;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

import io.sprockets.dynamodb.DynamoDbClient;

/**
 * A WebFlux application that has both clients, and calls one of them as soon as it is
 * ready.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartUpApplication {

	/**
	 * Starts the application, which prints one line and ends.
	 * @param args properties: {@code dynamodb.*} and {@code benchmark.first}
	 */
	public static void main(String[] args) {
		System.exit(SpringApplication.exit(SpringApplication.run(StartUpApplication.class, args)));
	}

	@Bean(destroyMethod = "close")
	DynamoDbAsyncClient awsClient(@Value("${dynamodb.endpoint}") URI endpoint,
			@Value("${dynamodb.region}") String region, @Value("${dynamodb.access-key}") String accessKey,
			@Value("${dynamodb.secret-key}") String secretKey) {
		return DynamoDbAsyncClient.builder()
			.httpClientBuilder(NettyNioAsyncHttpClient.builder())
			.region(Region.of(region))
			.endpointOverride(endpoint)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
			.build();
	}

	@Bean
	FirstCall firstCall(DynamoDbClient client, DynamoDbAsyncClient awsClient,
			@Value("${benchmark.first}") FirstCall.Client first) {
		return new FirstCall(client, awsClient, first);
	}

}
