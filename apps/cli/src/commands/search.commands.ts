import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { withQuery } from './query.commands';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

type Query = SharedOptions & Readonly<{ format: Format; authority: string }>;

const field = (header: string, name: string): Column => ({ header, of: (item) => item[name] });
const list = ({ agreedOn }: Shown): unknown => (Array.isArray(agreedOn) ? agreedOn.join(', ') : undefined);

const RESULTS: readonly Column[] = [
  field('number', 'n'),
  { header: 'what', of: ({ kind }) => (kind === 'known-to' ? 'known to' : 'you may see') },
  field('authority', 'authorityName'),
  field('contact', 'contact'),
  field('record', 'recordRef'),
  field('as', 'sight'),
  { header: 'the same', of: list },
];

const READS: readonly Column[] = [
  field('at', 'at'),
  field('last', 'lastAt'),
  field('record', 'recordRef'),
  field('by', 'authorityName'),
  field('person', 'person'),
  field('role', 'role'),
  field('what', 'what'),
  field('purpose', 'purpose'),
  field('basis', 'basis'),
  field('told', 'told'),
];

type SearchQuery = Query & Readonly<{ purpose: string; reason: string; identifiers: string }>;

/** Who a child is comes from a file: what stands on a command line is in its history and in every list of processes. */
export const addSearch = (program: Command): void => {
  withFormat(withExchange(program.command('search')))
    .description('is a child known elsewhere? by exact identifiers; every search is on record')
    .requiredOption('--authority <gss>', 'who searches', toAuthorityCode)
    .requiredOption('--purpose <purpose>', 'mash-enquiry, section-47 or emergency')
    .requiredOption('--reason <words>', 'why; kept sealed for your own authority')
    .requiredOption(
      '--identifiers <file>',
      'JSON with nhsNumber or upn, or three of forename, surname, dateOfBirth, homePostcode',
    )
    .action(async ({ purpose, reason, ...options }: SearchQuery) => {
      const identifiers: unknown = JSON.parse(await readFile(options.identifiers, 'utf8'));
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'mash');
        const asked = { identifiers, purpose, reason };
        const answer = (await api.post('/v1/mash/searches', asked, randomUUID())) as {
          id: string;
          results: readonly Shown[];
        };
        if (options.format === 'table') say(`search ${answer.id}`);
        say(renderColumns(answer.results, RESULTS, options.format));
      });
    });
};

const allReads = async (api: Api, query: Readonly<Record<string, string | undefined>>) => {
  const reads: Shown[] = [];
  let cursor: string | undefined;
  do {
    const page = (await api.get(withQuery('/v1/reads', { ...query, limit: '500', cursor }))) as {
      reads: readonly Shown[];
      next?: string;
    };
    reads.push(...page.reads);
    cursor = page.next;
  } while (cursor !== undefined);
  return reads;
};

type ReadsQuery = Query & Readonly<{ record?: string; since?: string; by?: string; ourPeople?: true }>;

export const addReads = (program: Command): void => {
  withFormat(withExchange(program.command('reads')))
    .description('who looked at your records, when, for what and on which basis')
    .requiredOption('--authority <gss>', 'whose records', toAuthorityCode)
    .option('--record <reference>', 'only looks at this record')
    .option('--since <instant>', 'only looks at or after, e.g. 2026-03-02T09:00:00Z')
    .option('--by <gss>', 'only looks by people of that authority', toAuthorityCode)
    .option('--our-people', 'instead: at what your own people looked')
    .action(async ({ record: recordRef, since, by, ourPeople, ...options }: ReadsQuery) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'governance');
        const scope = ourPeople ? 'our-people' : undefined;
        const rows = await allReads(api, { recordRef, since, by, scope });
        say(renderColumns(rows, READS, options.format));
      });
    });
};
