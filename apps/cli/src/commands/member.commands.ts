import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

const PATH = '/v1/members';
/** Tokens name an authority; the embedded exchange lets its operator act from the City of London. */
const OPERATORS_HOME = 'E09000001';

const lastChange = ({ history }: Shown): string => {
  const changes = (Array.isArray(history) ? history : []) as readonly Shown[];
  const last = changes.at(-1);
  return last ? [last['change'], last['at'], last['reason']].filter(Boolean).join(' ') : '';
};
const MEMBERS: readonly Column[] = [
  { header: 'code', of: ({ gss }) => gss },
  { header: 'authority', of: ({ name }) => name },
  { header: 'member', of: ({ member }) => (member === true ? 'yes' : 'no') },
  { header: 'by configuration', of: ({ initially }) => (initially === true ? 'yes' : 'no') },
  { header: 'last change', of: lastChange },
];

const atExchange = (options: SharedOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(OPERATORS_HOME, 'operator')));

const addList = (members: Command): void => {
  withFormat(withExchange(members.command('list')))
    .description('who reads its mailbox here, and who once did')
    .action((options: SharedOptions & { format: Format }) =>
      atExchange(options, async (api) => {
        const { members: items } = (await api.get(PATH)) as { members: readonly Shown[] };
        say(renderColumns(items, MEMBERS, options.format));
      }),
    );
};

const addChange = (members: Command, step: 'join' | 'leave', description: string): void => {
  const past = step === 'join' ? 'joined' : 'left';
  withExchange(members.command(step))
    .argument('<authority>', 'ONS code or name', toAuthorityCode)
    .requiredOption('--reason <text>', 'why; kept sealed')
    .description(description)
    .action((gss: string, options: SharedOptions & { reason: string }) =>
      atExchange(options, async (api) => {
        const answer = await api.post(`${PATH}/${gss}/${past}`, { reason: options.reason }, randomUUID());
        say(`${gss} ${past} at position ${String((answer as { position: number }).position)}`);
      }),
    );
};

export const addMembers = (program: Command): void => {
  const members = program.command('members').description('which authorities read their mailbox here');
  addList(members);
  addChange(members, 'join', 'take an authority in; its mailbox begins with what is still live');
  addChange(members, 'leave', 'let an authority go; from then on its senders tell it by other means');
};
