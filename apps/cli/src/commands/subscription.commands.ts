import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { inSession, withFormat } from './shared.options';
import { addMending } from './subscription.mending.commands';
import { filterOf, wishOf, withFilter, withOwner, withPause, withWish } from './subscription.options';
import type { FilterOptions, OpenOptions, OwnOptions, StepOptions } from './subscription.options';

const PATH = '/v1/subscriptions';

const column = (header: string, name = header): Column => ({ header, of: (item) => item[name] });
const wholeMailbox = ({ filter }: Shown): string =>
  JSON.stringify(filter) === '{}' ? 'whole mailbox' : JSON.stringify(filter);
const untilOf = (until: unknown): string | undefined =>
  typeof until === 'string' ? `until ${until}` : undefined;
const troubleOf = (trouble: unknown): string | undefined => {
  const { since, reason } = { ...(trouble as Shown | undefined) };
  return typeof since === 'string' ? `FAILING since ${since}, ${String(reason)}` : undefined;
};
const stateOf = ({ state, pausedBecause, pausedUntil, trouble, heldBecause }: Shown): string =>
  [state, pausedBecause, untilOf(pausedUntil), troubleOf(trouble), heldBecause]
    .filter((part) => typeof part === 'string')
    .join(': ');

const SUBSCRIPTIONS: readonly Column[] = [
  column('id'),
  column('name'),
  column('channel'),
  column('payload'),
  column('target'),
  { header: 'state', of: stateOf },
  { header: 'filter', of: wholeMailbox },
  column('begins after', 'startsAfter'),
  column('opened', 'openedAt'),
];
const TESTED: readonly Column[] = [
  column('entry', 'sequence'),
  column('recorded', 'recordedAt'),
  column('message'),
  column('urgency'),
  column('as', 'capacity'),
  { header: 'passes', of: ({ passes }) => (passes === true ? 'yes' : 'no') },
  {
    header: 'held back by',
    of: ({ heldBackBy }) => (Array.isArray(heldBackBy) ? heldBackBy.join(', ') : ''),
  },
];

const atExchange = (options: OwnOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(options.authority, 'duty-desk')));

const addList = (subscriptions: Command): void => {
  withFormat(withOwner(subscriptions.command('list')))
    .description('the authority’s subscriptions')
    .option('--all', 'closed ones too')
    .action((options: OwnOptions & { format: Format; all?: true }) =>
      atExchange(options, async (api) => {
        const answer = await api.get(`${PATH}?state=${options.all === true ? 'all' : 'open'}`);
        const { subscriptions: items } = answer as { subscriptions: readonly Shown[] };
        say(renderColumns(items, SUBSCRIPTIONS, options.format));
      }),
    );
};

type Opened = Readonly<{ id: string; secret?: Readonly<{ secret: string; publicKey?: string }> }>;

/** The secret is said once, here; the exchange never shows it again. */
const sayOpened = ({ id, secret }: Opened): void => {
  say(`opened ${id}`);
  if (!secret) return;
  say(`secret ${secret.secret}   (shown this once: keep it like a password)`);
  if (secret.publicKey !== undefined) say(`public key ${secret.publicKey}`);
};

const addOpen = (subscriptions: Command): void => {
  withWish(subscriptions.command('open'))
    .description('ask to be told on a channel; without a filter, of everything in the mailbox')
    .action((options: OpenOptions) =>
      atExchange(options, async (api) =>
        sayOpened((await api.post(PATH, wishOf(options), randomUUID())) as Opened),
      ),
    );
};

const addStep = (subscriptions: Command, step: 'pause' | 'resume' | 'close', description: string): void => {
  const command = withOwner(subscriptions.command(step)).argument('<id>', 'id of the subscription');
  if (step !== 'resume') command.option('--because <reason>', 'why, as a code');
  if (step === 'pause') withPause(command);
  command.description(description).action((id: string, options: StepOptions) =>
    atExchange(options, async (api) => {
      const { because, forHours, confirmsThatUrgentMayBeHidden } = options;
      const body = { because, forHours, confirmsThatUrgentMayBeHidden };
      await api.post(`${PATH}/${encodeURIComponent(id)}/${step}`, body, randomUUID());
      say(`${step}d ${id}`);
    }),
  );
};

type Tested = Readonly<{
  looked: number;
  passing: number;
  urgentHeldBack: number;
  entries: readonly Shown[];
}>;

const sayTested = ({ looked, passing, urgentHeldBack, entries }: Tested, format: Format): void => {
  say(renderColumns(entries, TESTED, format));
  if (format !== 'table') return;
  say(`${String(passing)} of the last ${String(looked)} would have passed`);
  if (urgentHeldBack > 0) say(`WARNING: ${String(urgentHeldBack)} urgent would have been kept away`);
};

const addTest = (subscriptions: Command): void => {
  withFormat(withFilter(withOwner(subscriptions.command('test'))))
    .argument('[id]', 'a subscription as it stands, instead of a filter')
    .description('which of the latest entries a filter would have let pass; records nothing')
    .option('--last <entries>', 'how many entries to look at, up to 500', '100')
    .action(
      (id: string | undefined, options: OwnOptions & FilterOptions & { format: Format; last: string }) =>
        atExchange(options, async (api) => {
          const last = Number(options.last);
          const path = id === undefined ? `${PATH}/test` : `${PATH}/${encodeURIComponent(id)}/test`;
          const body = id === undefined ? { filter: filterOf(options), last } : { last };
          sayTested((await api.post(path, body, randomUUID())) as Tested, options.format);
        }),
    );
};

export const addSubscriptions = (program: Command): void => {
  const subscriptions = program
    .command('subscriptions')
    .description('how an authority wants to be told: channels, filters, pauses');
  addList(subscriptions);
  addOpen(subscriptions);
  addStep(subscriptions, 'pause', 'send nothing for so many hours, or until it is resumed; entries wait');
  addStep(subscriptions, 'resume', 'go on after the last entry that was sent');
  addStep(subscriptions, 'close', 'end it for good; the mailbox keeps every entry');
  addTest(subscriptions);
  addMending(subscriptions);
};
