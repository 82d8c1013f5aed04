import type { Command } from 'commander';
import { pagesOf } from '../exchange/api';
import type { Api } from '../exchange/api';
import { renderRows, say } from '../output';
import type { Format, Shown } from '../output';
import { inSession, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

type Query = SharedOptions & Readonly<{ format: Format }>;

const allPages = async (api: Api, path: string): Promise<readonly Shown[]> => {
  const rows: Shown[] = [];
  for await (const page of pagesOf(api, path)) rows.push(...page);
  return rows;
};
const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const present = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${path}?${new URLSearchParams(present).toString()}`;
};

const registerColumns = [
  ...[
    'placingAuthority',
    'placingAuthorityName',
    'localId',
    'startsOn',
    'endedOn',
    'placementType',
    'providerUrn',
  ],
  ...['acknowledged'],
];
export const addRegister = (program: Command): void => {
  withFormat(withExchange(program.command('register')))
    .description(
      'children placed in an authority by others: the statutory register (Care Planning Regs 2010 reg 13(4))',
    )
    .requiredOption('--host <gss>', 'host authority, ONS code such as E09000008')
    .option('--on <date>', 'as it stood on that day (default: today)')
    .action(async (options: Query & { host: string; on?: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.host, 'duty-desk');
        const rows = await allPages(
          api,
          withQuery('/v1/registers/placed-here', { on: options.on, limit: '500' }),
        );
        say(renderRows(rows, registerColumns, options.format));
      });
    });
};

const recordOf = async (api: Api, options: { record?: string; localId?: string }): Promise<string> => {
  if (options.record !== undefined) return options.record;
  if (options.localId === undefined)
    throw new Error('name the child: --record <reference>, or --local-id <id>');
  const found = await api.post('/v1/records/find', { localId: options.localId }, `find-${options.localId}`);
  return (found as { recordRef: string }).recordRef;
};
export const addChronology = (program: Command): void => {
  withFormat(withExchange(program.command('chronology')))
    .description("what happened to a child, in order, with each entry's source")
    .requiredOption('--authority <gss>', 'whose sight: the authority that asks')
    .option('--record <reference>', 'the record, as notices name it')
    .option('--local-id <id>', "the authority's own identifier of the child")
    .action(async (options: Query & { authority: string; record?: string; localId?: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'placing-practitioner');
        const record = await recordOf(api, options);
        const rows = await allPages(api, `/v1/children/${record}/chronology`);
        say(renderRows(rows, ['occurredAt', 'recordedAt', 'source', 'title', 'withheld'], options.format));
      });
    });
};

export const addDuties = (program: Command): void => {
  withFormat(withExchange(program.command('duties')))
    .description('duties with their clocks: open, met and late')
    .requiredOption('--authority <gss>', 'whose duties')
    .option('--scope <scope>', 'owed-by-us or owed-to-us', 'owed-by-us')
    .option('--state <state>', 'open, met or late')
    .action(async (options: Query & { authority: string; scope: string; state?: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'duty-desk');
        const path = withQuery('/v1/duties', { scope: options.scope, state: options.state });
        const rows = await allPages(api, path);
        say(
          renderRows(
            rows,
            ['state', 'text', 'startedAt', 'dueAt', 'targetAt', 'metAt', 'owedBy', 'owedTo'],
            options.format,
          ),
        );
      });
    });
};

export const addInbox = (program: Command): void => {
  withFormat(withExchange(program.command('inbox')))
    .description("an authority's mailbox, oldest first")
    .requiredOption('--authority <gss>', 'whose mailbox')
    .option('--after <sequence>', 'only entries after this number', '0')
    .action(async (options: Query & { authority: string; after: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'duty-desk');
        const rows = await mailboxRows(api, Number(options.after));
        say(
          renderRows(
            rows,
            ['sequence', 'time', 'from', 'type', 'urgency', 'duty', 'due', 'notice'],
            options.format,
          ),
        );
      });
    });
};

type InboxEntry = Readonly<{
  sequence: number;
  type: string;
  source: string;
  time: string;
  data: Shown & { links: Shown };
}>;
const mailboxRows = async (api: Api, after: number): Promise<readonly Shown[]> => {
  const rows: Shown[] = [];
  for (let next = after; ;) {
    const page = (await api.get(`/v1/inbox?after=${String(next)}&limit=200`)) as { entries: InboxEntry[] };
    for (const { sequence, type, source, time, data } of page.entries) {
      const { urgency, duty, due, links } = data;
      rows.push({
        sequence,
        time,
        from: source,
        type,
        urgency,
        duty,
        due,
        notice: links['detail'],
      });
    }
    const last = page.entries.at(-1);
    if (last === undefined) return rows;
    next = last.sequence;
  }
};
