import { openWebhook } from '../../support/receivers/open-webhook';
import type { Group } from '../../support/receivers/receiver.orders';
import type { Tokens } from '../tokens';
import { LONDON } from './told-notices';
import type { Lane } from './told-notices';

/** The three subscriptions of each borough: its case system, its register and who is up at night. */
const KINDS: Readonly<Record<string, Readonly<{ filter?: object; lanes: readonly Lane[] }>>> = {
  all: { lanes: ['urgent', 'standard'] },
  register: { filter: { types: ['placement'] }, lanes: ['standard'] },
  night: { filter: { urgencies: ['urgent'] }, lanes: ['urgent'] },
};

/** A subscription and the receiver that it goes to. */
export type Subscriber = Readonly<{
  id: string;
  authority: string;
  kind: string;
  receiver: string;
  group: Group;
  lanes: readonly Lane[];
}>;

/** Whose case systems will be in trouble, each in its own way. */
const TROUBLED: ReadonlyMap<string, Group> = new Map([
  ['E09000002', 'down'],
  ['E09000003', 'slow'],
  ['E09000004', 'flapping'],
]);

const openOne = async (url: string, token: string, authority: string, kind: string): Promise<Subscriber> => {
  const { filter, lanes = [] } = KINDS[kind] ?? {};
  const group = (kind === 'all' ? TROUBLED.get(authority) : undefined) ?? 'well';
  const receiver = `${group}-${kind}-${authority.toLowerCase()}`;
  const id = await openWebhook(url, token, { receiver, ...(filter ? { filter: { ...filter } } : {}) });
  return { id, authority, kind, receiver, group, lanes };
};

/** 33 boroughs with three webhooks each. */
export const subscribeLondon = async (url: string, desks: Tokens): Promise<readonly Subscriber[]> => {
  const all: Subscriber[] = [];
  for (const authority of LONDON)
    for (const kind of Object.keys(KINDS))
      all.push(await openOne(url, desks.get(authority) ?? '', authority, kind));
  return all;
};
