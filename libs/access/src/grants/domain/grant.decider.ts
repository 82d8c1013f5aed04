import { accept, refuse } from '@ibex/kernel';
import type { Decider, Decision, Purpose, Refusal, Request } from '@ibex/kernel';
import type { GlassLimit } from './glass-limit.rule';
import type { Finding, GrantFact } from './grant.events';
import { evolveGrant, isOpenAt } from './grant.state';
import type { Grant, GrantState } from './grant.state';

export type BreakGlass = Request<
  'BreakGlass',
  { by: string; person: string; role: string; owner: string; purpose: Purpose; until: string },
  { reason: string }
>;
export type OpenGrantReview = Request<'OpenGrantReview'>;
type By = Readonly<{ by: string; person: string }>;
export type EndGrant = Request<'EndGrant', By>;
export type ReviewGrant = Request<'ReviewGrant', By & { finding: Finding }, { words: string }>;
export type TellLimit = Request<'TellLimit', { by: string; person: string; limit: GlassLimit }>;
export type GrantCommand = TellLimit | BreakGlass | OpenGrantReview | EndGrant | ReviewGrant;

export const GRANT_REFUSALS = [
  'grant/not-known',
  'grant/own-record',
  'grant/not-open',
  'grant/own-review',
  'grant/reviewed-already',
] as const;
export type GrantRefusal = Refusal<(typeof GRANT_REFUSALS)[number]>;
type Decided = Decision<GrantFact, GrantRefusal>;

const NOT_KNOWN = refuse('grant/not-known', 'There is no such grant of your authority.');

const breakGlass = ({ data, personal }: BreakGlass, state: GrantState): Decided => {
  if (state.phase !== 'none') return accept();
  if (data.owner === data.by)
    return refuse(
      'grant/own-record',
      'The record is your authority’s own: you see it without breaking a glass.',
    );
  return accept<GrantFact>({ type: 'GlassBroken', data, ...(personal === undefined ? {} : { personal }) });
};

const isHolder = (grant: Grant, { by, person }: By): boolean => grant.by === by && grant.person === person;

/** By whoever holds it, or by anybody of the owner’s whom the route lets act. */
const end = ({ data }: EndGrant, grant: Grant, now: string): Decided => {
  if (!isHolder(grant, data) && grant.owner !== data.by) return NOT_KNOWN;
  if (!isOpenAt(grant, now)) return refuse('grant/not-open', 'The grant is over already.');
  return accept<GrantFact>({ type: 'GrantEnded', data });
};

/** Each side reviews once, and never by the person who broke the glass. */
const review = ({ data, personal }: ReviewGrant, grant: Grant): Decided => {
  if (data.by !== grant.owner && data.by !== grant.by) return NOT_KNOWN;
  if (isHolder(grant, data))
    return refuse('grant/own-review', 'Another person than the one who broke the glass has to review it.');
  if (grant.findings.some(({ by }) => by === data.by))
    return refuse('grant/reviewed-already', 'Your authority has reviewed this already.');
  return accept<GrantFact>({ type: 'GrantReviewed', data, ...(personal === undefined ? {} : { personal }) });
};

const decide = (command: GrantCommand, state: GrantState, now: string): Decided => {
  if (command.type === 'TellLimit')
    return accept<GrantFact>({ type: 'GlassLimitReached', data: command.data });
  if (command.type === 'BreakGlass') return breakGlass(command, state);
  if (state.phase === 'none') return NOT_KNOWN;
  if (command.type === 'EndGrant') return end(command, state, now);
  if (command.type === 'ReviewGrant') return review(command, state);
  const { by, owner } = state;
  return state.isReviewOpen
    ? accept()
    : accept<GrantFact>({ type: 'GrantReviewOpened', data: { by, owner } });
};

export const grantDecider: Decider<GrantCommand, GrantFact, GrantState, GrantRefusal> = {
  initialState: { phase: 'none' },
  decide,
  evolve: evolveGrant,
};
