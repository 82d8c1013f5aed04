import { foldOf, never } from '@ibex/kernel';
import type { DeadlineRule, DutyChange, Instant, RecordedFact } from '@ibex/kernel';
import { START, clocksAfter, findStay, staysAfter } from './placement.clocks';
import type { Clocks, Recorded } from './placement.clocks';
import { correctedClocks } from './placement.corrected-clocks';
import { begin, finish, met, metOn, voidAll } from './placement.duty-changes';
import { consultationDuties } from './placement.duties';
import { isPlacementFact } from './placement.events';
import type { PlacementFact } from './placement.events';
import { evolvePlacement } from './placement.state';

const onConsulted = (
  fact: Recorded<'PlacementHostConsulted'>,
  { proclaimed }: Clocks,
): readonly DutyChange[] => {
  const { by: owner, restricted, ...consultation } = fact.data;
  return restricted
    ? []
    : consultationDuties({ ...consultation, owner, postedAt: fact.recordedAt, proclaimed });
};

/** The stay that a fact begins. */
const begun = (fact: RecordedFact & PlacementFact, { state, stays, proclaimed }: Clocks) =>
  findStay(evolvePlacement(state, fact), staysAfter(fact, stays), fact.recordedAt, proclaimed);

const onNotified = (fact: Recorded<'PlacementNotified'>, clocks: Clocks): readonly DutyChange[] => [
  ...voidAll(clocks.open, 'The placement went ahead'),
  ...begin(begun(fact, clocks), fact.data.toldByOtherMeansOn),
];

const onSupplied = (
  { data, recordedAt }: Recorded<'PlacementSupplied'>,
  { stays, open }: Clocks,
): readonly DutyChange[] => {
  const toldOn = data.toldByOtherMeansOn;
  const supplied = data.supplied.flatMap((what) =>
    what === 'care-plan'
      ? [`supply-care-plan-${stays}`, 'consult-care-plan']
      : [`supply-assessment-${stays}`],
  );
  const told = toldOn === undefined ? [] : [`tell-host-${stays}`, `end-notice-${stays}`];
  return [
    ...supplied.map((key) => met(key, recordedAt)),
    ...told.map((key) => met(key, metOn(toldOn ?? '', recordedAt))),
  ].filter(({ key }) => open.includes(key));
};

const onChanged = (fact: Recorded<'PlacementChanged'>, clocks: Clocks): readonly DutyChange[] => {
  const left = findStay(clocks.state, clocks.stays, fact.recordedAt, clocks.proclaimed);
  return [
    ...voidAll(clocks.open, 'The carer moved to the area of another authority'),
    ...finish(left, fact.data.changedOn),
    ...begin(begun(fact, clocks), fact.data.toldByOtherMeansOn),
  ];
};

const onEnded = ({ data, recordedAt }: Recorded<'PlacementEnded'>, clocks: Clocks): readonly DutyChange[] => [
  ...voidAll(clocks.open, 'The placement has ended'),
  ...finish(
    findStay(clocks.state, clocks.stays, recordedAt, clocks.proclaimed),
    data.endedOn,
    data.toldByOtherMeansOn,
  ),
];

const onResponded = (
  { data, recordedAt }: Recorded<'PlacementResponded'>,
  { stays, open }: Clocks,
): readonly DutyChange[] => {
  const assessedAt = data.riskAssessedOn === undefined ? undefined : metOn(data.riskAssessedOn, recordedAt);
  return [
    met('answer-consultation', recordedAt),
    met(`acknowledge-${stays}`, recordedAt),
    ...(assessedAt === undefined ? [] : [met(`assess-risk-${stays}`, assessedAt)]),
  ].filter(({ key }) => open.includes(key));
};

const onAcknowledged = (at: Instant, { stays, open }: Clocks): readonly DutyChange[] =>
  [met(`acknowledge-${stays}`, at)].filter(({ key }) => open.includes(key));

type CourseFact = RecordedFact &
  Exclude<
    PlacementFact,
    { type: 'PlacementHostConsulted' | 'PlacementNotified' | 'PlacementAcknowledged' | 'PlacementResponded' }
  >;

const courseChanges = (fact: CourseFact, clocks: Clocks): readonly DutyChange[] => {
  switch (fact.type) {
    case 'PlacementSupplied':
      return onSupplied(fact, clocks);
    case 'PlacementChanged':
      return onChanged(fact, clocks);
    case 'PlacementCorrected':
      return correctedClocks(fact, clocks);
    case 'PlacementEnded':
      return onEnded(fact, clocks);
    case 'PlacementWithdrawn':
      return voidAll(clocks.open, 'The placement was posted in error');
    default:
      return never(fact);
  }
};

const changesOf = (fact: RecordedFact & PlacementFact, clocks: Clocks): readonly DutyChange[] => {
  if (fact.type === 'PlacementHostConsulted') return onConsulted(fact, clocks);
  if (fact.type === 'PlacementNotified') return onNotified(fact, clocks);
  if (fact.type === 'PlacementAcknowledged') return onAcknowledged(fact.recordedAt, clocks);
  if (fact.type === 'PlacementResponded') return onResponded(fact, clocks);
  return courseChanges(fact, clocks);
};

const clocksBefore = foldOf<Clocks>(START, (clocks, fact) =>
  isPlacementFact(fact) ? clocksAfter(clocks, fact, changesOf(fact, clocks)) : clocks,
);

/** Duties of a placement; the source of each stands with it in placement.duties.ts. */
export const placementDeadlines: DeadlineRule = (fact, earlier, proclaimed) =>
  isPlacementFact(fact) ? changesOf(fact, { ...clocksBefore(earlier), proclaimed }) : [];
