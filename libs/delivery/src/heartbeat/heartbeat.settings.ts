/** `everyMs`: between two signs of life on a webhook and on the bus; 0: none. `streamEveryMs`: on an event stream. */
export type HeartbeatSettings = Readonly<{ everyMs: number; streamEveryMs: number }>;
export const HEARTBEAT_SETTINGS = Symbol('HeartbeatSettings');

/** Below the half minute after which proxies commonly give up on a silent connection. */
const STREAM_EVERY_MS = 15_000;
export const USUAL_HEARTBEAT: HeartbeatSettings = { everyMs: 5 * 60_000, streamEveryMs: STREAM_EVERY_MS };
