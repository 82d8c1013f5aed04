import { createHash } from 'node:crypto';
import { addDays, addHours } from '@ibex/kernel';
import type { DutyOpened, RecordedFact } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import missingFound from '../../libs/notifications/src/missing/samples/MissingFound.v1.json';
import missingReported from '../../libs/notifications/src/missing/samples/MissingReported.v1.json';
import moveNotified from '../../libs/notifications/src/move/samples/MoveNotified.v1.json';
import placementEnded from '../../libs/notifications/src/placement/samples/PlacementEnded.v1.json';
import placementNotified from '../../libs/notifications/src/placement/samples/PlacementNotified.v1.json';
import oracle from './deadline-oracle.json';

type Sample = Readonly<{ data: RecordedFact['data'] }> & Omit<RecordedFact, 'data'>;
const recorded = (sample: Sample, recordedAt: string, data: RecordedFact['data'] = {}): RecordedFact => ({
  ...sample,
  recordedAt,
  data: { ...sample.data, ...data },
});

/** The duties that the type's own rule opens with a fact, by kind. */
const openedBy = (
  fact: RecordedFact,
  ...earlier: readonly RecordedFact[]
): ReadonlyMap<string, DutyOpened> => {
  const rule = definitions.find(({ category }) => category === fact.category)?.deadlines;
  const changes = rule?.(fact, earlier) ?? [];
  return new Map(
    changes.flatMap((change) => (change.change === 'opened' ? [[change.kind, change] as const] : [])),
  );
};
const dateOf = (duty: DutyOpened | undefined): string =>
  duty?.provisional === true ? 'beyond' : (duty?.dueAt ?? duty?.targetAt ?? 'no date');

const reported = recorded(missingReported, '2024-01-01T00:00:00.000Z');
const interviewAfter = (when: object, recordedAt: string): string =>
  dateOf(openedBy(recorded(missingFound, recordedAt, { when }), reported).get('return-interview'));

const placedOn = (day: string, notice: string): RecordedFact =>
  recorded(placementNotified, `${day}T23:30:00.000Z`, {
    ...{ startsOn: day, notice, host: { kind: 'authority', gss: 'E09000008' }, restricted: false },
  });

const placementDatesOf = (day: string): readonly string[] => {
  const emergency = openedBy(placedOn(day, 'emergency'));
  const ended = recorded(placementEnded, `${day}T23:30:00.000Z`, { endedOn: day });
  return [
    dateOf(openedBy(placedOn(day, 'planned')).get('tell-host')),
    dateOf(emergency.get('tell-host')),
    dateOf(emergency.get('acknowledge')),
    dateOf(emergency.get('assess-risk')),
    dateOf(openedBy(ended, placedOn(day, 'emergency')).get('end-notice')),
  ];
};

const moveDatesOf = (day: string): readonly string[] => {
  const duties = openedBy(recorded(moveNotified, `${day}T23:30:00.000Z`, { movedOn: day }));
  return [dateOf(duties.get('hold-transfer-in-conference')), dateOf(duties.get('answer-referral'))];
};

const hoursOf = (month: string): readonly string[] => {
  const lines: string[] = [];
  for (let at = `${month}-01T00:00:00.000Z`; at.startsWith(month); at = addHours(at, 1))
    lines.push(`${at} ${interviewAfter({ at }, at)}`);
  return lines;
};

const daysOf = (month: string): readonly string[] => {
  const lines: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) {
    const returned = interviewAfter({ on: day }, `${day}T23:30:00.000Z`);
    lines.push([day, ...placementDatesOf(day), ...moveDatesOf(day), returned].join(' '));
  }
  return lines;
};

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

describe('the deadlines of placement, move and missing beside an independent oracle, 2024 to 2035', () => {
  it.each(Object.entries(oracle))('agree for every hour and every day of %s', (month, expected) => {
    expect({ hours: digest(hoursOf(month)), days: digest(daysOf(month)) }).toEqual(expected);
  });

  it('would not agree if one of them were an hour or a day off', () => {
    const [first = '', ...others] = daysOf('2026-10');
    expect(digest([first.replace('T23:', 'T22:'), ...others])).not.toBe(oracle['2026-10'].days);
  });
});
