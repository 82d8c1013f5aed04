import { randomUUID } from 'node:crypto';
import { Receivers } from './receivers';

/** `receiver`: its name, e.g. `slow-3`. `filter`: left out, the whole mailbox. */
export type Wish = Readonly<{
  receiver: string;
  filter?: Readonly<Record<string, unknown>>;
  startsAt?: 'now' | 'beginning';
}>;

/** Posts on behalf of whom the token stands for; throws unless the answer is as it should be. */
export const command = async (
  url: string,
  token: string,
  body: Readonly<Record<string, unknown>> = {},
): Promise<Readonly<Record<string, unknown>>> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`answered ${String(answer.status)}: ${text}`);
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
};

/** Opens a subscription by webhook for the authority that the token of a duty desk stands for; returns its id. */
export const openWebhook = async (url: string, token: string, wish: Wish): Promise<string> => {
  const { receiver, filter, startsAt = 'beginning' } = wish;
  const opened = await command(`${url}/v1/subscriptions`, token, {
    name: receiver,
    channel: 'webhook',
    target: Receivers.addressOf(receiver),
    startsAt,
    ...(filter === undefined ? {} : { filter, confirmsThatUrgentMayBeHidden: true }),
  });
  return String(opened['id']);
};
