import type { DutyChange, DutyOpened } from '@ibex/kernel';
import { moveDeadlines } from './move.deadlines';
import type { MoveEvent, MoveFact, MoveParticulars } from './move.events';
import { CROYDON, NOW, planMove, recorded } from './move.fixture';

/** What the last of the facts changes; `instants` as in `recorded`. */
export const changes = (
  facts: readonly MoveEvent[],
  ...instants: readonly string[]
): readonly DutyChange[] => {
  const all = recorded(facts, ...instants);
  const last = all.at(-1);
  return last ? moveDeadlines(last, all.slice(0, -1)) : [];
};
export const opened = (key: string, found: readonly DutyChange[]): DutyOpened | undefined =>
  found.find((change): change is DutyOpened => change.change === 'opened' && change.key === key);
export const keysOf = (found: readonly DutyChange[]): readonly string[] =>
  found.map(({ change, key }) => `${change} ${key}`);
export const temporary: MoveParticulars = { ...planMove, permanence: 'temporary' };
export const corrected = (move: MoveParticulars, by = CROYDON): MoveFact<'MoveCorrected'> => ({
  type: 'MoveCorrected',
  data: { ...move, by, occurredAt: NOW, changed: [] },
});
