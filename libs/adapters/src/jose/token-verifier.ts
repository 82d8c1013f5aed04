import { hash } from 'node:crypto';
import { toReader, tokenRefused as refused } from '@ibex/kernel';
import type { Clock, Reader, TokenVerifier } from '@ibex/kernel';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { CryptoKey, JWTPayload, JWTVerifyOptions } from 'jose';
import type { FetchLimits } from './fetched-keys';
import { importIssuer } from './issuer-keys';
import type { IssuerKeys } from './issuer-keys';
import type { TrustedIssuer } from './trusted-issuer';

/** What a revocation list sees of a token. Asked at every request, also for tokens verified before. */
export type TokenSeen = Readonly<{ jti?: string; sub: string; authority: string; issuedAt: number }>;

export type VerifierOptions = Readonly<{
  issuers: readonly TrustedIssuer[];
  clock: Clock;
  audience?: string;
  /** Seconds since `iat` after which a token is refused whatever its `exp`. */
  maxAgeSeconds?: number;
  isRevoked?: (token: TokenSeen) => boolean;
  /** False: keys may also be fetched over plain http from this machine. Absent: true. */
  production?: boolean;
  fetching?: Partial<FetchLimits>;
}>;

type Verified = Readonly<{ reader: Reader; seen: TokenSeen; goodUntilMs: number }>;

const LONGEST_TOKEN = 8_192;
const COMPACT = /^[\w-]+\.[\w-]+\.([\w-]+)$/;
const TOLERANCE_SECONDS = 5;
const REMEMBERED = 10_000;
const HEADER_FIELDS: ReadonlySet<string> = new Set(['alg', 'typ', 'kid']);
const TYP = 'at+jwt'; // RFC 9068: an ID token or a receipt is no access token
const REQUIRED = ['iss', 'aud', 'sub', 'exp', 'iat'];

/**
 * Access tokens of the authorities' own issuers (RFC 9068). A verified token is remembered by its digest until it
 * expires, so that its signature is checked once.
 */
export class JoseTokenVerifier implements TokenVerifier {
  private readonly remembered = new Map<string, Verified>();
  private readonly maxAgeSeconds: number;
  private readonly issuers: Promise<ReadonlyMap<string, IssuerKeys>>;

  constructor(private readonly options: VerifierOptions) {
    const { issuers, production = true, fetching: limits = {} } = options;
    this.maxAgeSeconds = options.maxAgeSeconds ?? 3_600;
    this.issuers = Promise.all(issuers.map((each) => importIssuer(each, { production, limits }))).then(
      (imported) => new Map(imported.map((each) => [each.trusted.issuer, each])),
    );
    this.issuers.catch(() => undefined); // told at `ready` and at every verification
  }

  /** Rejects where a key of an issuer cannot be used. */
  async ready(): Promise<void> {
    await this.issuers;
  }

  /** Throws IbexError `access/token-refused`; `access/issuer-unreachable` where its issuer's keys cannot be had now. */
  async verify(token: string): Promise<Reader> {
    if (token.length > LONGEST_TOKEN) throw refused('the token is too long');
    const digest = hash('sha256', token, 'base64');
    const nowMs = Date.parse(this.options.clock.now());
    const known = this.remembered.get(digest);
    if (known && nowMs < known.goodUntilMs) return this.unlessRevoked(known);
    const verified = await this.verifyAnew(token, nowMs);
    this.remember(digest, verified);
    return this.unlessRevoked(verified);
  }

  private unlessRevoked({ reader, seen }: Verified): Reader {
    if (this.options.isRevoked?.(seen)) throw refused('the token was revoked');
    return reader;
  }

  private remember(digest: string, verified: Verified): void {
    this.remembered.delete(digest);
    this.remembered.set(digest, verified);
    if (this.remembered.size <= REMEMBERED) return;
    const oldest = this.remembered.keys().next();
    if (!oldest.done) this.remembered.delete(oldest.value);
  }

  private async verifyAnew(token: string, nowMs: number): Promise<Verified> {
    if (!isCompact(token)) throw refused('the token is not a JWT');
    const issuer = (await this.issuers).get(issuerOf(token));
    if (!issuer) throw refused('the issuer is not trusted here');
    try {
      const key = await keyOf(token, issuer);
      const { payload } = await jwtVerify(token, key, this.rulesFor(issuer, nowMs));
      return toVerified(payload, issuer, this.maxAgeSeconds);
    } catch (error) {
      throw error instanceof errors.JOSEError ? refused(reasonOf(error)) : error;
    }
  }

  private rulesFor({ trusted, algorithms }: IssuerKeys, nowMs: number): JWTVerifyOptions {
    return {
      algorithms: [...algorithms],
      issuer: trusted.issuer,
      audience: trusted.audience ?? this.options.audience ?? 'ibex',
      typ: trusted.tokenType ?? TYP,
      requiredClaims: REQUIRED,
      maxTokenAge: this.maxAgeSeconds,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(nowMs),
    };
  }
}

const toVerified = (payload: JWTPayload, { trusted }: IssuerKeys, maxAge: number): Verified => {
  if (isIdToken(payload)) throw refused('the token is no access token');
  const reader = toReader(payload, trusted);
  if (trusted.authorities && !trusted.authorities.includes(reader.authority)) {
    throw refused('the issuer does not speak for that authority');
  }
  const { iat = 0, exp = 0, jti } = payload;
  const seen = { sub: reader.person, authority: reader.authority, issuedAt: iat };
  return {
    reader,
    seen: jti === undefined ? seen : { ...seen, jti },
    goodUntilMs: (Math.min(exp, iat + maxAge) + TOLERANCE_SECONDS) * 1000,
  };
};

/** Exactly one spelling: decoders pass over padding, line breaks and spare bits, and so would take one token for many. */
const isCompact = (token: string): boolean => {
  const signature = COMPACT.exec(token)?.[1];
  return signature !== undefined && Buffer.from(signature, 'base64url').toString('base64url') === signature;
};

const issuerOf = (token: string): string => {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw refused('the token is not a JWT');
  }
};

/** Where `typ` of the header does not tell them apart: what only an ID token has (OpenID Connect Core, 2 and 3.3.2.11). */
const isIdToken = (payload: JWTPayload): boolean =>
  ['at_hash', 'c_hash'].some((name) => name in payload) || (payload['typ'] ?? 'Bearer') !== 'Bearer';

/** A header that brings its own key, or says anything but algorithm, type and key name, is refused unread. */
const headerOf = (token: string): Readonly<{ kid: string; alg: string }> => {
  try {
    const { kid = '', alg = '', ...others } = decodeProtectedHeader(token);
    if (Object.keys(others).every((name) => HEADER_FIELDS.has(name))) return { kid, alg };
  } catch {
    throw refused('the token is not a JWT');
  }
  throw refused('the token’s header has a field that is not taken');
};

/** Keys are not asked for on behalf of a token that could not be taken anyway. */
const keyOf = async (token: string, issuer: IssuerKeys): Promise<CryptoKey> => {
  const { kid, alg } = headerOf(token);
  if (!issuer.algorithms.includes(alg)) throw refused('the algorithm is not the issuer’s');
  const key = kid === '' ? undefined : await issuer.keyFor(kid, alg);
  if (!key) throw refused('the key is not one of the issuer’s');
  return key;
};

/** jose's messages may quote claims; its codes do not. */
const reasonOf = (error: InstanceType<typeof errors.JOSEError>): string => {
  if (error instanceof errors.JWTExpired) return 'the token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `claim ${error.claim} is not right`;
  return `the token is not valid (${error.code})`;
};
