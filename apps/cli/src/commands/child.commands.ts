import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { timelineOf } from './child.timeline';
import type { History } from './child.timeline';
import { renderColumns } from './columns';
import { chronologyColumns } from './query.columns';
import { namesOf, recordOf, withQuery } from './query.commands';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

type Asked = SharedOptions &
  Readonly<{
    format: Format;
    authority: string;
    record?: string;
    localId?: string;
    asKnownAt?: string;
    knownTo?: string;
  }>;
type Answer = History & Shown & Readonly<{ next?: string }>;

const MOST_PER_PAGE = '500';

/** The first page with the lines of all pages. */
const historyOf = async (api: Api, path: string, query: Readonly<Record<string, string | undefined>>) => {
  const ask = async (cursor?: string): Promise<Answer> =>
    (await api.get(withQuery(path, { ...query, limit: MOST_PER_PAGE, cursor }))) as Answer;
  const first = await ask();
  const items = [...first.items];
  for (let { next } = first; next !== undefined;) {
    const page = await ask(next);
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items };
};

export const addChild = (program: Command): void => {
  const child = program.command('child').description('what is on record of one child');
  withFormat(withExchange(child.command('chronology')))
    .description('the history of a child over all its records that you may see, as a timeline with its gaps')
    .requiredOption('--authority <gss>', 'whose sight: the authority that asks', toAuthorityCode)
    .option('--record <reference>', 'the record, as notices name it')
    .option('--local-id <id>', "the authority's own identifier of the child")
    .option('--as-known-at <instant>', 'what was on record by then, e.g. 2026-03-02T09:00:00Z')
    .option('--known-to <gss>', 'what had reached that authority by then', toAuthorityCode)
    .action(async (options: Asked) => {
      const { asKnownAt, knownTo, format } = options;
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'placing-practitioner');
        const path = `/v1/children/${await recordOf(api, options)}/chronology`;
        const history = await historyOf(api, path, { asKnownAt, knownTo });
        const names = await namesOf(api);
        if (format === 'table') say(timelineOf(history, names));
        else if (format === 'json') say(JSON.stringify(history));
        else say(renderColumns(history.items, chronologyColumns(names), format));
      });
    });
};
