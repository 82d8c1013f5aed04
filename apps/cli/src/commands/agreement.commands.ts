import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

const PATH = '/v1/agreements';
type OwnOptions = SharedOptions & Readonly<{ authority: string }>;

const list = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '');
const newestOf = ({ versions }: Shown): Shown =>
  ((Array.isArray(versions) ? versions : []) as readonly Shown[]).at(-1) ?? {};

const AGREEMENTS: readonly Column[] = [
  { header: 'id', of: ({ id }) => id },
  { header: 'title', of: (item) => newestOf(item)['title'] },
  { header: 'state', of: ({ state }) => state },
  { header: 'parties', of: ({ parties }) => list(parties) },
  { header: 'newest version', of: (item) => newestOf(item)['version'] },
  { header: 'still to sign', of: (item) => list(newestOf(item)['awaiting']) },
  { header: 'from', of: (item) => newestOf(item)['from'] },
  { header: 'to', of: (item) => newestOf(item)['to'] },
];

const withOwner = (command: Command): Command =>
  withExchange(command).requiredOption('--authority <gss>', 'whose agreements', toAuthorityCode);

const atExchange = (options: OwnOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(options.authority, 'governance')));

const pathOf = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;

/** Throws what reading or parsing throws: the file is the operator's own. */
const termsIn = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;

const addReads = (agreements: Command): void => {
  withFormat(withOwner(agreements.command('list')))
    .description('agreements that the authority is, or was, a party to')
    .action((options: OwnOptions & { format: Format }) =>
      atExchange(options, async (api) => {
        const { agreements: items } = (await api.get(PATH)) as { agreements: readonly Shown[] };
        say(renderColumns(items, AGREEMENTS, options.format));
      }),
    );
  withOwner(agreements.command('show'))
    .argument('<id>', 'id of the agreement')
    .description('one agreement as JSON: its versions, who signed which when, who has left')
    .action((id: string, options: OwnOptions) =>
      atExchange(options, async (api) => say(JSON.stringify(await api.get(pathOf(id)), undefined, 2))),
    );
};

const addTerms = (agreements: Command): void => {
  withOwner(agreements.command('propose'))
    .argument('<file>', 'JSON: title, purpose, legalBasis, parties, clauses, from, to')
    .description('propose an agreement; it is in force once every party has signed it')
    .action((file: string, options: OwnOptions) =>
      atExchange(options, async (api) => {
        const { id } = (await api.post(PATH, termsIn(file), randomUUID())) as { id: string };
        say(`proposed ${id}`);
      }),
    );
  withOwner(agreements.command('amend'))
    .argument('<id>', 'id of the agreement')
    .argument('<file>', 'JSON of the whole new version')
    .description('propose a new version, which every party has to sign again')
    .action((id: string, file: string, options: OwnOptions) =>
      atExchange(options, async (api) => {
        await api.post(`${pathOf(id)}/amendments`, termsIn(file), randomUUID());
        say(`amended ${id}`);
      }),
    );
};

type SignOptions = OwnOptions & Readonly<{ agreementVersion: string; name: string; position?: string }>;

const addSign = (agreements: Command): void => {
  withOwner(agreements.command('sign'))
    .argument('<id>', 'id of the agreement')
    .requiredOption('--agreement-version <number>', 'the version that you have read')
    .requiredOption('--name <name>', 'your name, as the other parties are to read it')
    .option('--position <position>', 'your position, e.g. Caldicott Guardian')
    .description('sign the newest version off for the authority, in person')
    .action((id: string, options: SignOptions) =>
      atExchange(options, async (api) => {
        const { name, position, agreementVersion } = options;
        const body = {
          version: Number(agreementVersion),
          name,
          ...(position === undefined ? {} : { position }),
        };
        await api.post(`${pathOf(id)}/signature`, body, randomUUID());
        say(`signed ${id}`);
      }),
    );
};

type LeaveOptions = OwnOptions & Readonly<{ because: string; note?: string }>;

const addLeaving = (agreements: Command, step: 'withdraw' | 'end', description: string): void => {
  withOwner(agreements.command(step))
    .argument('<id>', 'id of the agreement')
    .requiredOption(
      '--because <reason>',
      'purpose-fulfilled, replaced, breach, legal-advice, reorganisation, other',
    )
    .option('--note <text>', 'what the other parties should know')
    .description(description)
    .action((id: string, { because, note, ...options }: LeaveOptions) =>
      atExchange(options, async (api) => {
        const path = `${pathOf(id)}/${step === 'withdraw' ? 'withdrawal' : 'end'}`;
        await api.post(path, note === undefined ? { because } : { because, note }, randomUUID());
        say(step === 'withdraw' ? `left ${id}` : `ended ${id}`);
      }),
    );
};

export const addAgreements = (program: Command): void => {
  const agreements = program
    .command('agreements')
    .description('sharing agreements: who tells whom more than law does');
  addReads(agreements);
  addTerms(agreements);
  addSign(agreements);
  addLeaving(agreements, 'withdraw', 'leave it at once; it goes on between the others where two are left');
  addLeaving(agreements, 'end', 'end it at once for all; nothing of what it opened is handed out any more');
};
