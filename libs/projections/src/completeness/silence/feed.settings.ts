/** `lookEveryMs`: between two looks at the feeds. Silence is measured in days: a minute is soon enough. */
export type FeedSettings = Readonly<{ lookEveryMs: number }>;
export const FEED_SETTINGS = Symbol('FeedSettings');
export const USUAL_FEEDS: FeedSettings = { lookEveryMs: 60_000 };
