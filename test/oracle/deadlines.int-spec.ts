import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addHours, dayOfWeek, fromEpochMs, toEpochMs } from '@ibex/kernel';
import type { Instant, RecordedFact } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { askedKinds, datesAt, datesOn } from './dated-duties';
import oracle from './deadline-oracle.json';

/** The clocks change at 1:00 UTC on the last Sunday of March and of October. */
const changeIn = (month: string): Instant | undefined => {
  if (!/-(?:03|10)$/.test(month)) return undefined;
  const last = `${month}-31`;
  return `${addDays(last, -dayOfWeek(last))}T01:00:00.000Z`;
};

const instantsOf = (month: string): readonly Instant[] => {
  const change = changeIn(month);
  const isNear = (at: Instant): boolean =>
    change !== undefined && at >= addHours(change, -3) && at < addHours(change, 3);
  const instants: Instant[] = [];
  for (let at = `${month}-01T00:00:00.000Z`; at.startsWith(month);) {
    instants.push(at);
    at = isNear(at) ? fromEpochMs(toEpochMs(at) + 60_000) : addHours(at, 1);
  }
  return instants;
};

const momentsOf = (month: string): readonly string[] => instantsOf(month).map((at) => datesAt(at).join(' '));

const daysOf = (month: string): readonly string[] => {
  const lines: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1))
    lines.push(datesOn(day).join(' '));
  return lines;
};

/** Kinds with a date that a type opens anywhere in the course that its frozen samples tell. */
const datedKindsOf = ({ category, deadlines }: (typeof definitions)[number]): readonly string[] => {
  const folder = join(__dirname, '../../libs/notifications/src', category, 'samples');
  const course = readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedFact)
    .sort((one, other) => one.revision - other.revision);
  const changes = course.flatMap((fact, at) => deadlines(fact, course.slice(0, at)));
  return changes.flatMap((change) =>
    change.change === 'opened' && (change.dueAt ?? change.targetAt) !== undefined ? [change.kind] : [],
  );
};

const digest = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex');

describe('the deadlines of placement, move, missing and exploitation beside an independent oracle, 2024 to 2035', () => {
  it.each(Object.entries(oracle))(
    'agree for every hour and every day of %s',
    (month, expected) => {
      expect({ hours: digest(momentsOf(month)), days: digest(daysOf(month)) }).toEqual(expected);
    },
    60_000,
  );

  it('would not agree if one of them were an hour or a day off', () => {
    const [first = '', ...others] = daysOf('2026-10');
    expect(digest([first.replace('T23:', 'T22:'), ...others])).not.toBe(oracle['2026-10'].days);
  });

  it('leave out no kind of duty that has a date', () => {
    datesAt('2026-10-25T01:00:00.000Z');
    datesOn('2026-10-25');
    const opened = definitions.flatMap(datedKindsOf);
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.filter((kind) => !askedKinds.has(kind))).toEqual([]);
  });
});
