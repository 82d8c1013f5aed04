import { fromEpochMs, londonDateOf, londonTimeOf, toEpochMs } from '@ibex/kernel';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { instantTyped } from '../../frame/typed-times';
import { dayInWords } from '../../frame/time-words';

/** From when to when a summary reaches. */
export type Shift = Readonly<{ from: string; to: string }>;
export type ShiftAsked = Readonly<{
  shift: Shift;
  faults?: FormFaults;
  entries: Readonly<Record<string, string>>;
}>;

const USUAL_HOURS = 12;
const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 24 * 7;

const typedAs = (instant: string): readonly [string, string] => [
  dayInWords(londonDateOf(instant)),
  londonTimeOf(instant),
];

const entriesOf = ({ from, to }: Shift): Readonly<Record<string, string>> => {
  const [[fromDay, fromTime], [toDay, toTime]] = [typedAs(from), typedAs(to)];
  return { fromDay, fromTime, toDay, toTime };
};

const textIn = (query: Readonly<Record<string, unknown>>, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.trim() : '';
};

const hoursBefore = (instant: string, hours: number): string =>
  fromEpochMs(toEpochMs(instant) - hours * HOUR_MS);

const faultsIn = (from: string | undefined, to: string | undefined): FormFaults | undefined => {
  if (from === undefined)
    return faultsOf({ fromDay: 'Enter when the shift began, like 3 March 2026 and 8pm' });
  if (to === undefined) return faultsOf({ toDay: 'Enter when the shift ended, like 4 March 2026 and 8am' });
  if (from >= to) return faultsOf({ toDay: 'The end must be after the beginning' });
  if (hoursBefore(to, LONGEST_HOURS) > from)
    return faultsOf({ fromDay: 'A summary reaches over 7 days at most: choose a later beginning' });
  return undefined;
};

const NAMES = ['fromDay', 'fromTime', 'toDay', 'toTime'] as const;

const shiftTyped = (typed: (name: (typeof NAMES)[number]) => string): Partial<Shift> => {
  const from = instantTyped(typed('fromDay'), typed('fromTime'));
  const to = instantTyped(typed('toDay'), typed('toTime'));
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};

/** The shift that the address names; the last 12 hours where it names none. */
export const shiftIn = (query: Readonly<Record<string, unknown>>, now: string): ShiftAsked => {
  const usual = { from: hoursBefore(now, USUAL_HOURS), to: now };
  if (NAMES.every((name) => textIn(query, name) === '')) return { shift: usual, entries: entriesOf(usual) };
  const entries = Object.fromEntries(NAMES.map((name) => [name, textIn(query, name)]));
  const { from, to } = shiftTyped((name) => textIn(query, name));
  const faults = faultsIn(from, to);
  if (faults) return { shift: usual, entries, faults };
  return { shift: { from: from ?? usual.from, to: to ?? usual.to }, entries };
};
