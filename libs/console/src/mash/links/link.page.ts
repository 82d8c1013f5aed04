import { codeInWords } from '../../frame/filters';
import type { BlastRadius, LinkDetail, NameOf } from '../parts/answers';
import { momentInWords } from '../parts/moments';

type Colour = 'green' | 'red' | 'grey';
export type Compared = Readonly<{
  label: string;
  left: string;
  right: string;
  verdict: Readonly<{ text: string; colour: Colour }>;
}>;
export type LinkShown = Readonly<{
  id: string;
  state: LinkDetail['state'];
  stateInWords: string;
  heads: readonly string[];
  refs: readonly (string | undefined)[];
  compared: readonly Compared[];
  /** What the exchange compared, which is more than the reader may see. */
  why: readonly Readonly<{ label: string; text: string }>[];
  odds: string;
  notes: readonly string[];
  history: readonly Readonly<{ what: string; at: string; who: string; words: string }>[];
  canDecide: boolean;
  canUnlink: boolean;
  canForbid: boolean;
  canLift: boolean;
}>;

const STATES: Readonly<Record<LinkDetail['state'], string>> = {
  proposed: 'A person has to decide',
  linked: 'Held to be one child',
  apart: 'A person said: two children',
  forbidden: 'Never to be linked',
  withdrawn: 'Nothing speaks for one child any more',
};
const SIGHTS: Readonly<Record<LinkDetail['sides'][number]['sight'], string>> = {
  owner: 'your own record',
  addressee: 'your authority was told of it',
  grant: 'opened in an emergency',
  none: 'not open to you',
};
const FIELDS: readonly (readonly [name: string, words: string])[] = [
  ...([['forename', 'First name'] as const, ['surname', 'Last name'] as const] as const),
  ...([
    ['dateOfBirth', 'Born'] as const,
    ['sex', 'Sex'] as const,
    ['ethnicity', 'Ethnicity'] as const,
  ] as const),
  ...([['nhsNumber', 'NHS number'] as const, ['upn', 'UPN'] as const] as const),
  ...([['homePostcode', 'Home postcode'] as const, ['localId', 'Case number'] as const] as const),
];

const HIDDEN = 'Not open to you';
const NOTHING = 'Not on record';

const verdictOf = (
  name: string,
  left: string | undefined,
  right: string | undefined,
): Compared['verdict'] => {
  if (left === undefined || right === undefined) return { text: 'Cannot compare', colour: 'grey' };
  if (name === 'localId') return { text: 'Each its own', colour: 'grey' };
  const isSame = left.trim().toLowerCase() === right.trim().toLowerCase();
  return isSame ? { text: 'Same', colour: 'green' } : { text: 'Differs', colour: 'red' };
};

type Side = LinkDetail['sides'][number];

const shownIn = (side: Side | undefined, name: string): string => {
  if (!side?.child) return HIDDEN;
  const value = side.child[name];
  return value === undefined ? NOTHING : momentInWords(value);
};

const comparedIn = ([left, right]: readonly Side[]): readonly Compared[] =>
  FIELDS.filter(([name]) => left?.child?.[name] !== undefined || right?.child?.[name] !== undefined).map(
    ([name, label]) => ({
      ...{ label, left: shownIn(left, name), right: shownIn(right, name) },
      verdict: verdictOf(name, left?.child?.[name], right?.child?.[name]),
    }),
  );

const whyOf = (reason: string): Readonly<{ label: string; text: string }> => {
  const at = reason.indexOf(': ');
  return at === -1 ? { label: '', text: reason } : { label: reason.slice(0, at), text: reason.slice(at + 2) };
};

const notesOf = ({ awaitsSecondPerson, takesTwo, hasRivals }: LinkDetail): readonly string[] => [
  ...(awaitsSecondPerson
    ? ['A first person has said so. A second person has to say so too before it takes effect.']
    : []),
  ...(takesTwo ? ['One of the records is restricted: linking them takes two people.'] : []),
  ...(hasRivals ? ['Other records could as well be meant. Look closely.'] : []),
];

const lineOf =
  (nameOf: NameOf) =>
  ({ what, at, by, kind, rationale }: LinkDetail['history'][number]): LinkShown['history'][number] => ({
    ...{ what, at, who: by === undefined ? 'Found by comparing records' : nameOf(by) },
    words: [kind === undefined ? undefined : codeInWords(kind), rationale]
      .filter((part) => part !== undefined)
      .join(': '),
  });

/** Two records side by side, one’s own on the left, what agrees and what does not, for the person who has to decide. */
export const linkPage = (detail: LinkDetail, nameOf: NameOf): LinkShown => {
  const { id, state, why, odds, history } = detail;
  const sides = detail.sides.toSorted(
    (one, other) => Number(other.sight === 'owner') - Number(one.sight === 'owner'),
  );
  return {
    ...{ id, state, odds, stateInWords: STATES[state], compared: comparedIn(sides) },
    heads: sides.map(({ ownerName, sight }) => `${ownerName}: ${SIGHTS[sight]}`),
    refs: sides.map(({ recordRef }) => recordRef),
    ...{ why: why.map(whyOf), notes: notesOf(detail), history: history.map(lineOf(nameOf)) },
    canDecide: state === 'proposed' || state === 'apart' || state === 'withdrawn',
    ...{ canUnlink: state === 'linked', canForbid: state !== 'forbidden', canLift: state === 'forbidden' },
  };
};

export type RadiusShown = readonly Readonly<{
  linkedAt: string;
  partedAt?: string;
  reached: readonly Readonly<{
    name: string;
    records: number;
    lastAt: string;
    toldAt?: string;
    confirmedAt?: string;
  }>[];
}>[];

/** Who was shown the two as one child, each time that they were linked. */
export const radiusPage = ({ spells }: BlastRadius): RadiusShown =>
  spells.map(({ linkedAt, partedAt, reached }) => ({
    linkedAt,
    ...(partedAt === undefined ? {} : { partedAt }),
    reached: reached.map(({ name, records, lastAt, correctedAt, confirmedAt }) => ({
      ...{ name, records, lastAt },
      ...(correctedAt === undefined ? {} : { toldAt: correctedAt }),
      ...(confirmedAt === undefined ? {} : { confirmedAt }),
    })),
  }));
