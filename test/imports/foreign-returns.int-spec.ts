import { basename } from 'node:path';
import { MemoryPostcodes } from '@ibex/adapters/memory';
import { importSsda903, loadPostcodes } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import { PaperExchange } from './paper-exchange';
import { csvOf, sharedData } from './shared-data';

jest.setTimeout(120_000);

const AUTHORITY = 'E09000001';
const RETURNS: readonly (readonly string[])[] = [
  ['csc-ssda903-validator'],
  ...['2017', '2018', '2019', '2020', '2021'].map((year) => ['csc-ssda903-multi-la', 'years', year]),
  ['csc-ssda903-liia', 'samples-2025'],
];

const postcodes = new MemoryPostcodes();
beforeAll(async () => {
  await loadPostcodes(sharedData('ons-postcodes-london', 'london_postcodes.csv.gz'), postcodes);
});

const rowsOf = (path: readonly string[], file: string): number => csvOf(...path, file).length;
const unaccounted = ({ files }: ImportReport): readonly number[] =>
  Object.values(files).map(
    ({ rows, posted, unchanged, notForExchange, refused }) =>
      rows - posted - unchanged - notForExchange - refused,
  );

describe.each(RETURNS.map((path) => [basename(path.join('/')), path] as const))(
  'a return made by others, %s',
  (_, path) => {
    const folder = (): string => sharedData(...path);

    it.each([
      ['without a postcode table', false],
      ['with a table that knows none of its invented postcodes', true],
    ])('goes in %s, every row accounted for and every refusal explained', async (_name, hasTable) => {
      const client = new PaperExchange();
      const report = await importSsda903({
        folder: folder(),
        authority: AUTHORITY,
        client,
        ...(hasTable ? { postcodes } : {}),
      });
      expect(unaccounted(report).every((rest) => rest === 0)).toBe(true);
      expect(report.refusals.filter(({ kind }) => kind === 'unknown postcode')).toStrictEqual([]);
      expect(
        report.refusals.filter(({ rule, mend, row }) => rule === '' || mend === '' || row < 2),
      ).toStrictEqual([]);
      expect(report.files.episodes?.rows).toBe(rowsOf(path, report.files.episodes?.file ?? ''));
    });
  },
);

describe('the return of the national validator', () => {
  it('keeps every episode: placements with an unknown host for its owner, the rest restricted by their type', async () => {
    const client = new PaperExchange();
    const folder = sharedData('csc-ssda903-validator');
    const { files, refusals } = await importSsda903({ folder, authority: AUTHORITY, client });
    expect({
      ...files.episodes,
      refusals: refusals.map(({ file, row, column, value, kind }) => ({ file, row, column, value, kind })),
    }).toStrictEqual({
      file: 'episodes.csv',
      rows: 5050,
      posted: 5050,
      unchanged: 0,
      notForExchange: 0,
      refused: 0,
      refusals: [],
    });
  });
});
