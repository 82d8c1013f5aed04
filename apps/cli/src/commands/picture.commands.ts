import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import { PICTURE } from './picture.columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

type Options = SharedOptions &
  Readonly<{ authority: string; format: Format; record?: string; localId?: string; asKnownAt?: string }>;

const recordOf = async (api: Api, { record, localId }: Options): Promise<string> => {
  if (record !== undefined) return record;
  if (localId === undefined) throw new Error('name the child: --record <reference>, or --local-id <id>');
  const found = await api.post('/v1/records/find', { localId }, `find-${localId}`);
  return (found as { recordRef: string }).recordRef;
};

const childOf = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'child') ??
  program.command('child').description('what is known of one child');

export const addPicture = (program: Command): void => {
  withFormat(withExchange(childOf(program).command('picture')))
    .description('dated signs of risk of a child, each with what it rests on; no score')
    .requiredOption('--authority <gss>', 'whose sight: the authority that asks', toAuthorityCode)
    .option('--record <reference>', 'the record, as notices name it')
    .option('--local-id <id>', "the authority's own identifier of the child")
    .option('--as-known-at <instant>', 'what had been recorded by then')
    .action(async (options: Options) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'mash');
        const { asKnownAt } = options;
        const query = asKnownAt === undefined ? '' : `?${new URLSearchParams({ asKnownAt }).toString()}`;
        const path = `/v1/children/${encodeURIComponent(await recordOf(api, options))}/picture${query}`;
        const { indicators } = (await api.get(path)) as { indicators: readonly Shown[] };
        say(renderColumns(indicators, PICTURE, options.format));
      });
    });
};
