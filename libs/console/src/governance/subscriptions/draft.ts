import type { Channel, Filter, Subscription } from './subscription.words';
import { gathers, isChannel } from './subscription.words';

/** A subscription on its way to be opened. `subscription`: the one that this would change. */
export type Draft = Readonly<{
  subscription?: string;
  sent?: string;
  /** '' until it is chosen. */
  channel: Channel | '';
  name: string;
  target: string;
  desk: string;
  payload: 'thin' | 'sealed';
  signing: 'hmac-sha256' | 'ed25519';
  every: 'hour' | 'day';
  hour: number;
  startsAt: 'now' | 'beginning';
  filter: Filter;
  filterAnswered: boolean;
}>;

export const emptyDraft = (): Draft => ({
  ...{ channel: '', name: '', target: '', desk: '', payload: 'thin', signing: 'hmac-sha256' },
  ...{ every: 'day', hour: 7, startsAt: 'now', filter: {}, filterAnswered: false },
});

export const draftOf = (one: Subscription): Draft => ({
  ...emptyDraft(),
  ...{ subscription: one.id, channel: one.channel, name: one.name, filter: one.filter, filterAnswered: true },
  ...{ target: one.target ?? '', desk: one.desk ?? '', payload: one.payload },
  ...(one.cadence ? { every: one.cadence.every, hour: one.cadence.hour ?? 7 } : {}),
});

/** Codec: what the console itself has kept. */
export const toDraft = (kept: unknown): Draft => kept as Draft;

const cadenceOf = ({ every, hour }: Draft) => ({ cadence: every === 'day' ? { every, hour } : { every } });

const sharedOf = (draft: Draft, channel: Channel) => ({
  name: draft.name,
  ...(draft.target === '' ? {} : { target: draft.target }),
  ...(draft.desk === '' ? {} : { desk: draft.desk }),
  ...(channel === 'webhook' ? { payload: draft.payload } : {}),
  ...(gathers(channel) ? cadenceOf(draft) : {}),
  ...(channel === 'bus' ? {} : { filter: draft.filter }),
});

/** The body to open it with. Throws RangeError before a channel is chosen. */
export const openingOf = (draft: Draft, confirms: boolean) => {
  const { channel } = draft;
  if (!isChannel(channel)) throw new RangeError('no channel is chosen');
  return {
    ...{ channel, ...sharedOf(draft, channel), startsAt: draft.startsAt },
    ...(channel === 'webhook' ? { signing: draft.signing } : {}),
    ...(confirms ? { confirmsThatUrgentMayBeHidden: true } : {}),
  };
};

/** The body to change it with. */
export const changesOf = (draft: Draft, confirms: boolean) => {
  const { channel } = draft;
  if (!isChannel(channel)) throw new RangeError('no channel is chosen');
  return {
    ...sharedOf(draft, channel),
    ...(draft.desk === '' ? { withoutDesk: true } : {}),
    ...(confirms ? { confirmsThatUrgentMayBeHidden: true } : {}),
  };
};
