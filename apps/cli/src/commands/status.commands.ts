import type { Command } from 'commander';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';
import { FEEDS, feedLines } from './status.columns';

type Asked = SharedOptions & Readonly<{ format: Format; authority: string; silent?: true; operator?: true }>;
type Answer = Readonly<{ items: readonly Shown[] }>;

/** In words, one sentence for each feed that has ever posted. */
const saysOf = ({ feeds }: Shown): readonly string[] =>
  (feeds as readonly Readonly<{ says: string; state: string }>[])
    .filter(({ state }) => state === 'silent')
    .map(({ says }) => says);

const addAuthorities = (status: Command): void => {
  withFormat(withExchange(status.command('authorities')))
    .description('when each authority last posted, how often it usually does, who has fallen silent')
    .requiredOption('--authority <gss>', 'who asks: an authority sees more of itself', toAuthorityCode)
    .option('--silent', 'only those that have fallen silent')
    .option('--operator', 'ask as whoever runs the exchange: channels of all')
    .action((options: Asked) =>
      inSession(options, async (session) => {
        const role = options.operator === true ? 'operator' : 'duty-desk';
        const api = await session.apiFor(options.authority, role);
        const query = options.silent === true ? '?silent=true' : '';
        const { items } = (await api.get(`/v1/status/authorities${query}`)) as Answer;
        say(renderColumns(feedLines(items), FEEDS, options.format));
        if (options.format === 'table') for (const sentence of items.flatMap(saysOf)) say(sentence);
      }),
    );
};

export const addStatus = (program: Command): void => {
  const status = program.command('status').description('whether what the exchange holds is all there is');
  addAuthorities(status);
};
