import type { Agreement, AtThreshold, Model, TablesEvaluated } from '@ibex/identity';
import { tableOf } from '../output';
import type { Shown } from '../output';

const DIGITS = 6;
const share = (value: number): string => value.toFixed(4);
const rounded = (value: number): number => Number(value.toPrecision(DIGITS));

/** Chances to six digits: no more is known. */
export const modelAsJson = (model: Model): string =>
  JSON.stringify(model, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2);

const recordsPerSecond = ({ records, seconds }: TablesEvaluated): number =>
  Math.round(records / Math.max(seconds, 0.001));

const agreed = ({ precision, recall, f1 }: Agreement, prefix: string): Shown => ({
  [`${prefix}precision`]: share(precision),
  [`${prefix}recall`]: share(recall),
  [`${prefix}F1`]: share(f1),
});

const rowOf = ({ threshold, pairs, groups }: AtThreshold): Shown => ({
  threshold: String(threshold),
  ...agreed(pairs, ''),
  ...agreed(groups, 'grouped '),
});

export const evaluationAsText = (result: TablesEvaluated, peakMiB: number): string => {
  const { automatic, bestPairs, bestGroups, forbidden } = result;
  const rows = result.thresholds.map(rowOf);
  return [
    `${String(result.records)} records, compared by ${result.fields.join(', ')}`,
    `${String(result.truePairs)} pairs of records are one person; ${String(result.compared)} pairs were compared`,
    '',
    'By threshold (log2 of the odds that two records are one person; 0 is as likely as not):',
    tableOf(rows, Object.keys(rows[0] ?? {})),
    '',
    `best F1: pairs ${share(bestPairs.pairs.f1)} at ${String(bestPairs.threshold)}, grouped ${share(bestGroups.groups.f1)} at ${String(bestGroups.threshold)}`,
    `linked automatically: precision ${automatic.precision.toFixed(5)}, recall ${share(automatic.recall)}, F1 ${share(automatic.f1)}; ${String(automatic.wrong)} wrong of ${String(automatic.found + automatic.wrong)}; ${String(result.review)} pairs for a person to decide`,
    `forbidden pairs: ${String(forbidden.pairs)}; linked automatically ${String(forbidden.automatic)}, at the best threshold ${String(forbidden.best)}`,
    `${String(recordsPerSecond(result))} records a second (${result.seconds.toFixed(1)} s), peak memory ${String(peakMiB)} MiB`,
  ].join('\n');
};

export const evaluationAsJson = (result: TablesEvaluated, peakMiB: number): string => {
  const told = { ...result, model: undefined };
  return JSON.stringify({ ...told, recordsPerSecond: recordsPerSecond(result), peakMiB });
};
