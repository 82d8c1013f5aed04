import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRIAL_ISSUER } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { DevelopmentIssuer } from './development-issuer';
import { parseIssuers } from './issuers-file';
import { loadOrCreateSigningKey, loadSigningKey } from './signing-key';
import type { SigningKey } from './signing-key';
import type { TrustedIssuer } from './trusted-issuer';

export type KeyPlaces = Readonly<{
  signingKeyFile: string;
  /** undefined: the development issuer, whose key lies in `developmentKeys`. */
  issuersFile: string | undefined;
  developmentKeys: string;
  isProduction: boolean;
}>;

/** The console's provider of trial accounts, which signs with a key of its own; like the one above not for production. */
export const trialIssuer = async (developmentKeys: string): Promise<TrustedIssuer> => {
  const { publicJwk } = await loadOrCreateSigningKey(join(developmentKeys, 'trial-sign-in.jwk'));
  return { issuer: TRIAL_ISSUER, algorithm: 'EdDSA', keys: [publicJwk] };
};

const issuersOf = async (places: KeyPlaces, clock: Clock): Promise<readonly TrustedIssuer[]> => {
  if (places.issuersFile !== undefined) return parseIssuers(readFileSync(places.issuersFile, 'utf8'));
  const key = await loadOrCreateSigningKey(join(places.developmentKeys, 'development-issuer.jwk'));
  const development = new DevelopmentIssuer({ key, clock, production: places.isProduction }).trusted;
  return [development, await trialIssuer(places.developmentKeys)];
};

/** What a server signs with and whom it trusts. Throws IbexError where a file does not hold what it should. */
export const loadKeys = async (
  places: KeyPlaces,
  clock: Clock,
): Promise<Readonly<{ signingKey: SigningKey; issuers: readonly TrustedIssuer[] }>> => ({
  issuers: await issuersOf(places, clock),
  signingKey: await (places.isProduction ? loadSigningKey : loadOrCreateSigningKey)(places.signingKeyFile),
});
