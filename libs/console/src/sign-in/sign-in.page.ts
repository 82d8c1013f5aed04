import type { IbexError, SignInProvider, TrialAccount } from '@ibex/kernel';

export type Choice = Readonly<{ text: string; href: string }>;
export type TrialRow = Readonly<{ authority: string; accounts: readonly Choice[] }>;

/** Whoever shows IBEX needs a few neighbours; the others are one press further away. */
const FIRST: ReadonlySet<string> = new Set(['E09000007', 'E09000008', 'E09000009', 'E09000012', 'E09000022']);

const ROLE_WORDS: Readonly<Record<TrialAccount['role'], string>> = {
  'duty-desk': 'Duty desk',
  'placing-practitioner': 'Placements',
  mash: 'MASH',
  governance: 'Governance',
  operator: 'Operator',
  'system-client': 'System',
};

const startOf = (provider: string, then: string, account?: string): string => {
  const query = new URLSearchParams({ provider, ...(account === undefined ? {} : { account }) });
  if (then !== '/console') query.set('then', then);
  return `/console/sign-in/start?${query.toString()}`;
};

const rowsOf = (id: string, accounts: readonly TrialAccount[], then: string): readonly TrialRow[] =>
  [...new Set(accounts.map(({ authorityName }) => authorityName))]
    .map((authority) => ({
      authority,
      accounts: accounts
        .filter(({ authorityName }) => authorityName === authority)
        .map(({ hint, role }) => ({ text: ROLE_WORDS[role], href: startOf(id, then, hint) })),
    }))
    .sort((a, b) => a.authority.localeCompare(b.authority, 'en-GB'));

const isFirst = ({ authority }: TrialAccount): boolean => FIRST.has(authority);

/** Where to sign in: the authorities' own providers, and the accounts of a trial where there are any. */
export const signInPage = (providers: readonly SignInProvider[], then: string) => {
  const trials = providers.filter(({ accounts }) => accounts.length > 0);
  const rows = (isShown: (account: TrialAccount) => boolean): readonly TrialRow[] =>
    trials.flatMap(({ id, accounts }) => rowsOf(id, accounts.filter(isShown), then));
  return {
    choices: providers
      .filter(({ accounts }) => accounts.length === 0)
      .map(({ id, name }): Choice => ({ text: name, href: startOf(id, then) })),
    first: rows(isFirst),
    others: rows((account) => !isFirst(account)),
  };
};

type Words = Readonly<{ says: string; mend: string }>;

const WORDS: Readonly<Record<string, Words>> = {
  'too-late': {
    says: 'It took too long, or the link was used before.',
    mend: 'Start again.',
  },
  'cookie-missing': {
    says: 'Your browser did not keep what binds the sign-in to it.',
    mend: 'Allow cookies for this site and start again. In a trial over plain http use Chrome, Edge or Firefox.',
  },
  'host-not-known': {
    says: 'The console is not meant to be reached by this address.',
    mend: 'Use the address that you were given. Whoever runs IBEX sets it as IBEX_PUBLIC_URL.',
  },
  'no-role': {
    says: 'You were recognised, but you have no role in IBEX.',
    mend: 'Ask whoever gives out roles in your authority to give you one, then start again.',
  },
  'not-accepted': {
    says: 'You were recognised, but the exchange does not accept it.',
    mend: 'Tell whoever runs IBEX for you. Your access may have been taken away by your authority.',
  },
  access_denied: {
    says: 'The sign-in was refused or given up.',
    mend: 'Start again, with another account if need be.',
  },
};

const OTHERWISE: Words = {
  says: 'The answer of the place where you signed in did not hold.',
  mend: 'Start again. If it happens again, tell whoever runs IBEX for you, with the time.',
};

const AWAY: Words = {
  says: 'The place where you sign in cannot be reached now.',
  mend: 'Try again in a minute. If a child is at risk, do not wait: ring the authority concerned and the police on 999.',
};

const REASON = /\(([^()]*)\)$/;

/** What somebody is told whose sign-in did not come about. */
export const failedSignIn = ({ code, message }: IbexError) => {
  if (code === 'sign-in/provider-away') return { status: 503, reason: 'provider-away', ...AWAY };
  const reason = REASON.exec(message)?.[1] ?? message;
  return { status: 400, reason, ...(WORDS[reason] ?? OTHERWISE) };
};
