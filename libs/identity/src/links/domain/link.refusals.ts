import { refuse } from '@ibex/kernel';
import type { Refusal } from '@ibex/kernel';

/** Every expected "no": a sentence that says what to do instead. */
const REFUSALS = {
  'link/not-known': ['There is no such pair of records that you may decide on.'],
  'link/person-must-decide': [
    'Whether two records are of one child is decided by a person, not by a system.',
  ],
  'link/decided-already': ['This is how it was decided before; there is nothing to change.'],
  'link/not-linked': ['The two records are not linked; there is nothing to undo.'],
  'link/kept-apart': ['Somebody keeps these two records apart. That mark has to be lifted first.'],
  'link/forbidden-already': ['Your authority has marked the two records never to be linked already.'],
  'link/not-forbidden': ['The two records carry no mark of your authority that could be lifted.'],
  'link/second-person-needed': [
    'You were the first to say so. It takes effect when somebody else says so, too.',
  ],
  'link/one-record': ['Name two different records.', 'recordRefs'],
} as const satisfies Readonly<Record<string, readonly [because: string, field?: string]>>;

export type LinkRefusal = Refusal<keyof typeof REFUSALS>;

export const LINK_REFUSALS: readonly string[] = Object.keys(REFUSALS);

export const refused = (code: LinkRefusal['code']) => {
  const [because, field] = REFUSALS[code];
  return refuse(code, because, field);
};
