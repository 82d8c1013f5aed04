import { csvLine } from '@ibex/kernel';
import type { PlacedHereAnswer, PlacedHereLine } from '../parts/answers';
import { aboutRegister, endOfRegister } from './placed-here.about';
import type { Made } from './placed-here.about';
import { REGISTER_COLUMNS, londonMinute } from './placed-here.columns';
import type { RegisterColumn } from './placed-here.columns';

// Excel takes a file without it for one in the code page of the machine, and spoils every accent
const BYTE_ORDER_MARK = '\uFEFF';

const cellOf = ({ of, kind }: RegisterColumn, line: PlacedHereLine): string | null => {
  const value = of(line);
  if (value === undefined) return null;
  return kind === 'instant' ? londonMinute(value) : value;
};

const lineOf = (line: PlacedHereLine): string =>
  csvLine(REGISTER_COLUMNS.map((column) => cellOf(column, line)));

/** The register as a file, one page of lines after the other: no more than one page is held at a time. */
export async function* placedHereCsv(
  pages: AsyncIterable<PlacedHereAnswer>,
  made: Made,
): AsyncGenerator<string> {
  let [isBegun, lines, total] = [false, 0, 0];
  for await (const page of pages) {
    if (!isBegun) {
      const about = aboutRegister(page, made).map((note) => csvLine([note]));
      yield `${BYTE_ORDER_MARK}${about.join('')}\r\n${csvLine(REGISTER_COLUMNS.map(({ header }) => header))}`;
    }
    isBegun = true;
    lines += page.items.length;
    total = page.total;
    yield page.items.map(lineOf).join('');
  }
  yield `\r\n${csvLine([endOfRegister(lines, total)])}`;
}
