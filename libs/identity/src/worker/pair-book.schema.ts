import type { ViewSchema } from '@ibex/kernel';
import type { PairOutcome } from '../links/link-proposals';

/** Two records that are near each other, `a` before `b`. `told`: what of them was told last; empty where nothing was. */
export type PairRow = Readonly<{ a: string; b: string; weight: number; outcome: PairOutcome; told: string }>;

/**
 * Why a record is not matched as others are. It says too little to be found by; it looks like too many others, and is
 * told with none of them; or it looks like such a one, so that looks alone link it to nobody without a person.
 */
export const ASIDE_BECAUSE = ['too-little', 'too-alike', 'near-a-crowd'] as const;
export type AsideBecause = (typeof ASIDE_BECAUSE)[number];

/** A record that the matcher has set aside. `alike`: how many it was seen to look like, at least. */
export type AsideRow = Readonly<{ recordRef: string; owner: string; because: AsideBecause; alike: number }>;

/**
 * What the matcher found so far, with how far it has come. Holds references and weights alone. Another version, and
 * everything is matched anew: to be counted up with the parameters and the rules.
 */
export const PAIR_BOOK_SCHEMA: ViewSchema = {
  name: 'matching',
  version: 2,
  tables: [
    {
      name: 'matchingPairs',
      columns: { a: 'text', b: 'text', weight: 'real', outcome: 'text', told: 'text' },
      primaryKey: ['a', 'b'],
      indexes: [['b']],
    },
    {
      name: 'matchingAside',
      columns: { recordRef: 'text', owner: 'text', because: 'text', alike: 'integer' },
      primaryKey: ['recordRef'],
      indexes: [['owner']],
    },
  ],
};
