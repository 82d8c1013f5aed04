import { basename } from 'node:path';
import { importSsda903 } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import type { PostcodeDirectory } from '@ibex/kernel';
import { intakeActions } from '@ibex/notifications/api';
import { checked } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
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

const submissionOf = (authority: string): Submission => ({
  actor: { authority, person: 'importer', role: 'system-client' },
  commandId: 'command-1',
  commandDigest: 'digest',
  correlationId: 'command-1',
});

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
    expect(found).toHaveLength(240);
    expect(found.sort()).toStrictEqual(planted.sort());
  });

  it('tell every placement period outside the own authority, as the truth has it', () => {
    const told = [...exchanges].flatMap(([gss, exchange]) =>
      exchange.bodiesOf('placement/notify').map((body) => {
        const host = body['restricted'] === true ? 'CON' : body['host'];
        const { localId } = body['child'] as { localId: string };
        const days = [body['startsOn'], body['endedOn'] ?? ''];
        const reasons = [body['reasonForNewEpisode'], body['reasonEpisodeCeased'] ?? ''];
        const restricted = body['restricted'] === true ? '1' : '0';
        return [gss, host, localId, ...days, body['placementType'], restricted, ...reasons].join(' ');
      }),
    );
    const truth = csvOf('london-returns', 'truth', 'placements.csv').map((row) =>
      [
        ...[row['placing_gss'], row['host_gss'], row['child'], row['start'], row['end'], row['place']],
        ...[row['restricted'], row['start_reason'], row['end_reason']],
      ].join(' '),
    );
    expect(told).toHaveLength(13_328);
    expect(told.sort()).toStrictEqual(truth.sort());
  });

  it('tell every missing episode from such a placement, as the truth has it', () => {
    const told = [...exchanges].flatMap(([gss, { commands }]) =>
      commands
        .filter(({ action }) => action === 'missing/report')
        .map(({ body }) => {
          const { localId } = body['child'] as { localId: string };
          return JSON.stringify([gss, localId, body['host'], body['kind'], body['lastSeen'], body['end']]);
        }),
    );
    const truth = csvOf('london-returns', 'truth', 'missing.csv')
      .filter(({ placing_gss, host_gss }) => placing_gss !== host_gss)
      .map(({ placing_gss, child, host_gss, type, start, end }) =>
        JSON.stringify([
          placing_gss,
          child,
          host_gss,
          type,
          { on: start },
          ...(end === '' ? [null] : [{ when: { on: end } }]),
        ]),
      );
    expect(told.sort()).toStrictEqual(truth.sort());
  });

  it('are told in bodies that the API takes', () => {
    const sent = [...exchanges.values()].flatMap((exchange) => exchange.commands);
    // 13,328 placements of which 7,236 ended, and 7,312 missing episodes
    expect(sent).toHaveLength(13_328 + 7_236 + 7_312);
    const actions = new Map(intakeActions.map((action) => [action.name, action]));
    const faults = [...exchanges].flatMap(([gss, { commands }]) =>
      commands.flatMap(({ action: name, id = 'a-new-notice', body }) => {
        const action = actions.get(name);
        if (!action) return [`${name} is no action`];
        try {
          action.toCommand({ id, dto: checked(action.dto, body), submission: submissionOf(gss) });
          return [];
        } catch (error) {
          return [`${name}: ${String(error)}`];
        }
      }),
    );
    expect(faults).toStrictEqual([]);
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
