package io.sprockets.dynamodb.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The client's observations and their keys.
 */
public enum DynamoDbObservationDocumentation implements ObservationDocumentation {

	/**
	 * One operation from subscription to its result, all attempts and waits included.
	 */
	OPERATION {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultOperationObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinalityKeyNames.ERROR_CODE, LowCardinalityKeyNames.OPERATION,
					LowCardinalityKeyNames.OUTCOME, LowCardinalityKeyNames.TABLE };
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeyNames.values();
		}

	},

	/**
	 * One HTTP exchange of an operation, signing included.
	 */
	ATTEMPT {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultAttemptObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { HighCardinalityKeyNames.REQUEST_ID, HighCardinalityKeyNames.RESEND_COUNT,
					HighCardinalityKeyNames.STATUS_CODE, HighCardinalityKeyNames.SERVER_ADDRESS };
		}

	};

	/**
	 * Keys of meters and spans, each always present.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * Number of the attempt, {@code 1} to {@code 9}, then {@code 10+}. Attempts only.
		 */
		ATTEMPT {

			@Override
			public String asString() {
				return "attempt";
			}

		},

		/**
		 * The service's error code, else the exception's simple class name, {@code none}
		 * without an error. Not {@code error}: Micrometer's meter handler writes that tag
		 * itself, and Zipkin takes any span that has it for a failed one.
		 */
		ERROR_CODE {

			@Override
			public String asString() {
				return "error.code";
			}

		},

		/**
		 * Name of the operation, for example {@code GetItem}.
		 */
		OPERATION {

			@Override
			public String asString() {
				return "operation";
			}

		},

		/**
		 * How it ended, an {@link Outcome}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "outcome";
			}

		},

		/**
		 * Name of the table, also where the caller gave its ARN; {@code multiple} for
		 * several tables, {@code none} for no table.
		 */
		TABLE {

			@Override
			public String asString() {
				return "table";
			}

		}

	}

	/**
	 * Keys of spans only, present when known, named by OpenTelemetry's semantic
	 * conventions for databases, AWS and HTTP.
	 */
	public enum HighCardinalityKeyNames implements KeyName {

		/**
		 * Names of the tables, separated by commas. Operations only.
		 */
		TABLE_NAMES {

			@Override
			public String asString() {
				return "aws.dynamodb.table_names";
			}

		},

		/**
		 * Request id of the last answer.
		 */
		REQUEST_ID {

			@Override
			public String asString() {
				return "aws.request_id";
			}

		},

		/**
		 * Name of the operation. Operations only.
		 */
		DB_OPERATION {

			@Override
			public String asString() {
				return "db.operation.name";
			}

		},

		/**
		 * Always {@code aws.dynamodb}. Operations only.
		 */
		DB_SYSTEM {

			@Override
			public String asString() {
				return "db.system.name";
			}

		},

		/**
		 * Number of attempts before this one; of an operation, number of its retries.
		 * Absent without retries.
		 */
		RESEND_COUNT {

			@Override
			public String asString() {
				return "http.request.resend_count";
			}

		},

		/**
		 * HTTP status of the last answer.
		 */
		STATUS_CODE {

			@Override
			public String asString() {
				return "http.response.status_code";
			}

		},

		/**
		 * Host the requests go to.
		 */
		SERVER_ADDRESS {

			@Override
			public String asString() {
				return "server.address";
			}

		};

		@Override
		public boolean isRequired() {
			return this == DB_OPERATION || this == DB_SYSTEM;
		}

	}

}
