import { accept, never } from '@ibex/kernel';
import type { Decider, Decision } from '@ibex/kernel';
import type {
  ConfirmLink,
  DeclineLink,
  ForbidLink,
  LiftForbiddance,
  LinkCommand,
  TellEvidence,
  UndoLink,
} from './link.commands';
import type { By, BySecond, Evidence, LinkFact, Rationale } from './link.events';
import { refused } from './link.refusals';
import type { LinkRefusal } from './link.refusals';
import { evolveLink, standingOf } from './link.state';
import type { Known, KnownLink, LinkState } from './link.state';

type Decided = Decision<LinkFact, LinkRefusal>;

/** Less than one bit is the same evidence: parameters learnt anew move every weight a little. */
const SAME_WEIGHT = 1;

const isSameEvidence = (one: Evidence, other: Evidence): boolean =>
  Math.abs(one.weight - other.weight) < SAME_WEIGHT &&
  one.rivals === other.rivals &&
  one.reasons.join('\n') === other.reasons.join('\n');

/** What a person decided stands: then the matcher only says what it thinks. */
const isFree = (state: LinkState): boolean =>
  state.phase === 'none' || (!state.word && state.marks.length === 0);

const knownOf = (state: LinkState): Known | undefined => (state.phase === 'none' ? undefined : state.known);

const decideEvidence = ({ data }: TellEvidence, state: LinkState): Decided => {
  const { outcome, ...told } = data;
  const known = knownOf(state);
  if (outcome === 'nothing')
    return known ? accept<LinkFact>({ type: 'LinkEvidenceWithdrawn', data: {} }) : accept();
  const isSure = outcome === 'automatic' && isFree(state);
  if (known?.isSure === isSure && isSameEvidence(known.evidence, told)) return accept();
  return accept<LinkFact>({ type: isSure ? 'LinkMade' : 'LinkProposed', data: told });
};

const wordsOf = (personal: Rationale | undefined) => (personal === undefined ? {} : { personal });

/** Who said it before, if anybody did. */
const firstOf = ({ waiting }: KnownLink, what: 'same' | 'lifting'): By | undefined =>
  waiting?.for === what ? waiting : undefined;

const isSamePerson = (one: By, other: By): boolean => one.by === other.by && one.person === other.person;

const together = (first: By, { by, person }: By): BySecond => ({
  ...{ by, person },
  ...{ firstBy: first.by, firstPerson: first.person },
});

/** Going back on what a person decided takes two, as lifting a mark does. */
const takesTwo = ({ data }: ConfirmLink, { word }: KnownLink): boolean =>
  data.needsSecond || word !== undefined;

const decideConfirmation = (command: ConfirmLink, state: KnownLink): Decided => {
  const { by, person } = command.data;
  if (state.marks.length > 0) return refused('link/kept-apart');
  if (state.word?.says === 'same') return refused('link/decided-already');
  const words = wordsOf(command.personal);
  const first = firstOf(state, 'same');
  if (first && isSamePerson(first, command.data)) return refused('link/second-person-needed');
  if (first)
    return accept<LinkFact>({ type: 'LinkConfirmed', data: together(first, command.data), ...words });
  const type = takesTwo(command, state) ? 'LinkConfirmationAsked' : 'LinkConfirmed';
  return accept<LinkFact>({ type, data: { by, person }, ...words });
};

/** Takes effect at once, also where a second person is needed to link: keeping apart shows nobody anything. */
const decideParting = ({ type, data, personal }: DeclineLink | UndoLink, state: KnownLink): Decided => {
  const { by, person } = data;
  if (state.marks.length > 0) return refused('link/kept-apart');
  const isLinked = standingOf(state) === 'linked';
  if (!isLinked && type === 'UndoLink') return refused('link/not-linked');
  if (!isLinked && state.word?.says === 'different') return refused('link/decided-already');
  const words = wordsOf(personal);
  return accept<LinkFact>({ type: isLinked ? 'LinkUndone' : 'LinkDeclined', data: { by, person }, ...words });
};

const hasMark = (state: LinkState, authority: string): boolean =>
  state.phase === 'known' && state.marks.some(({ by }) => by === authority);

const decideMark = ({ data, personal }: ForbidLink, state: LinkState): Decided => {
  const { refs, owners, by, person } = data;
  if (refs[0] === refs[1]) return refused('link/one-record');
  // of a mark that another authority set nothing is said
  if (hasMark(state, by)) return refused('link/forbidden-already');
  const words = personal === undefined ? {} : { personal };
  return accept<LinkFact>({ type: 'LinkForbidden', data: { refs, owners, by, person }, ...words });
};

const decideLifting = ({ data, personal }: LiftForbiddance, state: KnownLink): Decided => {
  const { by, person } = data;
  if (!hasMark(state, by)) return refused('link/not-forbidden');
  const words = wordsOf(personal);
  const first = firstOf(state, 'lifting');
  if (first?.by !== by) return accept<LinkFact>({ type: 'LinkLiftingAsked', data: { by, person }, ...words });
  if (isSamePerson(first, data)) return refused('link/second-person-needed');
  return accept<LinkFact>({ type: 'LinkForbiddanceLifted', data: together(first, data), ...words });
};

const decidePerson = (command: Exclude<LinkCommand, TellEvidence>, state: LinkState): Decided => {
  if (!command.data.isPerson) return refused('link/person-must-decide');
  if (command.type === 'ForbidLink') return decideMark(command, state);
  if (state.phase === 'none') return refused('link/not-known');
  switch (command.type) {
    case 'ConfirmLink':
      return decideConfirmation(command, state);
    case 'DeclineLink':
    case 'UndoLink':
      return decideParting(command, state);
    case 'LiftForbiddance':
      return decideLifting(command, state);
    default:
      return never(command);
  }
};

/** Whether two records are of one child: stream `link-<id of the pair>`. Who may say so was asked before. */
export const linkDecider: Decider<LinkCommand, LinkFact, LinkState, LinkRefusal> = {
  initialState: { phase: 'none' },
  decide: (command, state) =>
    command.type === 'TellEvidence' ? decideEvidence(command, state) : decidePerson(command, state),
  evolve: evolveLink,
};
