import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sealing } from './sealing';

type Digests = Pick<Sealing, 'digest'>;

const MASK_BYTES = 12;

const proofOf = (sealing: Digests, sessionId: string, mask: string): string =>
  sealing.digest('csrf', sessionId, mask);

/** Proves that a form was shown to this session. Another one at every page, so that compressed pages tell nothing of it. */
export const csrfTokenFor = (sealing: Digests, sessionId: string): string => {
  const mask = randomBytes(MASK_BYTES).toString('base64url');
  return `${mask}.${proofOf(sealing, sessionId, mask)}`;
};

export const isCsrfToken = (sealing: Digests, sessionId: string, token: unknown): boolean => {
  if (typeof token !== 'string') return false;
  const [mask = '', proof = ''] = token.split('.');
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(sealing, sessionId, mask))];
  return given.length === right.length && timingSafeEqual(given, right);
};

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Whether a browser says that a request comes from the console's own pages. Under our referrer policy it sends the origin of
 * its own forms as "null" (Fetch, section 3.2), so that Sec-Fetch-Site counts first; no word of either is left to the token.
 */
export const isFromOwnPages = (headers: Headers, origin: string): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const said = headers['origin'];
  return said === undefined || said === 'null' || said === origin;
};
