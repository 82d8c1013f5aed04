import { Agent } from 'node:http';
import { requestOf } from '../notices';
import { send } from '../open-loop';
import { JUMP_MS } from './moved-exchange';
import type { MovedExchange } from './moved-exchange';
import type { Subscriber } from './subscribers';
import { LONDON, placementFrom } from './told-notices';
import type { Planned } from './told-notices';
import type { Tokens } from '../tokens';
import { say } from './progress';

export const DAY_MS = 24 * 3_600_000;
const JUMPS = DAY_MS / JUMP_MS;
const CLIENTS = 16;

/** As fast as they are answered, by several clients; resolves to the position of the newest fact. */
const postQuickly = async (url: string, plan: readonly Planned[], tokens: Tokens): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const left = [...plan];
  let last = -1;
  const client = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { from, host, body, path } = next;
      const asked = { ...requestOf({ from, host, body }, tokens.get(from) ?? ''), path };
      last = Math.max(last, (await send(url, agent, performance.now(), asked)).position);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return last;
};

/** Placements of all the others' children come in through 24 hours, which pass ten minutes at a time. */
export const tellThroughTheDay = async (
  exchange: MovedExchange,
  host: string,
  waiting: number,
): Promise<number> => {
  const others = LONDON.filter((gss) => gss !== host);
  let [posted, position] = [0, -1];
  for (let jump = 1; jump <= JUMPS; jump += 1) {
    const upTo = Math.round((waiting * jump) / JUMPS);
    const plan = Array.from({ length: upTo - posted }, (_, i) =>
      placementFrom(others[(posted + i) % others.length] ?? '', host, 0),
    );
    position = await postQuickly(exchange.url, plan, await exchange.tokens('placing-practitioner'));
    posted = upTo;
    await exchange.jump();
    if (jump % (JUMPS / 4) === 0)
      say(`${String(exchange.hoursAhead)} hours have passed, ${String(posted)} wait`);
  }
  return position;
};

/** How often the endpoint was tried in vain. */
export const triesOf = async (exchange: MovedExchange, { id, authority }: Subscriber): Promise<number> => {
  const token = (await exchange.tokens('duty-desk')).get(authority) ?? '';
  const answer = await fetch(`${exchange.url}/v1/subscriptions/${id}/attempts`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`asked for the tries, got ${String(answer.status)}`);
  return ((await answer.json()) as { attempts: readonly unknown[] }).attempts.length;
};
