import { randomUUID } from 'node:crypto';
import { IbexError } from '@ibex/kernel';
import type { Clock, Reader } from '@ibex/kernel';
import { SignJWT } from 'jose';
import type { SigningKey } from './signing-key';
import type { TrustedIssuer } from './trusted-issuer';

export const DEVELOPMENT_ISSUER = 'urn:ibex:development';
const LIFE_SECONDS = 3_600;

export type DevelopmentIssuerOptions = Readonly<{
  key: SigningKey;
  clock: Clock;
  /** True where NODE_ENV is production: then there is no such issuer. */
  production: boolean;
  audience?: string;
}>;

/** Issues tokens for anybody who asks, which is why it refuses to exist in production. */
export class DevelopmentIssuer {
  /** Throws IbexError `jose/development-only`. */
  constructor(private readonly options: DevelopmentIssuerOptions) {
    if (options.production) {
      throw new IbexError('jose/development-only', 'the development issuer does not run in production');
    }
  }

  /** What a verifier needs to know in order to trust it. */
  get trusted(): TrustedIssuer {
    return { issuer: DEVELOPMENT_ISSUER, algorithm: 'EdDSA', keys: [this.options.key.publicJwk] };
  }

  issue(reader: Reader, lifeSeconds = LIFE_SECONDS): Promise<string> {
    const { key, clock, audience = 'ibex' } = this.options;
    const issuedAt = Math.floor(Date.parse(clock.now()) / 1000);
    return new SignJWT({ authority: reader.authority, roles: [...reader.roles] })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setAudience(audience)
      .setSubject(reader.person)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .setJti(randomUUID())
      .sign(key.privateKey);
  }
}
