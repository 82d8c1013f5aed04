import { LABELS, RELATIONS, STATES } from '../town/town';
import type { Relation } from '../town/town';
import { OUTCOMES } from './cells';
import type { Cell, Outcome } from './cells';

/**
 * What each relation comes to on one route, in words; a relation that is left out comes to nothing at all. `anyone`: all
 * of them alike.
 */
export type Row = Readonly<Partial<Record<Relation | 'anyone', string>>>;

/** `open live`, `open over` and `open recalled` are `open`; all six are nothing to say. */
const wordsFor = (cells: readonly Cell[], all: readonly Cell[]): string => {
  const has = (some: readonly Cell[], place: string): boolean =>
    some.some(({ subject: { label, state } }) => `${label} ${state}` === place);
  const words = LABELS.flatMap((label) => {
    const asked = STATES.filter((state) => has(all, `${label} ${state}`));
    const states = asked.filter((state) => has(cells, `${label} ${state}`));
    if (states.length === 0) return [];
    return states.length === asked.length ? [label] : [`${label} ${states.join(' or ')}`];
  });
  return words.length === new Set(all.map(({ subject }) => subject.label)).size &&
    !words.some((word) => word.includes(' '))
    ? ''
    : ` ${words.join(', ')}`;
};

const strongest = (cells: readonly Cell[]): Outcome =>
  OUTCOMES.findLast((outcome) => cells.some((cell) => cell.outcome === outcome)) ?? 'none';

/** Roles that come to nothing where another of the same authority comes to something. */
const rolesOf = (cells: readonly Cell[], all: readonly Cell[]): string => {
  const [some, every] = [cells, all].map((of) => [...new Set(of.map(({ role }) => role))].sort());
  return some?.length === every?.length ? '' : ` (${String(some?.join(', '))} only)`;
};

const wordsOf = (all: readonly Cell[]): string => {
  const cells = all.filter(({ outcome }) => outcome !== 'none');
  return cells.length === 0 ? '' : `${strongest(cells)}${wordsFor(cells, all)}${rolesOf(cells, all)}`;
};

export const rowOf = (cells: readonly Cell[]): Row => {
  const words = RELATIONS.map(
    (relation) => [relation, wordsOf(cells.filter((cell) => cell.relation === relation))] as const,
  );
  const first = words[0]?.[1] ?? '';
  if (words.every(([, each]) => each === first)) return first === '' ? {} : { anyone: first };
  return Object.fromEntries(words.filter(([, each]) => each !== ''));
};
