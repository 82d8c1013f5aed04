import type {
  Addressee,
  AudienceRule,
  Capacity,
  DutyChange,
  DutyOpened,
  LegalBasis,
  RecipientDuty,
} from '@ibex/kernel';
import { LEGAL_BASES } from '../../shared/contract/legal-bases';
import { moveDeadlines } from '../domain/move.deadlines';
import { historyOf } from '../domain/move.history';
import type { Step } from '../domain/move.history';
import { gssOf, partiesTo } from '../domain/move.state';
import { MOVE_BASES } from './move.bases';
import { REMOVE, requestTo } from './move.requests';
import { urgencyOf } from './move.urgency';

type Telling = Readonly<{ step: Step; told: ReadonlySet<string>; changes: readonly DutyChange[] }>;

/** Facts by which an authority learns that what it was told was wrong, though it is no party any more. */
const PUT_RIGHT: ReadonlySet<string> = new Set(['MoveCorrected', 'MoveWithdrawn']);

/** Every authority that a step concerned. */
const concernedBy = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ state }) => partiesTo(state.move)));

const basisFor = ({ fact, state }: Step, isNew: boolean): LegalBasis =>
  fact.type === 'MoveWithdrawn' || (fact.type === 'MoveCorrected' && !isNew)
    ? LEGAL_BASES.accuracy
    : MOVE_BASES[state.move.cohort];

const opensFor =
  (authority: string) =>
  (change: DutyChange): change is DutyOpened =>
    change.change === 'opened' && change.owedBy === authority;

/** The duty that the fact opens for the addressee, the law's own clocks come first; else what is asked in words. */
const dutyFor = (
  authority: string,
  { step, changes }: Telling,
  isNew: boolean,
): RecipientDuty | undefined => {
  const first = changes.find(opensFor(authority));
  if (first)
    return first.dueAt === undefined ? { text: first.text } : { text: first.text, dueAt: first.dueAt };
  const text = requestTo(sideOf(authority, step), step, isNew);
  return text === undefined ? undefined : { text };
};

const sideOf = (authority: string, { state }: Step): 'receiving' | 'responsible' =>
  gssOf(state.move.toAuthority) === authority ? 'receiving' : 'responsible';

const isParty = (authority: string, { state }: Step): boolean => partiesTo(state.move).includes(authority);

const capacityOf = (authority: string, step: Step): Capacity =>
  isParty(authority, step) ? sideOf(authority, step) : 'addressee';

/** Both sides as they stand; of a recall, and of the correction that found it to be no party, also whoever was told. */
const addresseesOf = (steps: readonly Step[], step: Step): readonly string[] => {
  const parties = partiesTo(step.state.move);
  if (!PUT_RIGHT.has(step.fact.type)) return parties;
  const isRecall = step.fact.type === 'MoveWithdrawn';
  const before = isRecall ? steps : steps.slice(-2, -1);
  return [...new Set([...parties, ...concernedBy(before)])];
};

const addressed = (authority: string, telling: Telling): Addressee => {
  const isNew = !telling.told.has(authority);
  const duty = isParty(authority, telling.step) ? dutyFor(authority, telling, isNew) : { text: REMOVE };
  return {
    authority,
    capacity: capacityOf(authority, telling.step),
    urgency: urgencyOf(telling.step, isNew),
    basis: basisFor(telling.step, isNew),
    ...(duty && { duty }),
  };
};

/**
 * Both authorities are told of every fact, except the one that acts; a correction that finds an authority out tells
 * it as a first notice would, and tells the one that it found to be no party that it was told in error. A side that is unknown or outside England has no mailbox.
 */
export const moveAudience: AudienceRule = (fact, earlier) => {
  const steps = historyOf([...earlier, fact]);
  const step = steps.at(-1);
  if (!step || step.fact.id !== fact.id) return [];
  const telling = { step, told: concernedBy(historyOf(earlier)), changes: moveDeadlines(fact, earlier) };
  return addresseesOf(steps, step)
    .filter((authority) => authority !== step.fact.data.by)
    .map((authority) => addressed(authority, telling));
};
