import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const issuersOf = async (places: KeyPlaces, clock: Clock): Promise<readonly TrustedIssuer[]> => {
  if (places.issuersFile !== undefined) return parseIssuers(readFileSync(places.issuersFile, 'utf8'));
  const key = await loadOrCreateSigningKey(join(places.developmentKeys, 'development-issuer.jwk'));
  return [new DevelopmentIssuer({ key, clock, production: places.isProduction }).trusted];
};

/** What a server signs with and whom it trusts. Throws IbexError where a file does not hold what it should. */
export const loadKeys = async (
  places: KeyPlaces,
  clock: Clock,
): Promise<Readonly<{ signingKey: SigningKey; issuers: readonly TrustedIssuer[] }>> => ({
  issuers: await issuersOf(places, clock),
  signingKey: await (places.isProduction ? loadSigningKey : loadOrCreateSigningKey)(places.signingKeyFile),
});
