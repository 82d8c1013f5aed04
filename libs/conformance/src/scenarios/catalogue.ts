import { ENDURING } from './enduring';
import { EXCHANGE } from './exchange';
import { HARDSHIP } from './hardship';
import { MENDING } from './mending';
import { ORDERING } from './ordering';
import { RECEIVING } from './receiving';
import { RECORDS } from './records';
import { REPEATING } from './repeating';
import { ROTATION } from './rotation';
import type { Scenario } from './scenario';
import { SIGNING } from './signing';

const inOrder = [
  ...RECEIVING,
  ...SIGNING,
  ...ROTATION,
  ...REPEATING,
  ...ORDERING,
  ...MENDING,
  ...RECORDS,
  ...EXCHANGE,
  ...HARDSHIP,
  ...ENDURING,
];

/** Every scenario; those that a receiver may not live through come last. */
export const SCENARIOS: readonly Scenario[] = [
  ...inOrder.filter(({ isHard }) => isHard !== true),
  ...inOrder.filter(({ isHard }) => isHard === true),
];
