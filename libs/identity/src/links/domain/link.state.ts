import { never } from '@ibex/kernel';
import type { By, Evidence, LinkFact, Pair } from './link.events';

/** What the matcher thinks of the pair now. `isSure`: enough to link without anybody looking. */
export type Known = Readonly<{ evidence: Evidence; isSure: boolean }>;
/** Who waits for a second person to say the same. */
export type Waiting = By & Readonly<{ for: 'same' | 'lifting' }>;

export type KnownLink = Readonly<{
  phase: 'known';
  pair: Pair;
  /** Absent where there was none, or where it was withdrawn. */
  known?: Known;
  /** What people decided last; stands against any later evidence. */
  word?: By & Readonly<{ says: 'same' | 'different' }>;
  /** Who set a mark that the two may never be linked; one for each authority, which knows of no other's. */
  marks: readonly By[];
  waiting?: Waiting;
}>;
export type LinkState = Readonly<{ phase: 'none' }> | KnownLink;

/**
 * `linked`: held to be one child. `proposed`: for a person to decide. `apart`: a person says two. `forbidden`: marked
 * never to be linked. `withdrawn`: nothing speaks for it any more.
 */
export const STANDINGS = ['proposed', 'linked', 'apart', 'forbidden', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

export const standingOf = ({ known, word, marks }: KnownLink): Standing => {
  if (marks.length > 0) return 'forbidden';
  if (word) return word.says === 'same' ? 'linked' : 'apart';
  if (!known) return 'withdrawn';
  return known.isSure ? 'linked' : 'proposed';
};

const nobodyWaits = (state: KnownLink): KnownLink => {
  const rest = { ...state };
  delete rest.waiting;
  return rest;
};

const said = (state: KnownLink, says: 'same' | 'different', { by, person }: By): KnownLink => ({
  ...nobodyWaits(state),
  word: { says, by, person },
});

const withdrawn = (state: KnownLink): KnownLink => {
  const rest = { ...state };
  delete rest.known;
  return rest;
};

/** What spoke for one child before the mark is for a person to look at, not enough by itself. */
const lifted = (state: KnownLink, by: string): KnownLink => {
  const rest = { ...nobodyWaits(state), marks: state.marks.filter((mark) => mark.by !== by) };
  return rest.known ? { ...rest, known: { ...rest.known, isSure: false } } : rest;
};

const told = (
  state: LinkState,
  { refs, owners, ...evidence }: Pair & Evidence,
  isSure: boolean,
): KnownLink => ({
  ...(state.phase === 'none' ? { phase: 'known', marks: [] } : state),
  pair: { refs, owners },
  known: { evidence, isSure },
});

const evolveKnown = (
  state: KnownLink,
  fact: Exclude<LinkFact, { type: 'LinkProposed' | 'LinkMade' | 'LinkForbidden' }>,
): KnownLink => {
  switch (fact.type) {
    case 'LinkEvidenceWithdrawn':
      return withdrawn(state);
    case 'LinkConfirmationAsked':
      return { ...state, waiting: { ...fact.data, for: 'same' } };
    case 'LinkConfirmed':
      return said(state, 'same', fact.data);
    case 'LinkDeclined':
    case 'LinkUndone':
      return said(state, 'different', fact.data);
    case 'LinkLiftingAsked':
      return { ...state, waiting: { ...fact.data, for: 'lifting' } };
    case 'LinkForbiddanceLifted':
      return lifted(state, fact.data.by);
    default:
      return never(fact);
  }
};

/** Whether an authority is told that a second person is awaited: of a mark, the one that set it alone. */
export const awaitsSecond = ({ waiting }: KnownLink, authority: string): boolean =>
  waiting !== undefined && (waiting.for === 'same' || waiting.by === authority);

/** Never refuses: what is recorded happened. A fact before the pair is known says nothing. */
export const evolveLink = (state: LinkState, fact: LinkFact): LinkState => {
  if (fact.type === 'LinkProposed' || fact.type === 'LinkMade')
    return told(state, fact.data, fact.type === 'LinkMade');
  if (fact.type === 'LinkForbidden') {
    const { refs, owners, by, person } = fact.data;
    const pair = { refs, owners };
    const known: KnownLink = state.phase === 'none' ? { phase: 'known', pair, marks: [] } : state;
    return { ...nobodyWaits(known), marks: [...known.marks, { by, person }] };
  }
  return state.phase === 'none' ? state : evolveKnown(state, fact);
};
