import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MESSAGES, exchangeAt, keptIn, listener, webhookReceiver } from '@ibex/subscriber';
import type { Handler, WebhookOptions } from '@ibex/subscriber';
import { EffectsFile } from './effects-file';

// A borough's webhook receiver built on the SDK, as a process of its own:
//   node -r test/support/typescript.cjs test/support/sdk/webhook-process.ts <folder> <secrets file> [<exchange> [<token>]]
// Secrets: one per line, `whsec_…` or `whpk_…`; SIGHUP has them read again. Prints `ready at <url>`; what it did stands
// in <folder>/effects.jsonl. With an exchange it fetches the detail and acknowledges before it counts a notice as done.
const [, , folder = '', secretsFile = '', exchangeUrl, token = 'token', port = '0'] = process.argv;

const secretsNow = (): readonly string[] => readFileSync(secretsFile, 'utf8').split('\n').filter(Boolean);

const main = async (): Promise<void> => {
  const kept = await keptIn(folder);
  const effects = new EffectsFile(join(folder, 'effects.jsonl'));
  const exchange =
    exchangeUrl === undefined || exchangeUrl === '-'
      ? {}
      : exchangeAt({ url: exchangeUrl, token: () => Promise.resolve(token) });
  const handle: Handler = async (notice) => {
    if ('acknowledgements' in exchange) await notice.acknowledge({ note: 'taken on' });
    await effects.handle(notice);
  };
  const handlers: WebhookOptions['handlers'] = Object.fromEntries(
    Object.keys(MESSAGES).map((type) => [type, handle]),
  );
  const receiver = webhookReceiver({
    secrets: secretsNow(),
    handlers,
    fallback: effects.note,
    seen: effects.seenWith(kept.seen),
    exchange,
  });
  const server = createServer(listener(receiver)).listen(Number(port), '127.0.0.1', () => {
    const { port: opened } = server.address() as AddressInfo;
    process.stdout.write(`ready at http://127.0.0.1:${String(opened)}/ibex\n`);
  });
  process.on('SIGHUP', () => receiver.rotate(secretsNow()));
  process.once('SIGTERM', () => {
    server.close();
    void receiver.stop().then(() => {
      server.closeAllConnections();
      return kept.close();
    });
  });
};

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exitCode = 1;
});
