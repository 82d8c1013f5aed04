import type { Addressee, Capacity, Direction, RecordedFact } from '@ibex/kernel';

/** An authority that knows of a fact by law, as the one that sent it or one that was told, and which way it sees it go. */
export type Teller = Readonly<{ gss: string; directions: readonly Direction[] }>;

const OF_TOLD: Readonly<Record<Capacity, readonly Direction[]>> = {
  host: ['placed-here'],
  'previous-host': ['placed-here', 'moved-out'],
  receiving: ['moved-in'],
  responsible: ['ours-elsewhere'],
  'area-at-risk': ['at-risk-here'],
  addressee: [],
};

/** The sender sees the other side of what it tells: a receiving authority receives from it, a responsible one placed with it. */
const ofSender = (told: readonly Addressee[]): readonly Direction[] => {
  const as = new Set(told.map(({ capacity }) => capacity));
  if (as.has('receiving')) return ['moved-out'];
  return as.has('responsible') ? ['placed-here'] : ['ours-elsewhere'];
};

/** Who may pass a fact on under an agreement of its own: the sender first, then those told, in the order of telling. */
export const tellersOf = (
  { metadata }: Pick<RecordedFact, 'metadata'>,
  told: readonly Addressee[],
): readonly Teller[] => [
  { gss: metadata.actor.authority, directions: ofSender(told) },
  ...told.map(({ authority, capacity }) => ({ gss: authority, directions: OF_TOLD[capacity] })),
];
