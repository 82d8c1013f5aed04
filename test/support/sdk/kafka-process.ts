import { join } from 'node:path';
import { KafkaNoticeSource } from '@ibex/adapters/kafka';
import { MESSAGES, Subscriber, exchangeAt, keptIn } from '@ibex/subscriber';
import type { Handler, Quarantine, Quarantined, SubscriberOptions } from '@ibex/subscriber';
import { EffectsFile } from './effects-file';

// A borough's Kafka subscriber built on the SDK, as a process of its own:
//   node -r test/support/typescript.cjs test/support/sdk/kafka-process.ts <folder> <brokers> <gss> [<group> [<exchange> [<token>]]]
// Prints `ready` once it runs; what it did stands in <folder>/effects.jsonl.
const [, , folder = '', brokers = '', authority = '', group = '-', exchangeUrl = '-', token = 'token'] =
  process.argv;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is set aside is an effect too. */
const telling = (kept: Quarantine, effects: EffectsFile): Quarantine => ({
  list: () => kept.list(),
  remove: (id) => kept.remove(id),
  put: async (entry: Quarantined) => {
    await kept.put(entry);
    if (!('event' in entry.content)) return;
    const { id, type, subject } = entry.content.event;
    effects.write({ id: textOf(id), type: textOf(type), recordRef: textOf(subject) }, 'set-aside');
  },
});

const main = async (): Promise<void> => {
  const kept = await keptIn(folder);
  const effects = new EffectsFile(join(folder, 'effects.jsonl'));
  const exchange =
    exchangeUrl === '-' ? {} : exchangeAt({ url: exchangeUrl, token: () => Promise.resolve(token) });
  const handle: Handler = async (notice) => {
    if ('acknowledgements' in exchange) await notice.acknowledge({ note: 'taken on' });
    await effects.handle(notice);
  };
  const handlers: SubscriberOptions['handlers'] = Object.fromEntries(
    Object.keys(MESSAGES).map((type) => [type, handle]),
  );
  const connection = { brokers: brokers.split(','), clientId: 'borough', requestTimeoutMs: 3000 };
  const member = group === '-' ? {} : { group };
  const source = new KafkaNoticeSource({
    connection,
    authority,
    ...member,
    sessionTimeoutMs: 6000,
    commitEveryMs: 50,
  });
  const quarantine = telling(kept.quarantine, effects);
  const subscriber = new Subscriber({
    source,
    seen: effects.seenWith(kept.seen),
    quarantine,
    handlers,
    fallback: effects.note,
    exchange,
  });
  process.once('SIGTERM', () => void subscriber.stop());
  process.stdout.write('ready\n');
  await subscriber.run();
  await kept.close();
};

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
