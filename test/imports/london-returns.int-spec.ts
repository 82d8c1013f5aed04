import { basename } from 'node:path';
import { importSsda903 } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import type { PostcodeDirectory } from '@ibex/kernel';
import { PaperExchange } from './paper-exchange';
import { csvOf, londonReturns } from './shared-data';

const directoryOf = (rows: readonly Readonly<Record<string, string>>[]): PostcodeDirectory => {
  const table = new Map(rows.map((row) => [row['postcode'], row['gss_code']] as const));
  return {
    authorityOf: (postcode) => Promise.resolve(table.get(postcode)),
    load: () => Promise.resolve(0),
    size: () => Promise.resolve(table.size),
  };
};

jest.setTimeout(120_000);

describe('the 33 returns of London', () => {
  const reports = new Map<string, ImportReport>();
  const exchanges = new Map<string, PaperExchange>();

  beforeAll(async () => {
    const postcodes = directoryOf(csvOf('london-returns', 'postcodes-used.csv'));
    for (const { folder, gss } of londonReturns()) {
      const client = new PaperExchange();
      exchanges.set(gss, client);
      reports.set(basename(folder), await importSsda903({ folder, authority: gss, client, postcodes }));
    }
  });

  it('name every planted error by file, line, column and kind, and nothing else', () => {
    const found = [...reports].flatMap(([folder, { refusals }]) =>
      refusals.map(({ file, row, column, kind }) => [folder, file, row, column, kind].join(' ')),
    );
    const planted = csvOf('london-returns', 'truth', 'planted-errors.csv').map(
      ({ folder, file, line, column, kind }) => [folder, file, line, column, kind].join(' '),
    );
    expect(found.sort()).toStrictEqual(planted.sort());
  });

  it('tell every placement period outside the own authority, as the truth has it', async () => {
    const told: string[] = [];
    for (const [gss, exchange] of exchanges) {
      for await (const held of exchange.ownPlacements()) {
        const host =
          held.host.kind === 'authority' ? held.host.gss : held.restricted ? 'CON' : held.host.kind;
        const { localId, startsOn, endedOn = '', placementType = '', restricted } = held;
        told.push([gss, host, localId, startsOn, endedOn, placementType, restricted ? '1' : '0'].join(' '));
      }
    }
    const truth = csvOf('london-returns', 'truth', 'placements.csv').map(
      ({ placing_gss, host_gss, child, start, end, place, restricted }) =>
        [placing_gss, host_gss, child, start, end, place, restricted].join(' '),
    );
    expect(told.sort()).toStrictEqual(truth.sort());
  });

  it('tell every missing episode from such a placement, as the truth has it', () => {
    const told = [...exchanges].flatMap(([gss, { commands }]) =>
      commands
        .filter(({ action }) => action === 'missing/report')
        .map(({ body }) => JSON.stringify([gss, body['host'], body['kind'], body['lastSeen'], body['end']])),
    );
    const truth = csvOf('london-returns', 'truth', 'missing.csv')
      .filter(({ placing_gss, host_gss }) => placing_gss !== host_gss)
      .map(({ placing_gss, host_gss, type, start, end }) =>
        JSON.stringify([
          placing_gss,
          host_gss,
          type,
          { on: start },
          ...(end === '' ? [null] : [{ when: { on: end } }]),
        ]),
      );
    expect(told.sort()).toStrictEqual(truth.sort());
  });

  it('account for every row', () => {
    const sums = [...reports.values()].flatMap(({ files }) =>
      Object.values(files).map(
        ({ rows, posted, unchanged, notForExchange, refused }) =>
          rows - posted - unchanged - notForExchange - refused,
      ),
    );
    expect(sums).toStrictEqual(sums.map(() => 0));
  });

  it('record nothing when they are imported again', async () => {
    const postcodes = directoryOf(csvOf('london-returns', 'postcodes-used.csv'));
    const again: Record<string, number>[] = [];
    for (const { folder, gss } of londonReturns()) {
      const client = exchanges.get(gss) ?? new PaperExchange();
      again.push((await importSsda903({ folder, authority: gss, client, postcodes })).commands);
    }
    expect(again).toStrictEqual(again.map(() => ({})));
  });
});
