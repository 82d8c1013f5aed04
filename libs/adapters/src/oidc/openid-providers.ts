import type { Clock, LogoutTokenVerifier } from '@ibex/kernel';
import { OpenIdProvider } from './openid-provider';
import type { ProviderEntry } from './providers-file';

export type ProviderMeans = Readonly<{
  /** The secret that lies in a file. */
  secretIn: (file: string) => string;
  logoutTokensOf: (entry: ProviderEntry & Readonly<{ algorithm: string }>) => LogoutTokenVerifier;
  clock: Clock;
  production: boolean;
}>;

const USUAL_ALGORITHM = 'RS256'; // OpenID Connect Core 1.0, section 15.1

/** The places to sign in of a list. Throws IbexError `sign-in/provider-not-valid`, and as `secretIn`. */
export const openIdProviders = (
  entries: readonly ProviderEntry[],
  { secretIn, logoutTokensOf, clock, production }: ProviderMeans,
): readonly OpenIdProvider[] =>
  entries.map((entry) => {
    const { id, name, issuer, clientId, scope = 'openid', claims, roleNames, speaksAs } = entry;
    const { metadataUrl, resource } = entry;
    const algorithm = entry.algorithm ?? USUAL_ALGORITHM;
    return new OpenIdProvider({
      ...{ id, name, issuer, clientId, scope, algorithm, clock, production },
      clientSecret: secretIn(entry.clientSecretFile),
      ...(metadataUrl === undefined ? {} : { metadataUrl }),
      ...(resource === undefined ? {} : { resource }),
      claimRules: {
        ...(claims === undefined ? {} : { claims }),
        ...(roleNames === undefined ? {} : { roleNames }),
        ...(speaksAs === undefined ? {} : { speaksAs }),
      },
      logoutTokens: logoutTokensOf({ ...entry, algorithm }),
    });
  });
