import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Api } from '../exchange/api';
import { say } from '../output';
import type { Format, Shown } from '../output';
import { renderColumns } from './columns';
import type { Column } from './columns';
import { inSession, toAuthorityCode, withExchange, withFormat } from './shared.options';
import type { SharedOptions } from './shared.options';

const REVOCATIONS = '/v1/access/revocations';
const REVIEWS = '/v1/access/reviews';
type OwnOptions = SharedOptions & Readonly<{ authority: string }>;
type WhoseOptions = OwnOptions & Readonly<{ person?: string; tokenId?: string; reason: string }>;

const REVOKED: readonly Column[] = [
  { header: 'person', of: ({ person }) => person },
  { header: 'token', of: ({ tokenId }) => tokenId },
  { header: 'since', of: ({ since }) => since },
  { header: 'decided by', of: ({ decidedBy }) => decidedBy },
  { header: 'reason', of: ({ reason }) => reason },
];

const holderOf = ({ holder }: Shown): Shown => (holder ?? {}) as Shown;
const REVIEWED: readonly Column[] = [
  { header: 'id', of: ({ id }) => id },
  { header: 'side', of: ({ side }) => side },
  { header: 'opened by', of: (item) => holderOf(item)['authority'] },
  { header: 'person', of: (item) => holderOf(item)['person'] },
  { header: 'opened at', of: ({ openedAt }) => openedAt },
  { header: 'until', of: ({ until }) => until },
  { header: 'purpose', of: ({ purpose }) => purpose },
  { header: 'due', of: ({ isDue }) => (isDue === true ? 'yes' : 'no') },
  { header: 'reason', of: ({ reason }) => reason },
];

const withOwner = (command: Command): Command =>
  withExchange(command).requiredOption('--authority <gss>', 'your authority', toAuthorityCode);

const atExchange = (options: OwnOptions, work: (api: Api) => Promise<void>): Promise<void> =>
  inSession(options, async (session) => work(await session.apiFor(options.authority, 'governance')));

const addWhose = (access: Command, step: 'revoke' | 'lift', description: string): void => {
  withOwner(access.command(step))
    .option('--person <reference>', 'the person, as its tokens name it (`sub`)')
    .option('--token-id <id>', 'one token by its id (`jti`), instead of a person')
    .requiredOption('--reason <text>', 'why, in your own words; kept sealed')
    .description(description)
    .action((options: WhoseOptions) =>
      atExchange(options, async (api) => {
        const { person, tokenId, reason } = options;
        const whose = {
          ...(person === undefined ? {} : { person }),
          ...(tokenId === undefined ? {} : { tokenId }),
        };
        const path = step === 'revoke' ? REVOCATIONS : `${REVOCATIONS}/lift`;
        await api.post(path, { ...whose, reason }, randomUUID());
        say(step === 'revoke' ? 'access taken away' : 'access given back');
      }),
    );
};

const addReviews = (access: Command): void => {
  withFormat(withOwner(access.command('revocations')))
    .description('people and tokens whose access is taken away now')
    .action((options: OwnOptions & { format: Format }) =>
      atExchange(options, async (api) => {
        const { revocations } = (await api.get(REVOCATIONS)) as { revocations: readonly Shown[] };
        say(renderColumns(revocations, REVOKED, options.format));
      }),
    );
  withFormat(withOwner(access.command('reviews')))
    .description('records opened in an emergency, by your people or of your children')
    .action((options: OwnOptions & { format: Format }) =>
      atExchange(options, async (api) => {
        const { reviews } = (await api.get(REVIEWS)) as { reviews: readonly Shown[] };
        say(renderColumns(reviews, REVIEWED, options.format));
      }),
    );
};

type FoundOptions = OwnOptions & Readonly<{ finding: string; words: string }>;

const addFinding = (access: Command): void => {
  withOwner(access.command('review'))
    .argument('<id>', 'id of the review')
    .requiredOption('--finding <finding>', 'justified or not-justified')
    .requiredOption('--words <text>', 'on what that rests; both authorities read it')
    .description('say, once, whether an emergency access was justified')
    .action((id: string, { finding, words, ...options }: FoundOptions) =>
      atExchange(options, async (api) => {
        await api.post(`${REVIEWS}/${encodeURIComponent(id)}`, { finding, words }, randomUUID());
        say(`reviewed ${id}: ${finding}`);
      }),
    );
};

export const addAccess = (program: Command): void => {
  const access = program
    .command('access')
    .description('who may read: take access away, give it back, review emergencies');
  addWhose(access, 'revoke', 'take access away, from the next request on; open streams are cut');
  addWhose(access, 'lift', 'give access back');
  addReviews(access);
  addFinding(access);
};
