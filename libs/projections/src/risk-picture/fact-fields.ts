import {
  addHours,
  endOfLondonDay,
  isCivilDate,
  isInstant,
  londonDateOf,
  startOfLondonDay,
} from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';
import { isOutsideEngland } from '@ibex/notifications';
import type { Host } from '@ibex/notifications';

// a field may have been withheld from the reader: everything here takes what is not there

type Fields = Readonly<Record<string, unknown>>;
export type Moment = Readonly<{ at: Instant }> | Readonly<{ on: CivilDate }>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

export const textIn = (data: Fields, name: string): string | undefined => {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
};

export const partIn = (data: Fields, name: string): Fields | undefined =>
  data[name] === undefined ? undefined : fieldsOf(data[name]);

export const dateIn = (data: Fields, name: string): CivilDate | undefined => {
  const value = textIn(data, name);
  return value !== undefined && isCivilDate(value) ? value : undefined;
};

export const momentIn = (data: Fields, name: string): Moment | undefined => {
  const { at, on } = fieldsOf(data[name]);
  if (typeof at === 'string' && isInstant(at)) return { at };
  return typeof on === 'string' && isCivilDate(on) ? { on } : undefined;
};

export const hostIn = (data: Fields): Host | undefined => {
  const { kind, gss, code } = fieldsOf(data['host']);
  if (kind === 'unknown' || kind === 'withheld') return { kind };
  if (kind === 'authority') return typeof gss === 'string' ? { kind, gss } : undefined;
  return typeof code === 'string' && isOutsideEngland(code) ? { kind: 'outside-england', code } : undefined;
};

/** GSS codes of a list of codes, or of a list of areas. */
export const areasIn = (data: Fields, name: string): readonly string[] => {
  const value = data[name];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const gss = typeof each === 'string' ? each : fieldsOf(each)['gss'];
    return typeof gss === 'string' ? [gss] : [];
  });
};

export const dayOf = (moment: Moment): CivilDate => ('at' in moment ? londonDateOf(moment.at) : moment.on);
export const textOf = (moment: Moment): string => ('at' in moment ? moment.at : moment.on);

/** The first instant from which it has certainly happened, and the first at which it may have. */
export const certainFrom = (moment: Moment): Instant =>
  'at' in moment ? moment.at : endOfLondonDay(moment.on);
export const earliestOf = (moment: Moment): Instant =>
  'at' in moment ? moment.at : startOfLondonDay(moment.on);

export const hoursAfter = (moment: Moment, hours: number): Instant => addHours(certainFrom(moment), hours);
