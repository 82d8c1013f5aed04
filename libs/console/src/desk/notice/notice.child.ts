import { isCivilDate, londonDateOf } from '@ibex/kernel';
import type { Cell } from './detail-rows';
import { labelOf } from './detail-labels';

type Fields = Readonly<Record<string, unknown>>;
export type ChildShown = Readonly<{
  name: string;
  rows: readonly Readonly<{ label: string; value: Cell }>[];
}>;

const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const SEXES: Readonly<Record<string, string>> = { '1': 'Male', '2': 'Female', M: 'Male', F: 'Female' };

/** Full years on a London date. */
export const ageOn = (born: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);

const born = (date: string, now: string): string =>
  isCivilDate(date) ? `${String(ageOn(date, londonDateOf(now)))} years old` : '';

const SHOWN = ['sex', 'gender', 'nhsNumber', 'upn', 'localId'] as const;
const NAMES: Readonly<Record<string, string>> = {
  nhsNumber: 'NHS number',
  upn: 'Unique pupil number',
  localId: 'Their reference',
  sex: 'Sex',
};

/** Who the child is, as far as it is told. */
export const childShown = (child: Fields, now: string): ChildShown => {
  const name = [textIn(child, 'forename'), textIn(child, 'surname').toUpperCase()].filter(Boolean).join(' ');
  const date = textIn(child, 'dateOfBirth');
  const dated =
    date === '' ? [] : [{ label: 'Born', value: { lines: [{ day: date }, born(date, now)] } as Cell }];
  const rest = SHOWN.flatMap((field) => {
    const value = textIn(child, field);
    return value === '' ? [] : [{ label: NAMES[field] ?? labelOf(field), value: SEXES[value] ?? value }];
  });
  return { name: name === '' ? 'Name not told' : name, rows: [...dated, ...rest] };
};
