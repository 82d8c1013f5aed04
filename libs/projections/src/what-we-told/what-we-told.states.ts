/**
 * How something that was told stands. `open`: as it was told, and the notice goes on; `over`: as it was told, and what it
 * was about has ended; `corrected`: put right since; `recalled`: the notice was taken back.
 */
export const TOLD_STATES = ['open', 'over', 'corrected', 'recalled'] as const;
export type ToldState = (typeof TOLD_STATES)[number];
