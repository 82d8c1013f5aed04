import { accept, refuse } from '@ibex/kernel';
import type { Decider, Fact, Refusal, Request } from '@ibex/kernel';
import { given } from './given';

type Opened = Fact<'Opened', { at: string; times: number }>;
type Open = Request<'Open', { allowed: boolean }>;
type No = Refusal<'door/locked' | 'door/terse'>;

const door: Decider<Open, Opened, number, No> = {
  initialState: 0,
  decide: (command, state, now) => {
    if (!command.data.allowed) return refuse('door/locked', 'The door is locked.');
    if (state > 1) return refuse('door/terse', 'no');
    return accept({ type: 'Opened', data: { at: now, times: state + 1 } });
  },
  evolve: (state) => state + 1,
};
const now = '2026-03-02T09:00:00.000Z';
const opened = (times: number): Opened => ({ type: 'Opened', data: { at: now, times } });
const open = { type: 'Open', data: { allowed: true } } as const;
const locked = { type: 'Open', data: { allowed: false } } as const;

describe('given, when, then', () => {
  it('folds the history, decides at the instant given and compares whole facts', () => {
    given(door, now)().when(open).then(opened(1));
    given(door, now)(opened(1)).when(open).then(opened(2));
  });

  it('knows a refusal by its code', () => {
    given(door, now)().when(locked).refused('door/locked');
  });

  it.each([
    ['other facts than expected', () => given(door, now)().when(open).then(opened(2))],
    ['fewer facts than expected', () => given(door, now)().when(open).then(opened(1), opened(2))],
    ['a refusal where facts were expected', () => given(door, now)().when(locked).then(opened(1))],
    ['facts where a refusal was expected', () => given(door, now)().when(open).refused('door/locked')],
    ['another refusal than expected', () => given(door, now)().when(locked).refused('door/terse')],
    [
      'a refusal without a sentence',
      () => given(door, now)(opened(1), opened(2)).when(open).refused('door/terse'),
    ],
  ])('fails for %s', (_, judge) => {
    expect(judge).toThrow();
  });
});
