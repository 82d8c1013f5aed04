import { refuse } from '@ibex/kernel';
import type { Refusal } from '@ibex/kernel';

/** Every expected "no": a sentence that says what to do instead, and the field where one is at fault. */
const REFUSALS = {
  'agreement/not-known': ['There is no such agreement of your authority.'],
  'agreement/already-proposed': ['This agreement was proposed already; amend it instead.'],
  'agreement/not-among-parties': ['Your own authority has to be one of the parties.', 'parties'],
  'agreement/one-party': ['An agreement needs two different authorities at least.', 'parties'],
  'agreement/unknown-authority': [
    'A party is not the code of a current English authority with children’s services; see /v1/authorities.',
    'parties',
  ],
  'agreement/no-clause': ['Say in at least one clause what is to be told to whom.', 'clauses'],
  'agreement/clause-twice': ['Two clauses have the same id; give each one of its own.', 'clauses'],
  'agreement/clause-for-nobody': [
    'A clause names nobody who tells somebody else: both sides have to be parties, and different ones.',
    'clauses',
  ],
  'agreement/type-unknown': ['A clause names a type of notice that is not known here.', 'clauses'],
  'agreement/ages-impossible': [
    'A clause begins with a greater age than it ends with, or with one that no child has.',
    'clauses',
  ],
  'agreement/to-before-from': ['The last day comes before the first.', 'to'],
  'agreement/over-before-it-begins': ['The last day is over already.', 'to'],
  'agreement/nothing-changed': ['The newest version already says what you ask for.'],
  'agreement/person-must-sign': [
    'An agreement is signed off by a person who answers for it, not by a system.',
  ],
  'agreement/other-version': [
    'This is not the newest version. Read that one, and say its number when you sign.',
    'version',
  ],
  'agreement/signed-already': ['Your authority has signed this version already.'],
  'agreement/left-already': ['Your authority has left this agreement; it can come back by an amendment.'],
  'agreement/not-bound': [
    'Your authority has left this agreement, or was never bound by it: there is nothing to end.',
  ],
  'agreement/ended': ['This agreement has ended, which is for good. Propose a new one.'],
} as const satisfies Readonly<Record<string, readonly [because: string, field?: string]>>;

export type AgreementRefusal = Refusal<keyof typeof REFUSALS>;

export const AGREEMENT_REFUSALS: readonly string[] = Object.keys(REFUSALS);

export const refused = (code: AgreementRefusal['code'], more = '') => {
  const [because, field] = REFUSALS[code];
  return refuse(code, `${because}${more}`, field);
};
