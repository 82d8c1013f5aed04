import { addDays } from '@ibex/kernel';
import type { CivilDate, DutyOpened, Instant, RecordedFact } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import concernMoved from '../../libs/notifications/src/exploitation/samples/ExploitationNrmStageMoved.v1.json';
import concernRaised from '../../libs/notifications/src/exploitation/samples/ExploitationConcernRaised.v1.json';
import concernReviewed from '../../libs/notifications/src/exploitation/samples/ExploitationReviewed.v1.json';
import concernWithdrawn from '../../libs/notifications/src/exploitation/samples/ExploitationWithdrawn.v1.json';
import missingFound from '../../libs/notifications/src/missing/samples/MissingFound.v1.json';
import missingReported from '../../libs/notifications/src/missing/samples/MissingReported.v1.json';
import missingWithdrawn from '../../libs/notifications/src/missing/samples/MissingWithdrawn.v1.json';
import moveAccepted from '../../libs/notifications/src/move/samples/MoveAccepted.v1.json';
import moveSupplied from '../../libs/notifications/src/move/samples/MoveInformationSupplied.v1.json';
import moveNotified from '../../libs/notifications/src/move/samples/MoveNotified.v1.json';
import placementEnded from '../../libs/notifications/src/placement/samples/PlacementEnded.v1.json';
import placementConsulted from '../../libs/notifications/src/placement/samples/PlacementHostConsulted.v1.json';
import placementNotified from '../../libs/notifications/src/placement/samples/PlacementNotified.v1.json';

type Sample = Readonly<{ data: RecordedFact['data'] }> & Omit<RecordedFact, 'data'>;
const recorded = (sample: Sample, recordedAt: Instant, data: RecordedFact['data'] = {}): RecordedFact => ({
  ...sample,
  recordedAt,
  data: { ...sample.data, ...data },
});

/** The duties that the type's own rule opens with a fact, by kind. */
type Opened = ReadonlyMap<string, DutyOpened>;
const openedBy = (fact: RecordedFact, ...earlier: readonly RecordedFact[]): Opened => {
  const rule = definitions.find(({ category }) => category === fact.category)?.deadlines;
  const changes = rule?.(fact, earlier) ?? [];
  return new Map(
    changes.flatMap((change) => (change.change === 'opened' ? [[change.kind, change] as const] : [])),
  );
};

/** The kinds that were asked for here: whoever adds a kind with a date adds it to the oracle. */
export const askedKinds = new Set<string>();
const dateOf = (opened: Opened, kind: string): string => {
  askedKinds.add(kind);
  const duty = opened.get(kind);
  return duty?.provisional === true ? 'beyond' : (duty?.dueAt ?? duty?.targetAt ?? 'no date');
};
const otherDateOf = (opened: Opened, kind: string): string =>
  opened.get(kind)?.otherStarts?.[0]?.dueAt ?? 'no other date';

const dayAt = (day: CivilDate): Instant => `${day}T23:30:00.000Z`;
const reported = (recordedAt: Instant, lastSeen: object): RecordedFact =>
  recorded(missingReported, recordedAt, { lastSeen });
const EARLY = '2024-01-01T00:00:00.000Z';

const missingAt = (at: Instant): readonly string[] => {
  const lost = reported(at, { at });
  const missing = openedBy(lost);
  return [
    dateOf(missing, 'acknowledgement'),
    dateOf(missing, 'tell-host'),
    dateOf(openedBy(recorded(missingWithdrawn, at), lost), 'put-right'),
    dateOf(
      openedBy(recorded(missingFound, at, { when: { at } }), reported(EARLY, { at: EARLY })),
      'return-interview',
    ),
  ];
};

const pending = { carePlan: 'pending', assessment: 'pending', restricted: false };
type Data = RecordedFact['data'];
const placed = (recordedAt: Instant, data: Data): RecordedFact =>
  recorded(placementNotified, recordedAt, { ...pending, ...data });
const consulted = (recordedAt: Instant, data: Data = {}): RecordedFact =>
  recorded(placementConsulted, recordedAt, data);

const placementAt = (at: Instant): readonly string[] => {
  const known = openedBy(placed(at, { notice: 'emergency' }));
  const unknown = openedBy(placed(at, { notice: 'emergency', host: { kind: 'unknown' } }));
  return [
    ...['acknowledge', 'assess-risk'].map((kind) => dateOf(known, kind)),
    dateOf(unknown, 'establish-host'),
    dateOf(openedBy(consulted(at)), 'answer-consultation'),
  ];
};

