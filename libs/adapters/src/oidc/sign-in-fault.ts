import { IbexError } from '@ibex/kernel';
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

const AWAY_CODES: ReadonlySet<unknown> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);
const SERVER_FAULT = 500;

/** `reason`: a stable code; what a provider says in words goes nowhere. */
export const signInRefused = (reason: string, cause?: unknown): IbexError =>
  new IbexError('sign-in/refused', `signing in did not come about (${reason})`, { cause });

const providerAway = (cause: unknown): IbexError =>
  new IbexError('sign-in/provider-away', 'the place to sign in cannot be reached now', { cause });

type Fault = Readonly<{ message?: unknown; code?: unknown; cause?: unknown }>;
const isFault = (error: unknown): error is Fault => typeof error === 'object' && error !== null;

const codeOf = (error: unknown): unknown => (isFault(error) ? error.code : undefined);

/** What `fetch` throws where nobody answers, however deep others have wrapped it. */
const isAway = (error: unknown): boolean => {
  if (error instanceof ResponseBodyError) return error.status >= SERVER_FAULT;
  if (!isFault(error)) return false;
  return error.message === 'fetch failed' || AWAY_CODES.has(error.code) || isAway(error.cause);
};

/** RFC 6749, sections 4.1.2.1 and 5.2: the words that a provider may answer with. */
const WORD = /^[a-z_]{1,40}$/;

/** Every fault of the protocol as one of two: it said no, or it is not there. */
export const toSignInFault = (error: unknown): IbexError => {
  if (error instanceof IbexError) return error;
  if (isAway(error)) return providerAway(error);
  const isSaid = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
  if (isSaid) return signInRefused(WORD.test(error.error) ? error.error : 'provider-said-no', error);
  const code = codeOf(error);
  return signInRefused(typeof code === 'string' ? code : 'not-valid', error);
};
