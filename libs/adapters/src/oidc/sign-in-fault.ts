import { IbexError } from '@ibex/kernel';
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

const AWAY_CODES: ReadonlySet<unknown> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);
const SERVER_FAULT = 500;

/** `reason`: a stable code; what a provider says in words goes nowhere. */
export const signInRefused = (reason: string, cause?: unknown): IbexError =>
  new IbexError('sign-in/refused', `signing in did not come about (${reason})`, { cause });

const providerAway = (cause: unknown): IbexError =>
  new IbexError('sign-in/provider-away', 'the place to sign in cannot be reached now', { cause });

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const isAway = (error: unknown): boolean => {
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if (AWAY_CODES.has(codeOf(error))) return true;
  if (error instanceof ResponseBodyError) return error.status >= SERVER_FAULT;
  return error instanceof ClientError && error.cause !== undefined && isAway(error.cause);
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
