import { IbexError } from '@ibex/kernel';
import type { TrustedIssuer } from './trusted-issuer';

type Ask = (url: URL) => Promise<unknown>;
/** Where to ask first, and how to come from there to the key set. */
export type KeyAddress = Readonly<{ url: URL; find: (ask: Ask) => Promise<URL> }>;

const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const DISCOVERY = '/.well-known/openid-configuration'; // OpenID Connect Discovery 1.0, section 4

const isAllowed = (url: URL, production: boolean): boolean => {
  if (url.username !== '' || url.password !== '') return false;
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && !production && THIS_MACHINE.test(url.hostname))
  );
};

const toUrl = (text: string, { issuer }: TrustedIssuer, production: boolean): URL => {
  const url = URL.parse(text);
  if (url && isAllowed(url, production)) return url;
  throw new IbexError(
    'jose/issuer-not-valid',
    `issuer ${issuer}: its keys must come from an https address without user or password`,
  );
};

const member = (document: unknown, name: string): unknown =>
  typeof document === 'object' && document !== null ? Reflect.get(document, name) : undefined;

/** The document must be the issuer's own (section 4.3), and leads no further than to its own origin. */
const keysOf = (document: unknown, { issuer }: TrustedIssuer): URL => {
  if (member(document, 'issuer') !== issuer) throw new Error('the configuration is of another issuer');
  const place = member(document, 'jwks_uri');
  const url = typeof place === 'string' ? URL.parse(place) : null;
  if (url?.origin !== new URL(issuer).origin || url.username !== '' || url.password !== '')
    throw new Error('the configuration names no key set on the issuer’s own origin');
  return url;
};

/** Throws IbexError `jose/issuer-not-valid` for an address that keys may not come from. */
export const keyAddress = (trusted: TrustedIssuer, production: boolean): KeyAddress => {
  if (trusted.jwksUrl !== undefined) {
    const url = toUrl(trusted.jwksUrl, trusted, production);
    return { url, find: () => Promise.resolve(url) };
  }
  const url = toUrl(`${trusted.issuer.replace(/\/$/, '')}${DISCOVERY}`, trusted, production);
  return { url, find: async (ask) => keysOf(await ask(url), trusted) };
};
