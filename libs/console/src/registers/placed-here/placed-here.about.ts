import { dayInWords, exactly } from '../../frame/time-words';
import type { PlacedHereAnswer } from '../parts/answers';
import { freshnessOf } from '../parts/freshness';

export type Made = Readonly<{
  authorityName: string;
  /** Name of the one placing authority that it was asked for. */
  onlyFrom?: string;
  madeAt: string;
}>;

/** What stands in a file before its lines: of whom and of which day it is, from whom it came and how far it can be relied on. */
export const aboutRegister = (
  answer: PlacedHereAnswer,
  { authorityName, onlyFrom, madeAt }: Made,
): readonly string[] => {
  const { upToDate, silent, heard, others } = freshnessOf(answer);
  return [
    `Children placed in ${authorityName} by other authorities`,
    `As at ${dayInWords(answer.on)}`,
    onlyFrom === undefined
      ? 'From every placing authority that posts to IBEX'
      : `Only those placed by ${onlyFrom}`,
    `Taken from IBEX by ${authorityName} on ${exactly(madeAt)}`,
    upToDate
      ? 'Holds all that IBEX had recorded by then'
      : 'Some of what IBEX had just recorded was not in it yet: take it again in a minute',
    ...silent.map((says) => `May be incomplete: ${says}`),
    ...heard,
    ...others,
    'Restricted placements are on no register',
    'Personal data about children: keep it as you keep the child’s record, and destroy it when it is no longer needed',
  ];
};

/** The last line of a file: without it, something is missing. */
export const endOfRegister = (lines: number, total: number): string =>
  lines === total
    ? `End of the register: ${String(lines)} ${lines === 1 ? 'line' : 'lines'}`
    : `End of the register: ${String(lines)} lines, although there are ${String(total)}. It changed while the file was written: take it again`;
