import { toEpochMs } from '@ibex/kernel';
import type { Instant } from '@ibex/kernel';

/** A token that does not say when it ends opens a stream for an hour. */
const LONGEST_MS = 3_600_000;

/**
 * When a bearer token ends, in milliseconds since 1970; undefined where it does not say so. The guard has verified the
 * token before any route runs: here only its own claim is read again, to end what was opened under it.
 */
export const tokenEndsAtMs = (authorization: unknown): number | undefined => {
  if (typeof authorization !== 'string') return undefined;
  const payload = authorization.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined;
    return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
  } catch {
    // no JWT: an opaque token says nothing about its end
    return undefined;
  }
};

/** How long what is opened under a bearer token may stay open. */
export const msUntilEnd = (authorization: unknown, now: Instant): number => {
  const endsAt = tokenEndsAtMs(authorization);
  if (endsAt === undefined) return LONGEST_MS;
  return Math.min(Math.max(endsAt - toEpochMs(now), 0), LONGEST_MS);
};
