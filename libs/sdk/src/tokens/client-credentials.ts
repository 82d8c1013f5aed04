import { ExchangeUnavailable, UnsafeAddress, bodyOf } from '@ibex/subscriber';
import type { TokenProvider } from '@ibex/subscriber';

/** A client at your own issuer of access tokens (OAuth 2, RFC 6749 section 4.4). */
export type ClientCredentials = Readonly<{
  tokenUrl: string;
  clientId: string;
  /** Asked for at each renewal, so that a changed secret needs no restart. */
  clientSecret: () => string | Promise<string>;
  scope?: string;
  /** Where the secret goes: the Authorization header (RFC 6749's choice), or the body. */
  secretIn?: 'header' | 'body';
  timeoutMs?: number;
  nowMs?: () => number;
}>;

type Token = Readonly<{ text: string; renewAtMs: number }>;

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const MOST_BYTES = 65_536;
const TIMEOUT_MS = 10_000;
/** Renewed this long before its end, so that none ends on its way; a tenth of its life where that is shorter. */
const EARLY_MS = 60_000;
const UNTOLD_LIFE_S = 60;

const safe = (tokenUrl: string): URL => {
  const url = new URL(tokenUrl);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL.has(url.hostname))) return url;
  throw new UnsafeAddress('an issuer is spoken to over https; plain http is for this machine only');
};

const textIn = (body: unknown, name: string): string | undefined => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

const lifeOf = (body: unknown): number => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'expires_in') : undefined;
  const seconds = Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : UNTOLD_LIFE_S * 1000;
};

// RFC 6749, 2.3.1: both are form-encoded before they are joined
const encoded = (text: string): string => new URLSearchParams({ _: text }).toString().slice(2);

const requestOf = async (client: ClientCredentials): Promise<RequestInit> => {
  const { clientId, scope, secretIn = 'header', timeoutMs = TIMEOUT_MS } = client;
  const secret = await client.clientSecret();
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== undefined) form.set('scope', scope);
  const headers = new Headers({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  });
  if (secretIn === 'header') {
    const pair = `${encoded(clientId)}:${encoded(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  } else {
    form.set('client_id', clientId);
    form.set('client_secret', secret);
  }
  const signal = AbortSignal.timeout(timeoutMs);
  return { method: 'POST', headers, body: form.toString(), redirect: 'manual', signal };
};

const fetched = async (url: URL, client: ClientCredentials): Promise<Response> => {
  const request = await requestOf(client);
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw new ExchangeUnavailable('the issuer of tokens is not reached', undefined, { cause });
  }
};

/**
 * Tokens of one client: kept until shortly before they end, asked for once for all who wait. Throws UnsafeAddress. What it
 * gives throws ExchangeUnavailable where there is no token, whatever the reason: notices wait for that and are not set aside.
 */
export const clientCredentials = (client: ClientCredentials): TokenProvider => {
  const url = safe(client.tokenUrl);
  const nowMs = client.nowMs ?? Date.now;
  let held: Promise<Token> | undefined;
  const ask = async (): Promise<Token> => {
    const beganMs = nowMs();
    const response = await fetched(url, client);
    const body = await bodyOf(response, MOST_BYTES);
    const text = textIn(body, 'access_token');
    if (response.status !== 200 || text === undefined) {
      // a code of RFC 6749, 5.2, and never its description
      const code = (textIn(body, 'error') ?? 'no token').slice(0, 40);
      throw new ExchangeUnavailable(`the issuer gave no token (${String(response.status)}, ${code})`);
    }
    const lifeMs = lifeOf(body);
    return { text, renewAtMs: beganMs + lifeMs - Math.min(EARLY_MS, lifeMs / 10) };
  };
  const renew = (): Promise<Token> => {
    const asked = ask();
    held = asked;
    asked.catch(() => (held = held === asked ? undefined : held));
    return asked;
  };
  return async (again) => {
    const known = held;
    if (!known || again) return (await renew()).text;
    const token = await known;
    if (nowMs() < token.renewAtMs) return token.text;
    // of several who find it old, the first asks
    return (await (held === known ? renew() : (held ?? renew()))).text;
  };
};
