/** `grantMs`: how long a broken glass stays open; `fetchMs`: how long an approved fetch may be taken. */
export type AccessSettings = Readonly<{ grantMs: number; fetchMs: number }>;
export const ACCESS_SETTINGS = Symbol('AccessSettings');

const MINUTE_MS = 60_000;
export const USUAL_ACCESS: AccessSettings = { grantMs: 240 * MINUTE_MS, fetchMs: 15 * MINUTE_MS };
