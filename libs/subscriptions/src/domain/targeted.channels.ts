import type { ChannelKind } from '@ibex/kernel';

/** Channels that go somewhere; the others are fetched from. */
export const TARGETED: ReadonlySet<ChannelKind> = new Set(['webhook', 'email-digest', 'file-drop']);
