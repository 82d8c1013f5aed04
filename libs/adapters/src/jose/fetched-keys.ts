import { IbexError } from '@ibex/kernel';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, jwksCache } from 'jose';
import type { CryptoKey, JWK, JWKSCacheInput } from 'jose';
import { keyAddress } from './key-address';
import { fetchJson } from './fetch-json';
import { strengthOf } from './issuer-algorithm';
import type { TrustedIssuer } from './trusted-issuer';

export type FetchLimits = Readonly<{
  /** For one answer, body included. */
  timeoutMs: number;
  /** A name that is not among the keys has them fetched again at most this often. */
  cooldownMs: number;
  /** Keys are fetched again when they are older. */
  freshMs: number;
  /** While the issuer is away, keys up to this age still count. */
  staleMs: number;
  /** After a failure nothing is asked for this long. */
  pauseMs: number;
  longestBytes: number;
}>;

export const USUAL_LIMITS: FetchLimits = {
  timeoutMs: 3_000,
  cooldownMs: 30_000,
  freshMs: 600_000,
  staleMs: 3_600_000,
  pauseMs: 5_000,
  longestBytes: 262_144,
};

export type FetchOptions = Readonly<{
  /** Outside production keys may also come over plain http from this machine. */
  production: boolean;
  limits?: Partial<FetchLimits>;
}>;

const isUnreachable = (error: unknown): error is IbexError =>
  error instanceof IbexError && error.code === 'access/issuer-unreachable';

/**
 * The keys that an issuer publishes: fetched when first needed, again when they are old or a token names another one, and
 * at most once at a time. Times are the machine's own, as `jose` counts them.
 */
export class FetchedKeys {
  private readonly cache: JWKSCacheInput = {};
  private readonly remote: ReturnType<typeof createRemoteJWKSet>;
  private readonly limits: FetchLimits;
  private failure: Readonly<{ error: IbexError; untilMs: number }> | undefined;

  /** Throws IbexError `jose/issuer-not-valid` for an address that keys may not come from. */
  constructor(
    private readonly trusted: TrustedIssuer,
    { production, limits }: FetchOptions,
  ) {
    this.limits = { ...USUAL_LIMITS, ...limits };
    const address = keyAddress(trusted, production);
    this.remote = createRemoteJWKSet(address.url, {
      timeoutDuration: this.limits.timeoutMs,
      cooldownDuration: this.limits.cooldownMs,
      cacheMaxAge: this.limits.freshMs,
      [jwksCache]: this.cache,
      [customFetch]: async (_url, { signal }) => {
        const ask = (url: URL): Promise<unknown> => fetchJson(url, signal, this.limits.longestBytes);
        return Response.json({ keys: await this.asked(async () => ask(await address.find(ask))) });
      },
    });
  }

  /** undefined: no such key. Throws IbexError `access/issuer-unreachable`. */
  async keyFor(kid: string, alg: string): Promise<CryptoKey | undefined> {
    try {
      return await this.remote({ kid, alg });
    } catch (error) {
      if (isUnreachable(error)) return this.known(kid, alg, error);
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return undefined; // no such key, or one that cannot be read (a point off its curve): none to verify with
    }
  }

  private fetchedAtMs(): number {
    return 'uat' in this.cache ? this.cache['uat'] : 0;
  }

  /** What was fetched before the issuer went away. A name that is not in it may be new: nobody knows. */
  private async known(kid: string, alg: string, away: IbexError): Promise<CryptoKey> {
    const jwks = this.remote.jwks();
    if (jwks === undefined || Date.now() >= this.fetchedAtMs() + this.limits.staleMs) throw away;
    try {
      return await createLocalJWKSet(jwks)({ kid, alg });
    } catch (error) {
      throw error instanceof errors.JWKSNoMatchingKey ? away : error;
    }
  }

  private async asked(ask: () => Promise<unknown>): Promise<readonly JWK[]> {
    if (this.failure && Date.now() < this.failure.untilMs) throw this.failure.error;
    try {
      const keys = this.usable(await ask());
      this.failure = undefined;
      return keys;
    } catch (cause) {
      const error = new IbexError(
        'access/issuer-unreachable',
        `the keys of issuer ${this.trusted.issuer} cannot be fetched (${messageOf(cause)})`,
        { cause },
      );
      this.failure = { error, untilMs: Date.now() + this.limits.pauseMs };
      throw error;
    }
  }

  /** Issuers publish keys of several kinds; what this issuer may not sign with is not even kept. */
  private usable(answer: unknown): readonly JWK[] {
    const keys: unknown =
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'keys') : undefined;
    if (!Array.isArray(keys)) throw new Error('no key set');
    return keys
      .filter((key): key is JWK => typeof key === 'object' && key !== null && !Array.isArray(key))
      .filter((key) => typeof key.kid === 'string' && strengthOf(this.trusted.algorithm, key) === 'usable');
  }
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error && cause.message !== 'fetch failed' ? cause.message : 'no connection';
