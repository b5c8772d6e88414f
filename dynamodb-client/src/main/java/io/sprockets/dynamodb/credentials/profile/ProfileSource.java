package io.sprockets.dynamodb.credentials.profile;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.Finding;
import io.sprockets.dynamodb.credentials.Finding.Nothing;
import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.ProfileSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the profile in use tells. The files are read again at a look if they have changed.
 */
public final class ProfileSource implements CredentialsSource {

	private final SourceContext context;

	private final ProfileFiles files;

	private final @Nullable String region;

	/**
	 * Creates a source.
	 * @param region where roles are asked for if neither environment nor profiles have a
	 * region, or {@code null}
	 */
	public ProfileSource(SourceContext context, ProfileFiles files, @Nullable String region) {
		this.context = context;
		this.files = files;
		this.region = region;
	}

	@Override
	public Mono<Finding> look() {
		return this.files.latest().flatMap((profiles) -> {
			ProfilePlan plan = new ProfilePlanner(profiles).plan();
			return (plan != null) ? plan.source(new PlanContext(this.context, this.files, profiles, this.region)).look()
					: Mono.just(nothing(profiles));
		});
	}

	private static Nothing nothing(ProfileSet profiles) {
		Profile profile = profiles.selected();
		String reason = (profile.property("login_session") != null)
				? "has login_session, a source of credentials not supported"
				: "has neither aws_access_key_id and aws_secret_access_key nor role_arn, sso_session, sso_start_url "
						+ "or credential_process";
		return new Nothing(profile.description() + " " + reason, profile.isNamedFileMissing());
	}

}
