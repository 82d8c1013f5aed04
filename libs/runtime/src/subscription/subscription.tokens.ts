/**
 * `others`: other processes may do the work of reactions, so that their positions are looked at. `idleCheckpointMs`: how
 * soon a checkpoint is stored that only moved past facts of no interest; others see it no sooner.
 */
export type Following = Readonly<{ others: boolean; idleCheckpointMs: number }>;
export const FOLLOWING = Symbol('Following');
export const FOLLOWING_ALONE: Following = { others: false, idleCheckpointMs: 5_000 };
export const FOLLOWING_AMONG_OTHERS: Following = { others: true, idleCheckpointMs: 150 };
