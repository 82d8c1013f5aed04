export const GAP_KINDS = ['between-placements', 'after-placement', 'missing', 'source-silent'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** A stretch of which nothing is known here although something should be. `to`: absent while it goes on. */
export type Gap = Readonly<{ kind: GapKind; from: string; to?: string; unknown: string }>;

/** What a reader was shown of one fact: a gap is told from nothing else. */
export type ShownFact = Readonly<{
  stream: string;
  category: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
}>;
