import type { Command } from 'commander';
import { pagesOf } from '../exchange/api';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';
import { WORKLIST, WORKLISTS, trendColumns, trendRows } from './worklist.columns';

type Query = SharedOptions & Readonly<{ authority: string; format: Format }>;
const MOST_PER_PAGE = '500';

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const present = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${path}?${new URLSearchParams(present).toString()}`;
};

const linesOf = async (api: Api, name: string, sort: string | undefined): Promise<readonly Shown[]> => {
  const lines: Shown[] = [];
  const path = withQuery(`/v1/worklists/${encodeURIComponent(name)}`, { sort, limit: MOST_PER_PAGE });
  for await (const page of pagesOf(api, path)) lines.push(...page);
  return lines;
};

export const addWorklist = (program: Command): void => {
  withFormat(withExchange(program.command('worklist [name]')))
    .description('what an authority has to do now: which lists there are, or one of them')
    .requiredOption('--authority <gss>', 'whose lists', toAuthorityCode)
    .option('--sort <indicator>', 'since, due, days-to-18 or episodes-in-90-days')
    .action(async (name: string | undefined, options: Query & { sort?: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'duty-desk');
        if (name !== undefined) {
          say(renderColumns(await linesOf(api, name, options.sort), WORKLIST, options.format));
          return;
        }
        const { items } = (await api.get('/v1/worklists')) as { items: readonly Shown[] };
        say(renderColumns(items, WORKLISTS, options.format));
      });
    });
};

export const addTrends = (program: Command): void => {
  withFormat(withExchange(program.command('trends <topic>')))
    .description('counts by quarter, suppressed and rounded: missing, placements-out or placements-in')
    .requiredOption('--authority <gss>', 'whose, beside London’s and its neighbours’', toAuthorityCode)
    .option('--from <month>', 'such as 2026-01; its whole quarter')
    .option('--to <month>', 'such as 2026-06; its whole quarter')
    .option('--by <division>', 'month, sex, age, ethnicity or outcome', 'month')
    .action(async (topic: string, options: Query & { from?: string; to?: string; by: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'governance');
        const { from, to, by } = options;
        const path = withQuery(`/v1/trends/${encodeURIComponent(topic)}`, { from, to, by });
        const { quarters } = (await api.get(path)) as { quarters: readonly Shown[] };
        const rows = trendRows(quarters);
        say(renderColumns(rows, trendColumns(rows), options.format));
      });
    });
};
