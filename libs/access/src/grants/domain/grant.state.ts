import { never } from '@ibex/kernel';
import type { Purpose, RecordedFact } from '@ibex/kernel';
import { isGrantFact } from './grant.events';
import type { Finding, GrantFact } from './grant.events';

export type Grant = Readonly<{
  by: string;
  person: string;
  owner: string;
  purpose: Purpose;
  until: string;
  /** True once it was ended early. */
  ended: boolean;
  isReviewOpen: boolean;
  findings: readonly Readonly<{ by: string; person: string; finding: Finding }>[];
}>;
export type GrantState = Readonly<{ phase: 'none' }> | (Grant & Readonly<{ phase: 'broken' }>);

export const evolveGrant = (state: GrantState, fact: GrantFact): GrantState => {
  if (fact.type === 'GlassBroken') {
    const { by, person, owner, purpose, until } = fact.data;
    const review = { isReviewOpen: false, findings: [] };
    return { phase: 'broken', by, person, owner, purpose, until, ended: false, ...review };
  }
  if (state.phase === 'none') return state;
  switch (fact.type) {
    case 'GrantReviewOpened':
      return { ...state, isReviewOpen: true };
    case 'GrantEnded':
      return { ...state, ended: true };
    case 'GrantReviewed':
      return { ...state, findings: [...state.findings, fact.data] };
    // stands in a stream of its own
    case 'GlassLimitReached':
      return state;
    default:
      return never(fact);
  }
};

export const grantIn = (facts: readonly RecordedFact[]): GrantState =>
  facts.filter(isGrantFact).reduce<GrantState>(evolveGrant, { phase: 'none' });

/** `until` itself is no longer within: effective at the very next request. */
export const isOpenAt = (grant: Pick<Grant, 'ended' | 'until'>, now: string): boolean =>
  !grant.ended && now < grant.until;
