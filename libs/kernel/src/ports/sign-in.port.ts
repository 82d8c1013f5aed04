import type { Instant } from '../time/civil-date';
import type { Reader, Role } from './access.port';

/** An account that anybody may try IBEX with; there are none where IBEX is in earnest. */
export type TrialAccount = Readonly<{
  hint: string;
  authority: string;
  authorityName: string;
  role: Role;
}>;

/** Where the browser is sent, and what has to be the same when it comes back. The secrets never leave the server. */
export type SignInBegun = Readonly<{
  address: string;
  secrets: Readonly<{ state: string; nonce: string; verifier: string }>;
}>;

/** `login`: the provider's own name of this log-in (`sid`), by which it ends it. `idToken`: shown to it when leaving. */
export type SignedIn = Readonly<{
  subject: string;
  login?: string;
  /** As the person is greeted; never sent to the exchange. */
  name?: string;
  reader: Reader;
  accessToken: string;
  accessEndsAt: Instant;
  refreshToken?: string;
  idToken?: string;
}>;

/** The log-in or the person of a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
export type LoggedOut = Readonly<{ tokenId: string; login?: string; subject?: string }>;

/** `origin`: scheme, host and port under which the browser sees the console. */
export type Leaving = Readonly<{ origin: string; returnTo: string; idToken?: string }>;

/**
 * Somewhere to sign in: an authority's own provider of OpenID Connect, or one for many. Throws IbexError `sign-in/refused`
 * (the provider or a check said no) and `sign-in/provider-away` (it cannot be reached now).
 */
export interface SignInProvider {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly TrialAccount[];
  /** `callback`: where the browser is to come back. `hint`: the account, where the person has chosen one already. */
  begin(callback: string, hint?: string): Promise<SignInBegun>;
  /** `address`: that with which the browser came back. */
  finish(address: string, secrets: SignInBegun['secrets']): Promise<SignedIn>;
  /** New tokens for old ones. */
  renew(signedIn: SignedIn): Promise<SignedIn>;
  /** Where the person leaves the provider too; undefined where it offers no such place. */
  leave(leaving: Leaving): Promise<string | undefined>;
  /** What a logout token ends. Throws IbexError `sign-in/refused` for one that does not hold. */
  loggedOut(logoutToken: string): Promise<LoggedOut>;
}
export const SIGN_IN_PROVIDERS = Symbol('SignInProviders');

/** Verifies what an identity provider says of a log-in that has ended. Throws IbexError `sign-in/refused`. */
export interface LogoutTokenVerifier {
  verify(token: string): Promise<LoggedOut>;
}

/** `iss` of what the provider of trial accounts issues: a name that no real provider can have (RFC 2606), and no address. */
export const TRIAL_ISSUER = 'https://trial-sign-in.ibex.invalid';
