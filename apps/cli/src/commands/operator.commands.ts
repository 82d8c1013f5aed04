import { randomUUID } from 'node:crypto';
import { Option } from 'commander';
import type { Command } from 'commander';
import { ROLES } from '@ibex/kernel';
import type { Role } from '@ibex/kernel';
import { readCliConfig } from '../config';
import { developmentToken } from '../exchange/session';
import { say } from '../output';
import { inSession, withExchange, toAuthorityCode } from './shared.options';
import type { SharedOptions } from './shared.options';

export const addToken = (program: Command): void => {
  program
    .command('token')
    .description('an access token of the development issuer, good for an hour; refuses to run in production')
    .requiredOption('--authority <gss>', 'for which authority', toAuthorityCode)
    .addOption(new Option('--role <role>', 'in which role').choices(ROLES).makeOptionMandatory())
    .option('--person <reference>', 'opaque reference of the person', 'command-line')
    .option('--home <folder>', 'folder of the embedded stores (default: IBEX_HOME or ./var)')
    .action(async (options: SharedOptions & { authority: string; role: Role; person: string }) => {
      say(await developmentToken(readCliConfig(options), options));
    });
};

export const addRebuild = (program: Command): void => {
  withExchange(program.command('rebuild'))
    .argument('<view>', 'name of a view, as GET /v1/views lists it')
    .description('build a view from zero beside the live one, then switch; it answers all the while')
    .option('--authority <gss>', 'the operator’s authority', toAuthorityCode, 'E09000001')
    .action(async (view: string, options: SharedOptions & { authority: string }) => {
      await inSession(options, async (session) => {
        const api = await session.apiFor(options.authority, 'operator');
        await api.post(`/v1/views/${view}/rebuild`, {}, randomUUID());
        say(`${view} is rebuilt`);
      });
    });
};
