import type { Command } from 'commander';
import { pagesOf } from '../exchange/api';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import { DUTIES, PLACED_BY, REGISTER, chronologyColumns, inboxColumns } from './query.columns';
import type { Names } from './query.columns';
import { inSession, withExchange, withFormat, toAuthorityCode } from './shared.options';
import type { SharedOptions } from './shared.options';

type Query = SharedOptions & Readonly<{ format: Format }>;

const MOST_PER_PAGE = '500';

const allPages = async (api: Api, path: string): Promise<readonly Shown[]> => {
  const rows: Shown[] = [];
  for await (const page of pagesOf(api, path)) rows.push(...page);
  return rows;
};
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const present = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${path}?${new URLSearchParams(present).toString()}`;
};
export const namesOf = async (api: Api): Promise<Names> => {
  const { authorities } = (await api.get('/v1/authorities')) as {
    authorities: readonly Readonly<{ gss: string; name: string }>[];
  };
  return new Map(authorities.map(({ gss, name }) => [gss, name]));
};

type RegisterQuery = Query & Readonly<{ host?: string; placedBy?: string; on?: string }>;

/** Whose register: an area's, or a placing authority's own. */
const registerOf = ({ host, placedBy }: RegisterQuery) => {
  if (host !== undefined && placedBy === undefined)
    return {
      path: '/v1/registers/placed-here',
      columns: REGISTER,
      authority: host,
      role: 'duty-desk',
    } as const;
  if (placedBy === undefined || host !== undefined)
    throw new Error('name one authority: --host <gss>, or --placed-by <gss>');
  const path = '/v1/registers/placed-elsewhere';
  return { path, columns: PLACED_BY, authority: placedBy, role: 'placing-practitioner' } as const;
};

export const addRegister = (program: Command): void => {
  withFormat(withExchange(program.command('register')))
    .description(
      'children placed in an authority by others: the statutory register (Care Planning Regs 2010 reg 13(4))',
    )
    .option(
      '--host <gss>',
      'register of that area, by the host’s ONS code such as E09000008',
      toAuthorityCode,
    )
    .option('--placed-by <gss>', 'instead: where that authority placed its own children', toAuthorityCode)
    .option('--on <date>', 'as it stood on that day (default: today)')
    .action(async (options: RegisterQuery) => {
      const { path, columns, authority, role } = registerOf(options);
      await inSession(options, async (session) => {
        const api = await session.apiFor(authority, role);
        const rows = await allPages(api, withQuery(path, { on: options.on, limit: MOST_PER_PAGE }));
        say(renderColumns(rows, columns, options.format));
      });
    });
};

export const recordOf = async (api: Api, options: { record?: string; localId?: string }): Promise<string> => {
  if (options.record !== undefined) return options.record;
  if (options.localId === undefined)
    throw new Error('name the child: --record <reference>, or --local-id <id>');
  const found = await api.post('/v1/records/find', { localId: options.localId }, `find-${options.localId}`);
  return (found as { recordRef: string }).recordRef;
};
export const addChronology = (program: Command): void => {
  withFormat(withExchange(program.command('chronology')))
    .description("what happened to a child, in order, with each entry's source")
    .requiredOption('--authority <gss>', 'whose sight: the authority that asks', toAuthorityCode)
    .option('--record <reference>', 'the record, as notices name it')
    .option('--local-id <id>', "the authority's own identifier of the child")
    .action(async (options: Query & { authority: string; record?: string; localId?: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'placing-practitioner');
        const record = await recordOf(api, options);
        const path = withQuery(`/v1/children/${record}/chronology`, { limit: MOST_PER_PAGE });
        const rows = await allPages(api, path);
        say(renderColumns(rows, chronologyColumns(await namesOf(api)), options.format));
      });
    });
};

export const addDuties = (program: Command): void => {
  withFormat(withExchange(program.command('duties')))
    .description('duties with their clocks: open, late and met')
    .requiredOption('--authority <gss>', 'whose duties', toAuthorityCode)
    .option('--scope <scope>', 'owed-by-us or owed-to-us', 'owed-by-us')
    .option('--state <state>', 'open, late, met or all', 'all')
    .action(async (options: Query & { authority: string; scope: string; state: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'duty-desk');
        const { scope, state } = options;
        const rows = await allPages(api, withQuery('/v1/duties', { scope, state, limit: MOST_PER_PAGE }));
        say(renderColumns(rows, DUTIES, options.format));
      });
    });
};

const entriesAfter = async (api: Api, after: number): Promise<readonly Shown[]> => {
  const entries: Shown[] = [];
  for (let next = after; ;) {
    const page = (await api.get(`/v1/inbox?after=${String(next)}&limit=${MOST_PER_PAGE}`)) as {
      entries: readonly (Shown & Readonly<{ sequence: number }>)[];
    };
    entries.push(...page.entries);
    const last = page.entries.at(-1);
    if (last === undefined) return entries;
    next = last.sequence;
  }
};
export const addInbox = (program: Command): void => {
  withFormat(withExchange(program.command('inbox')))
    .description("an authority's mailbox, oldest first")
    .requiredOption('--authority <gss>', 'whose mailbox', toAuthorityCode)
    .option('--after <number>', 'only entries after this number', '0')
    .action(async (options: Query & { authority: string; after: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'duty-desk');
        const entries = await entriesAfter(api, Number(options.after));
        say(renderColumns(entries, inboxColumns(await namesOf(api)), options.format));
      });
    });
};
