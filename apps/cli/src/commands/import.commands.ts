import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SqlitePostcodes } from '@ibex/adapters/sqlite';
import { HttpExchangeClient, importSsda903, loadPostcodes, reportAsText } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import { readCliConfig } from '../config';
import { fetchThrough } from '../exchange/doors';
import type { Session } from '../exchange/session';
import { progressBar, say } from '../output';
import { inSession, withExchange, toAuthorityCode } from './shared.options';
import type { SharedOptions } from './shared.options';

type ImportOptions = SharedOptions & Readonly<{ authority: string; dryRun?: boolean; json?: boolean }>;

const openPostcodes = (home: string): SqlitePostcodes => {
  mkdirSync(home, { recursive: true });
  return new SqlitePostcodes(join(home, 'postcodes.sqlite'));
};

/** One return through the public interface, with a bar where somebody watches. */
export const importReturn = async (
  session: Session,
  home: string,
  what: Readonly<{ folder: string; authority: string; dryRun: boolean }>,
): Promise<ImportReport> => {
  const postcodes = openPostcodes(home);
  const token = await session.tokenFor(what.authority, 'system-client');
  const bar = progressBar(what.authority);
  try {
    return await importSsda903({
      ...what,
      client: new HttpExchangeClient({ url: session.url, token, fetch: fetchThrough(session.doors) }),
      postcodes,
      onProgress: ({ step, done, of }) => {
        if (step === 'posting' && of !== undefined) bar(done, of);
      },
    });
  } finally {
    await postcodes.close();
  }
};

export const addImport = (program: Command): void => {
  const imports = program.command('import').description('take in the files that an authority already makes');
  withExchange(imports.command('ssda903'))
    .argument('<folder>', 'folder with header, episodes and missing of an SSDA903 return')
    .description(
      'post what concerns other authorities; run again after a change and only the difference is posted',
    )
    .requiredOption('--authority <gss>', 'whose return it is, ONS code such as E09000007', toAuthorityCode)
    .option('--dry-run', 'show what would be posted, post nothing')
    .option('--json', 'print the report as JSON')
    .action(async (folder: string, options: ImportOptions) => {
      if (!existsSync(folder))
        throw new Error(
          `there is no folder ${folder}: give the one with header, episodes and missing of the return`,
        );
      await inSession(options, async (session) => {
        const { authority, dryRun = false } = options;
        const report = await importReturn(session, readCliConfig(options).home, {
          folder,
          authority,
          dryRun,
        });
        say(options.json === true ? JSON.stringify(report) : reportAsText(report));
      });
    });
};

export const loadPostcodeTable = async (home: string, file: string): Promise<number> => {
  const postcodes = openPostcodes(home);
  try {
    const { loaded } = await loadPostcodes(file, postcodes);
    return loaded;
  } finally {
    await postcodes.close();
  }
};

export const addPostcodes = (program: Command): void => {
  program
    .command('postcodes')
    .description('which authority a postcode lies in')
    .command('load')
    .argument('<file>', 'ONS Postcode Directory, or two columns: postcode and GSS code; .csv or .csv.gz')
    .option('--home <folder>', 'folder of the embedded stores (default: IBEX_HOME or ./var)')
    .action(async (file: string, options: SharedOptions) => {
      const count = await loadPostcodeTable(readCliConfig(options).home, file);
      say(`${count.toLocaleString('en-GB')} postcodes loaded`);
    });
};
