import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';

/** A request that is answered as if there were nothing. */
export type Ask = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}>;
export type Kinds = Readonly<{ forbidden: (n: number) => Ask; unknown: (n: number) => Ask }>;
export type Times = Readonly<{ forbidden: readonly number[]; unknown: readonly number[] }>;

/** Milliseconds from sending to the end of the answer, over a connection that stands. Throws for another answer than 404. */
const timeOf = (url: URL, agent: Agent, { method, path, headers, body }: Ask): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { agent, host: url.hostname, port: url.port, method, path, headers };
    const begun = performance.now();
    const asked = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 404) resolve(performance.now() - begun);
        else reject(new Error(`${method} ${path} answered ${String(answer.statusCode)}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** So many of each, one after the other over one connection, in pairs whose order is drawn. */
export const alternating = async (
  address: string,
  { forbidden, unknown }: Kinds,
  pairs: number,
): Promise<Times> => {
  const url = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { forbidden: new Array<number>(), unknown: new Array<number>() };
  for (let n = 0; n < pairs; n += 1) {
    const both = ['forbidden', 'unknown'] as const;
    for (const kind of randomInt(2) === 0 ? both : both.toReversed()) {
      const ask = kind === 'forbidden' ? forbidden(n) : unknown(n);
      times[kind].push(await timeOf(url, agent, ask));
    }
  }
  agent.destroy();
  return times;
};
