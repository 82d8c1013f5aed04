import { Agent, request } from 'node:http';
import { placementNotice, requestOf } from './notices';
import type { Tokens } from './tokens';

/** When a request was due and when it was answered (both `performance.now()`), where the detail of its fact is, and the fact in the log. */
export type Sent = Readonly<{ dueMs: number; answeredMs: number; detail: string; position: number }>;

/** The receipt names the fact; the message in the host's mailbox links to it. */
const detailOf = (receipt: string): string => {
  const statement = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as {
    facts: readonly Readonly<{ id: string }>[];
  };
  return `/v1/notices/${statement.facts[0]?.id ?? ''}`;
};

/** Posts one notice; throws unless it is taken. */
export const send = (
  url: string,
  agent: Agent,
  dueMs: number,
  asked: ReturnType<typeof requestOf>,
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const out = request(
      new URL(asked.path, url),
      { method: 'POST', agent, headers: asked.headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const answeredMs = performance.now();
          if (answer.statusCode !== 201) reject(new Error(`answered ${String(answer.statusCode)}: ${text}`));
          else {
            const { receipt, position } = JSON.parse(text) as { receipt: string; position: number };
            resolve({ dueMs, answeredMs, detail: detailOf(receipt), position });
          }
        });
      },
    );
    out.on('error', reject);
    out.end(asked.body);
  });

/**
 * Sends at a fixed rate whatever the answers do; latency counts from when a request was due, so that a stall is not
 * hidden by the requests that it kept from being sent.
 */
export const sendAt = async (
  url: string,
  [perSecond, seconds]: readonly [number, number],
  tokens: Tokens,
): Promise<readonly Sent[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const begun = performance.now();
  const sent: Promise<Sent | Error>[] = [];
  for (let i = 0; i < perSecond * seconds; i += 1) {
    const dueMs = begun + (i * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const notice = placementNotice(i);
    const asked = requestOf(notice, tokens.get(notice.from) ?? '');
    sent.push(send(url, agent, dueMs, asked).catch((fault: unknown) => fault as Error));
  }
  const all = await Promise.all(sent);
  agent.destroy();
  const fault = all.find((one) => one instanceof Error);
  if (fault) throw fault;
  return all as readonly Sent[];
};
