import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { Figure } from './figure';

/** The smallest value that `share` of all values do not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ??
  Number.NaN;

/** A figure with its verdict: `atLeast` or `under` the target. */
export const figure = (
  name: string,
  [value, unit]: readonly [number, string],
  target: Readonly<{ atLeast: number } | { under: number }>,
  ratio?: number,
): Figure => {
  const judged = ratio !== undefined && 'atLeast' in target && target.atLeast <= 1 ? ratio : value;
  const met = 'atLeast' in target ? judged >= target.atLeast : judged < target.under;
  const words = 'atLeast' in target ? `at least ${String(target.atLeast)}` : `under ${String(target.under)}`;
  const rounded = Math.round(value * 1000) / 1000;
  const base = { name, value: rounded, unit, target: words, met };
  return ratio === undefined ? base : { ...base, ratio: Math.round(ratio * 1000) / 1000 };
};

const commit = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
};

/** Others are told beside something, not judged. */
const hasTarget = ({ target }: Figure): boolean => /^(at least|under) /.test(target);

const cell = (figure: Figure): readonly string[] => [
  figure.name,
  figure.value.toLocaleString('en-GB', { maximumFractionDigits: 3 }),
  figure.unit,
  figure.ratio === undefined ? '' : figure.ratio.toFixed(3),
  figure.target,
  ...(hasTarget(figure) ? [figure.met ? 'met' : 'MISSED'] : []),
];

export const printFigures = (figures: readonly Figure[], asJson: boolean): void => {
  if (asJson) {
    for (const one of figures) process.stdout.write(`${JSON.stringify(one)}\n`);
    return;
  }
  const rows = [['figure', 'value', 'unit', 'ratio', 'to reach', ''], ...figures.map(cell)];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  process.stdout.write(
    `${cpus()[0]?.model ?? 'cpu'} x ${String(cpus().length)}, ${memory}, Node ${process.version}, commit ${commit()}\n`,
  );
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
};
