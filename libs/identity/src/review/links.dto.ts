import { Code, Count, Flag, RefField, Text, TextList } from '@ibex/runtime';
import { FORBIDDING_KINDS } from '../links/domain/link.events';
import type { ForbiddingKind } from '../links/domain/link.events';
import { STANDINGS } from '../links/domain/link.state';
import type { Standing } from '../links/domain/link.state';

export const MOST_CASES = 100;
export const USUAL_CASES = 50;
const REASON = 2_000;

/** `second-person`: somebody has asked for a second person. */
export const CASE_STATES = [...STANDINGS, 'second-person'] as const;
export type CaseState = Standing | 'second-person';

export class LinkReviewQuery {
  @Code(CASE_STATES, {
    optional: true,
    description: 'What stands so: `proposed` (usual) waits for a person, `second-person` for a second one',
  })
  readonly state?: CaseState;
  @Flag({ optional: true, description: 'Only what you yourself said last' })
  readonly mine?: boolean;
  @Text({ max: 400, optional: true, description: '`next` of the page before' })
  readonly cursor?: string;
  @Count({ min: 1, max: MOST_CASES, optional: true, description: 'Pairs per page; 50 unless told' })
  readonly limit?: number;
}

const Rationale = (what: string): PropertyDecorator =>
  Text({ max: REASON, description: `${what}; kept sealed, read by the owners of the two records` });

export class LinkDecisionDto {
  @Code(['same', 'different'], { description: 'Whether the two records are of one child' })
  readonly decision!: 'same' | 'different';
  @Rationale('Why you think so')
  readonly rationale!: string;
}

export class UnlinkDto {
  @Rationale('Why the link was wrong')
  readonly reason!: string;
}

export class MarkLiftingDto {
  @Rationale('Why the two may be linked after all')
  readonly rationale!: string;
}

export class ForbiddingDto {
  @TextList({ max: 64, maxItems: 2, optional: true, description: 'References of the two records; or `pair`' })
  readonly recordRefs?: readonly string[];
  @RefField({ optional: true, description: 'Id of a pair, as the review list gives it; or `recordRefs`' })
  readonly pair?: string;
  @Code(FORBIDDING_KINDS, { description: 'Why they are kept apart; kept sealed' })
  readonly kind!: ForbiddingKind;
  @Rationale('What it rests on')
  readonly rationale!: string;
}
