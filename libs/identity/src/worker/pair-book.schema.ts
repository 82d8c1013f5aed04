import type { ViewSchema } from '@ibex/kernel';
import type { PairOutcome } from '../links/link-proposals';

/** Two records that are near each other, `a` before `b`. `told`: what of them was told last; empty where nothing was. */
export type PairRow = Readonly<{ a: string; b: string; weight: number; outcome: PairOutcome; told: string }>;

/**
 * What the matcher found so far, with how far it has come. Holds references and weights alone. Another version, and
 * everything is matched anew: to be counted up with the parameters and the rules.
 */
export const PAIR_BOOK_SCHEMA: ViewSchema = {
  name: 'matching',
  version: 1,
  tables: [
    {
      name: 'matchingPairs',
      columns: { a: 'text', b: 'text', weight: 'real', outcome: 'text', told: 'text' },
      primaryKey: ['a', 'b'],
      indexes: [['b']],
    },
  ],
};
