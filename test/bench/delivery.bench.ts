import { absentFigures } from './delivery/absent.bench';
import { FULL, QUICK } from './delivery/effort';
import type { Effort } from './delivery/effort';
import { floodFigures } from './delivery/flood.bench';
import { troubleFigures } from './delivery/trouble.bench';
import type { Figure } from './figure';

const PARTS: Readonly<Record<string, (effort: Effort) => Promise<readonly Figure[]>>> = {
  trouble: troubleFigures,
  flood: floodFigures,
  absent: absentFigures,
};

/** Subscriptions by webhook: `delivery`, `delivery --quick`, or one part such as `delivery:trouble`. */
export const deliveryFigures = async (words: readonly string[]): Promise<readonly Figure[]> => {
  const effort = words.includes('--quick') ? QUICK : FULL;
  const wanted = words.flatMap((word) => (word.startsWith('delivery:') ? [word.slice(9)] : []));
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new Error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`measuring delivery under ${name} …\n`);
    figures.push(...(await measure(effort)));
  }
  return figures;
};
