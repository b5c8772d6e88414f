package io.sprockets.dynamodb.credentials.profile;

import io.sprockets.dynamodb.credentials.AwsCredentials;
import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding.Found;
import io.sprockets.dynamodb.credentials.process.ProcessSource;
import io.sprockets.dynamodb.credentials.sso.SsoSource;
import io.sprockets.dynamodb.credentials.sts.WebIdentitySource;
import io.sprockets.dynamodb.profile.Profile;
import reactor.core.publisher.Mono;

/**
 * The credentials a plan begins with.
 */
sealed interface PlanBase {

	CredentialsSource source(PlanContext context);

	/**
	 * Keys in the profile itself.
	 */
	record Keys(AwsCredentials credentials) implements PlanBase {

		@Override
		public CredentialsSource source(PlanContext context) {
			return () -> Mono.just(new Found(this.credentials, true));
		}

	}

	/**
	 * A place outside of the files.
	 */
	record Named(CredentialSource name) implements PlanBase {

		@Override
		public CredentialsSource source(PlanContext context) {
			return this.name.source(context);
		}

	}

	/**
	 * A role that is assumed with a token.
	 */
	record WebIdentity(RoleOfProfile role, String tokenFile) implements PlanBase {

		@Override
		public CredentialsSource source(PlanContext context) {
			return new WebIdentitySource(context.sources(), context.sts(this.role.profile()), this.role.role(),
					this.tokenFile);
		}

	}

	/**
	 * A login.
	 */
	record Sso(SsoLogin login) implements PlanBase {

		@Override
		public CredentialsSource source(PlanContext context) {
			return new SsoSource(context.sources(), this.login.settings(context.endpoints()));
		}

	}

	/**
	 * A command.
	 */
	record Command(Profile profile, String command) implements PlanBase {

		@Override
		public CredentialsSource source(PlanContext context) {
			return new ProcessSource(context.sources(), this.profile.description(), this.command,
					this.profile.property("aws_account_id"));
		}

		@Override
		public String toString() {
			return "Command[" + this.profile + "]";
		}

	}

}
