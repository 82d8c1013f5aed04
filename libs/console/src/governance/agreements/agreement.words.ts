import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import { counted } from '../../frame/cells';

export type Agreement = AnswerOf<'get', '/v1/agreements/{id}'>;
export type Version = Agreement['versions'][number];
export type Clause = Version['clauses'][number];

export const TYPES = {
  placement: 'Placements in another area',
  move: 'Moves of children in need or with a plan',
  missing: 'Missing children',
  exploitation: 'Possible exploitation',
} as const;

export const DIRECTIONS = {
  'placed-here': 'Children of others placed with the party that tells',
  'ours-elsewhere': 'Own children placed elsewhere',
  'moved-in': 'Children who moved in',
  'moved-out': 'Children who moved out',
  'at-risk-here': 'Children who may head for the area',
} as const;

export const URGENCIES = { urgent: 'Urgent', prompt: 'Prompt', routine: 'Routine' } as const;

export const ENDINGS = {
  'purpose-fulfilled': 'It has done what it was for',
  replaced: 'Another agreement takes its place',
  breach: 'It was not kept to',
  'legal-advice': 'Legal advice',
  reorganisation: 'The authorities are reorganised',
  other: 'Another reason',
} as const;

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

const agesOf = ({ agesFrom, agesTo }: Clause): string => {
  if (agesFrom === undefined && agesTo === undefined)
    return 'Children of any age, also where it is not known';
  if (agesFrom === undefined) return `Children up to ${String(agesTo)} years old`;
  return agesTo === undefined
    ? `Children of ${String(agesFrom)} years or older`
    : `Children from ${String(agesFrom)} to ${String(agesTo)} years old`;
};

const whoOf = ({ from, to }: Clause): readonly Cell[] =>
  from === undefined || to === undefined
    ? ['Every party tells every other']
    : [
        { before: 'Told by', boroughs: from },
        { before: 'To', boroughs: to },
      ];

const listed = (
  words: Readonly<Record<string, string>>,
  codes: readonly string[] | undefined,
): readonly string[] => (codes === undefined ? [] : [codes.map((code) => wordOf(words, code)).join('; ')]);

/** A clause as a person reads it. */
export const clauseInWords = (clause: Clause): Cell => ({
  lines: [
    clause.types.map((type) => wordOf(TYPES, type)).join('; '),
    ...whoOf(clause),
    agesOf(clause),
    ...listed(DIRECTIONS, clause.directions),
    ...listed(URGENCIES, clause.urgencies).map((urgencies) => `Only where the first notice is: ${urgencies}`),
  ],
});

const STATES = {
  proposed: { tag: 'Proposed', colour: 'yellow' },
  'to-begin': { tag: 'Signed, begins later', colour: 'light-blue' },
  'in-force': { tag: 'In force', colour: 'green' },
  'run-out': { tag: 'Run out', colour: 'grey' },
  ended: { tag: 'Ended', colour: 'grey' },
} as const;
export const stateTag = ({ state }: Agreement): Cell => STATES[state];

/** The version that is in force, else the newest. */
export const currentOf = ({ versions, versionInForce }: Agreement): Version | undefined =>
  versions.find(({ version }) => version === versionInForce) ?? versions.at(-1);

export const newestOf = ({ versions }: Agreement): Version | undefined => versions.at(-1);

/** Whether this authority still has to sign the newest version. */
export const awaits = (agreement: Agreement, authority: string): boolean =>
  agreement.state !== 'ended' && (newestOf(agreement)?.awaiting.includes(authority) ?? false);

export const waitingInWords = ({ awaiting }: Version): string =>
  awaiting.length === 0
    ? 'Signed by all parties'
    : `${counted(awaiting.length, 'party has', 'parties have')} still to sign`;