const moved = (recordedAt: Instant, data: Data): RecordedFact => recorded(moveNotified, recordedAt, data);
const moveAt = (at: Instant): readonly string[] => {
  const duties = openedBy(moved(at, { movedOn: addDays(at.slice(0, 10), -1) }));
  return ['hold-transfer-in-conference', 'answer-referral', 'supply-information'].map((kind) =>
    dateOf(duties, kind),
  );
};

const concern = (recordedAt: Instant, data: Data = {}): RecordedFact =>
  recorded(concernRaised, recordedAt, { nrm: undefined, assessed: undefined, ...data });
const exploitationAt = (at: Instant): readonly string[] => [
  dateOf(openedBy(concern(at)), 'acknowledgement'),
  dateOf(openedBy(recorded(concernWithdrawn, at), concern(at)), 'put-right'),
];
const exploitationOn = (day: CivilDate): readonly string[] => {
  const decided = (decidedBy: string): Opened => {
    const referral = { stage: 'referred', on: day, decidedBy };
    return openedBy(recorded(concernMoved, dayAt(day), referral), concern(dayAt(day)));
  };
  const set = { on: addDays(day, -14), nextReviewOn: day };
  return [
    ...['single-competent-authority', 'local-panel'].map((by) =>
      dateOf(decided(by), 'nrm-reasonable-grounds'),
    ),
    dateOf(openedBy(recorded(concernReviewed, dayAt(day), set), concern(dayAt(day))), 'exploitation-review'),
  ];
};

/** What counts from the moment of a notice. */
export const datesAt = (at: Instant): readonly string[] => [
  at,
  ...missingAt(at),
  ...placementAt(at),
  ...moveAt(at),
  ...exploitationAt(at),
];

const placementOn = (day: CivilDate): readonly string[] => {
  const [planned, emergency, fromReturn] = ['planned', 'emergency', 'from-return'].map((notice) =>
    openedBy(placed(dayAt(day), { startsOn: day, notice })),
  ) as [Opened, Opened, Opened];
  const kinds = ['tell-host', 'supply-care-plan', 'supply-assessment'];
  const ended = recorded(placementEnded, dayAt(day), { endedOn: day });
  return [
    ...kinds.map((kind) => dateOf(planned, kind)),
    ...kinds.map((kind) => dateOf(emergency, kind)),
    ...[dateOf(fromReturn, 'tell-host'), otherDateOf(fromReturn, 'tell-host')],
    dateOf(openedBy(consulted(dayAt(day), { intendedStartOn: day })), 'supply-care-plan'),
    dateOf(openedBy(ended, placed(dayAt(day), { startsOn: day, notice: 'emergency' })), 'end-notice'),
  ];
};

const CONFERENCE = 'hold-transfer-in-conference';
const moveOn = (day: CivilDate): readonly string[] => {
  const ahead = openedBy(moved(dayAt(addDays(day, -21)), { movedOn: undefined, expectedOn: day }));
  const told = moved(dayAt(day), { movedOn: day });
  const housed = { cohort: 'homeless-household', accommodationAvailableOn: day };
  const stay = { movedOn: day, permanence: 'temporary' };
  return [
    ...[dateOf(ahead, CONFERENCE), otherDateOf(ahead, CONFERENCE)],
    otherDateOf(openedBy(recorded(moveSupplied, dayAt(day), { suppliedOn: day }), told), CONFERENCE),
    otherDateOf(openedBy(recorded(moveAccepted, dayAt(day), { acceptedOn: day }), told), CONFERENCE),
    dateOf(openedBy(moved(dayAt(day), housed)), 'give-section-208-notice'),
    dateOf(openedBy(moved(dayAt(day), stay)), 'review-temporary-move'),
    dateOf(
      openedBy(moved(dayAt(day), { ...stay, temporaryUntil: addDays(day, 30) })),
      'review-temporary-move',
    ),
  ];
};

/** What counts from a date; where only the date of a return or a last sight is known, too. */
export const datesOn = (day: CivilDate): readonly string[] => [
  day,
  ...placementOn(day),
  ...moveOn(day),
  dateOf(
    openedBy(
      recorded(missingFound, dayAt(day), { when: { on: day } }),
      reported('2023-12-31T00:00:00.000Z', { at: '2023-12-31T00:00:00.000Z' }),
    ),
    'return-interview',
  ),
  dateOf(openedBy(reported(dayAt(day), { on: day })), 'tell-host'),
  ...exploitationOn(day),
];
