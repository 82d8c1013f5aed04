import type { Instant } from '../time/civil-date';
import type { ChannelKind } from './subscriptions.port';

/** When an authority's own systems last came to fetch, whether or not there was anything for them. */
export type SeenOn = Readonly<Partial<Record<ChannelKind, Instant>>>;

/** Signs of life of those who fetch themselves, as far as this process has seen them since it started. */
export interface ReaderSigns {
  lastSeen(authority: string): SeenOn;
}
export const READER_SIGNS = Symbol('ReaderSigns');
