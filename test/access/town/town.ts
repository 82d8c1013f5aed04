import type { Role } from '@ibex/kernel';
import type { Answer, Body, By, ExchangeInProcess } from '../../support/exchange-in-process';

/** What an authority has to do with a child, from nearest to farthest. */
export const RELATIONS = ['owner', 'host', 'former', 'party', 'glass', 'other', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * `former`: was the host before. `party`: to a sharing agreement with the owner. `glass`: broke the glass. `other`: has
 * told of children of its own. `none`: has told and was told nothing at all.
 */
export const AUTHORITY: Readonly<Record<Relation, string>> = {
  owner: 'E09000007',
  host: 'E09000008',
  former: 'E09000022',
  party: 'E09000024',
  glass: 'E09000006',
  other: 'E09000012',
  none: 'E09000003',
};
/** It reads no mailbox: the owner has to tell it by other means. */
export const NOT_JOINED = 'E10000030';
/** One person for each role, so that what is opened to a person is found again. */
export const by = (relation: Relation, role: Role, person = `${relation}-${role}`): By => [
  AUTHORITY[relation],
  role,
  person,
];
export const OWNER = by('owner', 'placing-practitioner');
/** Whoever broke the glass. */
export const BREAKER = by('glass', 'mash');

export const LABELS = ['open', 'restricted'] as const;
export const STATES = ['live', 'over', 'recalled'] as const;
export type Label = (typeof LABELS)[number];
export type State = (typeof STATES)[number];

/** A child of the owner with one notice of each kind, by category. */
export type Subject = Readonly<{
  label: Label;
  state: State;
  recordRef: string;
  notices: Readonly<Record<Category, string>>;
  grant: string;
}>;
export const CATEGORIES = ['placement', 'missing', 'move', 'exploitation'] as const;
export type Category = (typeof CATEGORIES)[number];

export const ROUTE_OF: Readonly<Record<Category, string>> = {
  placement: '/v1/placements',
  missing: '/v1/missing-episodes',
  move: '/v1/moves',
  exploitation: '/v1/exploitation-concerns',
};

export const done = (answer: Answer, what: string): Body => {
  if (answer.status < 300) return answer.body;
  throw new Error(`${what} was answered ${String(answer.status)}: ${answer.text.slice(0, 600)}`);
};

/** Posts on behalf of the owner, or whom it is told; throws unless it is recorded. */
export const poster =
  (exchange: ExchangeInProcess) =>
  async (url: string, body: object, who: By = OWNER): Promise<Body> =>
    done(await exchange.post(who, url, body), `POST ${url}`);
