import { openWebhook } from '../../support/receivers/open-webhook';
import type { Group } from '../../support/receivers/receiver.orders';
import { AUTHORITIES } from '../load';
import type { TokenFor } from '../load';
import type { ToldEntry } from './what-was-recorded';

/** A subscription of a borough and what is expected to pass it. */
export type Subscribed = Readonly<{
  id: string;
  authority: string;
  receiver: string;
  passes: (entry: ToldEntry) => boolean;
}>;

type Kind = Readonly<{
  name: string;
  group: Group;
  filter?: Readonly<Record<string, unknown>>;
  passes: (entry: ToldEntry) => boolean;
}>;

/** A case system that has everything, a desk for urgent notices, and a receiver that now and then answers 503. */
const KINDS: readonly Kind[] = [
  { name: 'all', group: 'well', passes: () => true },
  {
    name: 'urgent',
    group: 'well',
    filter: { urgencies: ['urgent'] },
    passes: ({ urgency }) => urgency === 'urgent',
  },
  { name: 'all', group: 'stumbling', passes: () => true },
];

/** Three subscriptions for each borough, from the beginning of its mailbox; tokens of duty desks. */
export const subscribeAll = async (url: string, tokenFor: TokenFor): Promise<readonly Subscribed[]> => {
  const all: Subscribed[] = [];
  for (const authority of AUTHORITIES) {
    const token = await tokenFor(authority);
    for (const { name, group, filter, passes } of KINDS) {
      const receiver = `${group}-${name}-${authority.toLowerCase()}`;
      const id = await openWebhook(url, token, { receiver, ...(filter ? { filter } : {}) });
      all.push({ id, authority, receiver, passes });
    }
  }
  return all;
};
