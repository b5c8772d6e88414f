package io.sprockets.dynamodb.credentials.profile;

import java.util.List;

import io.sprockets.dynamodb.credentials.CredentialsSource;
import io.sprockets.dynamodb.credentials.sts.AssumeRoleSource;

/**
 * How a profile's credentials are come by.
 *
 * @param base where the first ones are
 * @param roles the roles that are assumed with them, one after the other
 */
record ProfilePlan(PlanBase base, List<RoleOfProfile> roles) {

	CredentialsSource source(PlanContext context) {
		CredentialsSource source = this.base.source(context);
		for (RoleOfProfile role : this.roles) {
			source = new AssumeRoleSource(context.sources(), context.sts(role.profile()), role.role(), source);
		}
		return source;
	}

}
