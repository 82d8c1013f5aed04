import { randomUUID } from 'node:crypto';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { caseText, itemsIn, outcomeText, radiusText } from './link.text';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

const PATH = '/v1/links';
const STATES = ['proposed', 'second-person', 'linked', 'apart', 'forbidden', 'withdrawn'];
const KINDS = ['pre-and-post-adoption', 'protected-identity', 'twins', 'persons-decision'];
type OwnOptions = SharedOptions & Readonly<{ authority: string }>;

const CASES: readonly Column[] = [
  { header: 'pair', of: ({ id }) => id },
  { header: 'state', of: ({ state }) => state },
  { header: 'second person', of: ({ awaitsSecondPerson }) => (awaitsSecondPerson === true ? 'awaited' : '') },
  { header: 'your record', of: ({ recordRef }) => recordRef },
  { header: 'other owner', of: ({ otherOwner }) => otherOwner },
  { header: 'one child', of: ({ odds }) => odds },
  { header: 'changed', of: ({ changedAt }) => changedAt },
];

const withOwner = (command: Command): Command =>
  withExchange(command).requiredOption(
    '--authority <gss>',
    'for which authority you decide: its name or ONS code',
    toAuthorityCode,
  );

const atExchange = (options: OwnOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(options.authority, 'mash')));

const pathOf = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;

type ReviewOptions = OwnOptions & Readonly<{ format: Format; state: string; mine?: true; limit: string }>;

const addReads = (links: Command): void => {
  withFormat(withOwner(links.command('review')))
    .addOption(new Option('--state <state>', 'what stands so').choices(STATES).default('proposed'))
    .option('--mine', 'only what you yourself said last')
    .option('--limit <pairs>', 'how many, up to 100', '50')
    .description('pairs of records that may be of one child, likeliest first')
    .action(({ state, mine, limit, format, ...options }: ReviewOptions) =>
      atExchange(options, async (api) => {
        const own = mine === true ? '&mine=true' : '';
        const answer = (await api.get(`${PATH}/review?state=${state}&limit=${limit}${own}`)) as Shown;
        say(renderColumns(itemsIn(answer['items']), CASES, format));
        if (typeof answer['next'] === 'string' && format === 'table') say('there are more: raise --limit');
      }),
    );
  withOwner(links.command('show'))
    .argument('<pair>', 'id of the pair, as `links review` gives it')
    .option('--radius', 'who was shown the two as one child, and who has been told otherwise')
    .option('--json', 'as the exchange answers')
    .description('two records side by side: what agrees, what was decided and why')
    .action((id: string, { radius, json, ...options }: OwnOptions & { radius?: true; json?: true }) =>
      atExchange(options, async (api) => {
        const shown = (await api.get(radius === true ? `${pathOf(id)}/blast-radius` : pathOf(id))) as Shown;
        if (json === true) say(JSON.stringify(shown, undefined, 2));
        else say(radius === true ? radiusText(shown) : caseText(shown));
      }),
    );
};

const post = (options: OwnOptions, path: string, body: object): Promise<void> =>
  atExchange(options, async (api) => say(outcomeText((await api.post(path, body, randomUUID())) as Shown)));

const addDecisions = (links: Command): void => {
  withOwner(links.command('decide'))
    .argument('<pair>', 'id of the pair')
    .addOption(new Option('--same', 'they are one child').conflicts('different'))
    .addOption(new Option('--different', 'they are two children'))
    .requiredOption(
      '--because <text>',
      'why you think so; kept sealed, read by the owners of the two records',
    )
    .description('say whether two records are of one child')
    .action((id: string, { same, different, because: rationale, ...options }: DecideOptions) => {
      if (same !== true && different !== true) throw new Error('Say --same or --different.');
      const decision = same === true ? 'same' : 'different';
      return post(options, `${pathOf(id)}/decisions`, { decision, rationale });
    });
  withOwner(links.command('unlink'))
    .argument('<pair>', 'id of the pair')
    .requiredOption('--because <text>', 'why the link was wrong')
    .description('undo a link; whoever was shown the two as one child is told')
    .action((id: string, { because: reason, ...options }: OwnOptions & { because: string }) =>
      post(options, `${pathOf(id)}/unlink`, { reason }),
    );
};
type DecideOptions = OwnOptions & Readonly<{ same?: true; different?: true; because: string }>;
type ForbidOptions = OwnOptions & Readonly<{ kind: string; because: string; lift?: true }>;

const addForbid = (links: Command): void => {
  withOwner(links.command('forbid'))
    .argument('<pair-or-record>', 'id of a pair, or the reference of one record')
    .argument('[other-record]', 'the reference of the other record')
    .addOption(
      new Option('--kind <kind>', 'why they are kept apart').choices(KINDS).default('persons-decision'),
    )
    .requiredOption('--because <text>', 'what it rests on; kept sealed')
    .option('--lift', 'lift such a mark instead; it takes two people')
    .description('mark two records never to be linked, whatever speaks for it')
    .action((one: string, other: string | undefined, { kind, because, lift, ...options }: ForbidOptions) => {
      if (lift === true) return post(options, `${pathOf(one)}/lifting`, { rationale: because });
      const which = other === undefined ? { pair: one } : { recordRefs: [one, other] };
      return post(options, `${PATH}/forbidden`, { ...which, kind, rationale: because });
    });
};

export const addLinks = (program: Command): void => {
  const links = program
    .command('links')
    .description('which records are of one child: review, decide, undo, keep apart');
  addReads(links);
  addDecisions(links);
  addForbid(links);
};
