import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KafkaNoticeSource } from '@ibex/adapters/kafka';
import { Subscriber, keptIn } from '@ibex/subscriber';
import type { SeenEvents } from '@ibex/subscriber';

// A borough's system, to be killed: node -r test/support/typescript.cjs … <brokers> <gss> <folder> <own|file>
const [, , brokers = '', authority = '', folder = '', memory = 'file'] = process.argv;
const EFFECTS = join(folder, 'effects.txt');

const effects = (): readonly (readonly string[])[] =>
  existsSync(EFFECTS)
    ? readFileSync(EFFECTS, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' '))
    : [];

/** Dedupes by what the system itself has written: the effect and the memory of it are one write. */
const ownMemory = (): SeenEvents => {
  const ids = new Set(effects().map(([, id = '']) => id));
  return {
    has: (id) => Promise.resolve(ids.has(id)),
    add: ({ id }) => Promise.resolve(void ids.add(id)),
    sequences: () => Promise.resolve(undefined),
  };
};

const main = async (): Promise<void> => {
  const kept = await keptIn(folder);
  const connection = { brokers: [brokers], clientId: 'borough', requestTimeoutMs: 3000 };
  const subscriber = new Subscriber({
    source: new KafkaNoticeSource({ connection, authority, sessionTimeoutMs: 1500, commitEveryMs: 50 }),
    seen: memory === 'own' ? ownMemory() : kept.seen,
    quarantine: kept.quarantine,
    handlers: {},
    fallback: async ({ recordRef, id }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      appendFileSync(EFFECTS, `${recordRef} ${id}\n`);
    },
  });
  process.once('SIGTERM', () => void subscriber.stop());
  await subscriber.run();
  await kept.close();
};

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
