import { IbexError, toReader } from '@ibex/kernel';
import type { ClaimRules, Instant, SignedIn } from '@ibex/kernel';
import { signInRefused } from './sign-in-fault';

/** What openid-client gives back, as far as it matters here. */
export type Tokens = Readonly<{
  access_token: string;
  refresh_token?: string | undefined;
  id_token?: string | undefined;
  expires_in?: number | undefined;
}>;
type Claims = Readonly<Record<string, unknown>>;

/** Of a JWT that came straight from its issuer over TLS; the exchange verifies it again at every request. */
const claimsOf = (token: string): Claims => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims === 'object' && claims !== null) return claims as Claims;
  } catch (cause) {
    throw signInRefused('access-token-not-readable', cause);
  }
  throw signInRefused('access-token-not-readable');
};

const SHORTEST_SECONDS = 60;

const endOf = ({ expires_in: seconds }: Tokens, { exp }: Claims, now: Instant): Instant => {
  if (typeof exp === 'number') return new Date(exp * 1_000).toISOString();
  return new Date(Date.parse(now) + (seconds ?? SHORTEST_SECONDS) * 1_000).toISOString();
};

const textIn = (claims: Claims | undefined, name: string): string | undefined => {
  const value = claims?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const readerOf = (claims: Claims, rules: ClaimRules): SignedIn['reader'] => {
  try {
    return toReader(claims, rules);
  } catch (error) {
    // somebody who is known there and has nothing to do with IBEX
    if (error instanceof IbexError) throw signInRefused('no-role', error);
    throw error;
  }
};

type Told = Partial<Pick<SignedIn, 'subject' | 'login' | 'name' | 'refreshToken' | 'idToken'>>;

const optional = (fields: Readonly<Record<keyof Told, string | undefined>>): Told =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Who somebody is: to the exchange by the access token alone; `idClaims` give the log-in and the name to greet by. */
export const toSignedIn = (
  tokens: Tokens,
  idClaims: Claims | undefined,
  { rules, now, before }: Readonly<{ rules: ClaimRules; now: Instant; before?: SignedIn }>,
): SignedIn => {
  const claims = claimsOf(tokens.access_token);
  const told = optional({
    subject: textIn(idClaims, 'sub'),
    login: textIn(idClaims, 'sid'),
    name: textIn(idClaims, 'name'),
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
  });
  // what is not told anew stays as it was
  const standing = { ...before, ...told };
  const { subject } = standing;
  if (subject === undefined) throw signInRefused('id-token-missing');
  return {
    ...standing,
    subject,
    reader: readerOf(claims, rules),
    accessToken: tokens.access_token,
    accessEndsAt: endOf(tokens, claims, now),
  };
};

/** What must not stand in an address, where logs and histories keep it. */
const PERSONAL = ['name', 'email', 'preferred_username', 'given_name', 'family_name', 'phone_number', 'upn'];

export const isWithoutNames = (idToken: string): boolean =>
  !PERSONAL.some((name) => Object.hasOwn(claimsOf(idToken), name));
