/** `everyMs`: between two canaries, 0: only by order. `webhook`: where they are posted to as well. */
export type CanarySettings = Readonly<{ everyMs: number; webhook: string | undefined }>;
export const CANARY_SETTINGS = Symbol('CanarySettings');
export const NO_CANARIES: CanarySettings = { everyMs: 0, webhook: undefined };
