import { request } from 'node:http';
import type { Tokens } from './tokens';

/** When each message, known by the link to its detail, reached its host's event stream, on the clock of `performance.now()`. */
export type Heard = Readonly<{ at(detail: string): number | undefined; stop(): void }>;

type Detail = Readonly<{ data: { links: { detail: string } } }>;

const headOf = async (url: string, token: string): Promise<number> => {
  for (let after = 0; ;) {
    const answer = await fetch(`${url}/v1/inbox?limit=200&after=${String(after)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { entries } = (await answer.json()) as { entries: { sequence: number }[] };
    const last = entries.at(-1);
    if (last === undefined) return after;
    after = last.sequence;
  }
};

/** One event stream per authority, from now on. */
export const listenToAll = async (url: string, desks: Tokens): Promise<Heard> => {
  const heard = new Map<string, number>();
  const open = [...desks].map(async ([, token]) => {
    const headers = { authorization: `Bearer ${token}`, 'last-event-id': String(await headOf(url, token)) };
    return new Promise<() => void>((resolve, reject) => {
      const stream = request(new URL('/v1/inbox/stream', url), { headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          const now = performance.now();
          const blocks = (text + part).split('\n\n');
          text = blocks.pop() ?? '';
          for (const block of blocks) {
            const data = /^data: (.*)$/m.exec(block)?.[1];
            if (data !== undefined && /^id: /m.test(block))
              heard.set((JSON.parse(data) as Detail).data.links.detail, now);
          }
        });
        answer.on('error', () => undefined);
        resolve(() => stream.destroy());
      });
      stream.on('error', reject);
      stream.end();
    });
  });
  const stops = await Promise.all(open);
  return {
    at: (detail) => heard.get(detail),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
