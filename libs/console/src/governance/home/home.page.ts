import type { Role } from '@ibex/kernel';
import type { AnswerOf } from '@ibex/sdk';
import { awaits } from '../agreements/agreement.words';
import { counted } from '../../frame/cells';

/** What the exchange says of each subject; left out where the person's role may not ask. */
export type Overview = Readonly<{
  authority: string;
  roles: readonly Role[];
  reviews?: AnswerOf<'get', '/v1/access/reviews'> | undefined;
  revocations?: AnswerOf<'get', '/v1/access/revocations'> | undefined;
  closed?: AnswerOf<'get', '/v1/mash/closed-searches'> | undefined;
  agreements?: AnswerOf<'get', '/v1/agreements'> | undefined;
  subscriptions?: AnswerOf<'get', '/v1/subscriptions'> | undefined;
  keys?: AnswerOf<'get', '/v1/authority-keys'> | undefined;
  overdue?: AnswerOf<'get', '/v1/tasks'> | undefined;
}>;

type Card = Readonly<{
  title: string;
  href: string;
  says: string;
  due?: string | undefined;
  roles: readonly Role[];
}>;

const due = (count: number, one: string, many: string): string | undefined =>
  count === 0 ? undefined : counted(count, one, many);

const ALL = ['governance', 'duty-desk', 'mash', 'placing-practitioner'] as const;

const looking = ({ reviews, revocations, closed }: Overview): readonly Card[] => [
  {
    ...{ title: 'Who looked at our children', href: '/reads', roles: ['governance', 'mash'] },
    says: 'Every look at a record: who, when, why, on which basis',
  },
  {
    ...{ title: 'Emergency accesses', href: '/reviews', roles: ['governance'] },
    says: 'Records that were opened in an emergency, to be reviewed',
    due: due(
      reviews?.reviews.filter(({ isDue }) => isDue).length ?? 0,
      'access to review',
      'accesses to review',
    ),
  },
  {
    ...{ title: 'Access taken away', href: '/revocations', roles: ['governance'] },
    says: 'Take access from a person or a token, or give it back',
    due: due(revocations?.revocations.length ?? 0, 'taken away now', 'taken away now'),
  },
  {
    ...{ title: 'Closed searches', href: '/closed-searches', roles: ['governance'] },
    says: 'People whose searches looked like probing',
    due: due(closed?.closed.length ?? 0, 'person to talk to', 'people to talk to'),
  },
];

const sharing = ({ agreements, authority }: Overview): readonly Card[] => [
  {
    ...{ title: 'Sharing agreements', href: '/agreements', roles: ['governance', 'duty-desk', 'mash'] },
    says: 'What authorities tell each other beyond what law makes them',
    due: due(
      agreements?.agreements.filter((one) => awaits(one, authority)).length ?? 0,
      'to sign',
      'to sign',
    ),
  },
  {
    ...{ title: 'Restrict a record', href: '/records', roles: ['governance', 'placing-practitioner'] },
    says: 'Refuge, adoption, protected: keep a record from all others',
  },
  {
    ...{ title: 'Whereabouts of restricted children', href: '/whereabouts', roles: ALL },
    says: 'One person asks, another approves, it is read once',
  },
  {
    ...{ title: 'Decisions not to share', href: '/decisions', roles: ['governance', 'mash'] },
    says: 'The account of why an authority was not told',
  },
  {
    ...{ title: 'Records that are not matched', href: '/set-aside', roles: ALL },
    says: 'Too little is known of the child, or too many look alike: what to add',
  },
];

const reaching = ({ subscriptions, keys, overdue }: Overview): readonly Card[] => [
  {
    ...{
      title: 'Tell by other means',
      href: '/tasks',
      roles: ['governance', 'duty-desk', 'placing-practitioner'],
    },
    says: 'Authorities that read no mailbox here: letters to print, proof of telling',
    due: due(overdue?.tasks.length ?? 0, 'overdue', 'overdue'),
  },
  {
    ...{ title: 'Subscriptions', href: '/subscriptions', roles: ['governance', 'duty-desk'] },
    says: 'How your mailbox reaches desks and systems; what did not arrive',
    due: due(
      subscriptions?.subscriptions.filter((one) => one.trouble ?? one.heldBecause).length ?? 0,
      ...(['in trouble', 'in trouble'] as const),
    ),
  },
  {
    ...{ title: 'Keys', href: '/keys', roles: ['governance', 'duty-desk'] },
    says: 'What details are sealed to, and until when',
    due: keys?.warning !== undefined && keys.keys.length > 0 ? 'Needs a new key' : undefined,
  },
  {
    ...{ title: 'Desks and escalation', href: '/desks', roles: ['governance', 'duty-desk'] },
    says: 'Who is told of late duties, when, and how desks are reached',
  },
];

/** What a person of these roles may do here, with what waits. */
export const homePage = (overview: Overview) => {
  const mine = (cards: readonly Card[]) =>
    cards
      .filter(({ roles }) => roles.some((role) => overview.roles.includes(role)))
      .map(({ title, href, says, due: waits }) => ({
        title,
        href: `/console/governance${href}`,
        says,
        due: waits,
      }));
  return {
    title: 'Governance',
    crumbs: [],
    groups: [
      { heading: 'Who looks, and who may', cards: mine(looking(overview)) },
      { heading: 'What is shared, and what is not', cards: mine(sharing(overview)) },
      { heading: 'How notices reach you and others', cards: mine(reaching(overview)) },
    ].filter(({ cards }) => cards.length > 0),
  };
};
