package io.sprockets.dynamodb.credentials.sso;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * What a profile says about its login.
 *
 * @param place the profile in words, for messages
 * @param session the name of the {@code sso-session} section, {@code null} for the older
 * form without one
 * @param startUrl {@code sso_start_url}
 * @param region {@code sso_region}
 * @param accountId {@code sso_account_id}
 * @param roleName {@code sso_role_name}
 * @param endpoint of the portal instead of the region's, or {@code null}
 * @param oidcEndpoint of the token service instead of the region's, or {@code null}
 * @param fips whether {@code use_fips_endpoint} is set
 * @param dualStack whether {@code use_dualstack_endpoint} is set
 */
public record SsoSettings(String place, @Nullable String session, String startUrl, String region, String accountId,
		String roleName, @Nullable URI endpoint, @Nullable URI oidcEndpoint, boolean fips, boolean dualStack) {
}
