package io.sprockets.dynamodb.credentials.profile;

import io.sprockets.dynamodb.credentials.SourceContext;
import io.sprockets.dynamodb.credentials.sts.StsEndpoint;
import io.sprockets.dynamodb.endpoint.ServiceEndpoints;
import io.sprockets.dynamodb.profile.Profile;
import io.sprockets.dynamodb.profile.ProfileFiles;
import io.sprockets.dynamodb.profile.ProfileSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan needs to become a source.
 *
 * @param sources what all sources share
 * @param files the files, for sources with settings there
 * @param profiles what the files hold
 * @param region where to ask for roles if nothing else tells it
 */
record PlanContext(SourceContext sources, ProfileFiles files, ProfileSet profiles, @Nullable String region) {

	ServiceEndpoints endpoints() {
		return new ServiceEndpoints(this.sources.environment(), this.profiles, this.sources.allowInsecureHttp());
	}

	/**
	 * Returns where a role of a profile is asked for.
	 */
	StsEndpoint sts(Profile profile) {
		ServiceEndpoints endpoints = endpoints();
		String told = endpoints.region(profile);
		return StsEndpoint.of(endpoints, (told != null) ? told : this.region);
	}

}
