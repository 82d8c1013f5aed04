import type { Figure } from './figure';
import { FULL, QUICK } from './engines/effort';
import type { Effort } from './engines/effort';
import { rebuildFigures } from './engines/rebuild.bench';
import { relayFigures } from './engines/relay.bench';
import { splitFigures } from './engines/split.bench';

const PARTS: Readonly<Record<string, (effort: Effort) => Promise<readonly Figure[]>>> = {
  relay: relayFigures,
  rebuild: rebuildFigures,
  split: splitFigures,
};

/** On EventStoreDB, Kafka and PostgreSQL: `engines`, `engines --quick`, or one part such as `engines:relay`. */
export const engineFigures = async (words: readonly string[]): Promise<readonly Figure[]> => {
  const effort = words.includes('--quick') ? QUICK : FULL;
  const wanted = words.flatMap((word) => (word.startsWith('engines:') ? [word.slice(8)] : []));
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`measuring ${name} on engines …\n`);
    figures.push(...(await measure(effort)));
  }
  return figures;
};
