import 'reflect-metadata';
import { acceptedFigures } from './accepted.bench';
import { accessFigures } from './access.bench';
import { consoleFigures } from './console.bench';
import { deliveryFigures } from './delivery.bench';
import { engineFigures } from './engines.bench';
import type { Figure } from './figure';
import { identityFigures } from './identity.bench';
import { importFigures } from './import.bench';
import { latencyFigures } from './latency.bench';
import { printFigures } from './report';
import { sizeFigures } from './size.bench';
import { storeFigures } from './store.bench';
import { viewOfChildFigures } from './view.bench';
import { viewFigures } from './views.bench';

/**
 * `npm run bench` runs every part; `npm run bench -- store views` only those; `--json` prints one object a line.
 * `engines` needs servers of its own, `delivery`, `view`, `access` and `console` take their time: they run when they are
 * named; see engines.bench.ts, delivery.bench.ts, view.bench.ts, access.bench.ts and console.bench.ts.
 */
const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  store: storeFigures,
  accepted: acceptedFigures,
  latency: latencyFigures,
  views: viewFigures,
  import: importFigures,
  size: sizeFigures,
  identity: identityFigures,
};

const NAMED: Readonly<Record<string, (words: readonly string[]) => Promise<readonly Figure[]>>> = {
  engines: engineFigures,
  delivery: deliveryFigures,
  view: viewOfChildFigures,
  access: accessFigures,
  console: consoleFigures,
};

const run = async (words: readonly string[]): Promise<void> => {
  const asJson = words.includes('--json');
  const alone = Object.keys(NAMED).find((name) =>
    words.some((word) => word === name || word.startsWith(`${name}:`)),
  );
  if (alone !== undefined) {
    printFigures((await NAMED[alone]?.(words)) ?? [], asJson);
    return;
  }
  const named = words.filter((word) => !word.startsWith('--'));
  const unknown = named.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    process.stderr.write(`measuring ${name} …\n`);
    figures.push(...(await measure()));
  }
  printFigures(figures, asJson);
};

// whoever is interrupted ends what it started, too
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

run(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : 'the bench failed'}\n`);
  process.exit(1);
});
