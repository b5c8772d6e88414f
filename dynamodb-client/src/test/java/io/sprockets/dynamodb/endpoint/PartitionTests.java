package io.sprockets.dynamodb.endpoint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionTests {

	@ParameterizedTest
	@CsvSource({ "eu-west-1, AWS", "mars-north-1, AWS", "cnx-1, AWS", "us-isolated-1, AWS", "cn-north-1, AWS_CN",
			"us-gov-west-1, AWS_US_GOV", "us-iso-east-1, AWS_ISO", "us-isob-east-1, AWS_ISO_B",
			"eu-isoe-west-1, AWS_ISO_E", "us-isof-south-1, AWS_ISO_F", "eusc-de-east-1, AWS_EUSC" })
	void regionTellsItsPartition(String region, Partition partition) {
		assertThat(Partition.of(region)).isSameAs(partition);
	}

	@ParameterizedTest
	@CsvSource({ "dynamodb.eu-west-1.amazonaws.com, eu-west-1", "dynamodb.eu-west-1.amazonaws.com., eu-west-1",
			"streams.dynamodb.us-east-1.amazonaws.com, us-east-1", "search-dynamodb.us-east-1.amazonaws.com, us-east-1",
			"dynamodb-fips.ca-central-1.amazonaws.com, ca-central-1",
			"111111111111.ddb.us-east-1.amazonaws.com, us-east-1", "dynamodb.cn-north-1.amazonaws.com.cn, cn-north-1",
			"vpce-1a2b3c4d-5e6f.dynamodb.us-east-1.vpce.amazonaws.com, us-east-1",
			"dynamodb.eusc-de-east-1.amazonaws.eu, eusc-de-east-1" })
	void hostOfAwsTellsItsRegion(String host, String region) {
		assertThat(Partition.regionIn(host)).isEqualTo(region);
	}

	@ParameterizedTest
	@ValueSource(strings = { "example.com", "dynamodb.eu-west-1.example.com", "s3.eu-west-1.amazonaws.com",
			"dynamodb.amazonaws.com", "dynamodb.eu-west-1.amazonaws.com.example.com",
			"dynamodb.eu-west-1.notamazonaws.com" })
	void anyOtherHostDoesNot(String host) {
		assertThat(Partition.regionIn(host)).isNull();
	}

}
