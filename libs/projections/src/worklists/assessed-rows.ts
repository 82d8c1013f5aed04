import type { RecordedFact, RowChange } from '@ibex/kernel';
import { beginOf } from '../shared/stored-fact';

const TABLE = 'worklistAssessments';

/** What an assessment of exploitation may be told with: by itself, with a concern, or at a review. */
const assessedOnIn = ({ type, data }: RecordedFact): unknown => {
  if (type === 'ExploitationLevelAssessed') return data['on'];
  if (type === 'ExploitationReviewed') return data['level'] === undefined ? undefined : data['on'];
  const assessed = data['assessed'];
  return typeof assessed === 'object' && assessed !== null && 'on' in assessed ? assessed.on : undefined;
};

/** That an authority has assessed the risk to a child, and when; gone with a concern that was posted in error. */
export const onExploitation = (
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
): readonly RowChange[] => {
  const begins = beginOf(fact, earlier);
  if (fact.type === 'ExploitationWithdrawn') return [{ op: 'delete', table: TABLE, where: { begins } }];
  const assessedOn = assessedOnIn(fact);
  const { recordRef } = fact.metadata;
  const authority = fact.data['by'];
  if (typeof assessedOn !== 'string' || typeof authority !== 'string' || recordRef === undefined) return [];
  return [{ op: 'put', table: TABLE, row: { begins, authority, recordRef, assessedOn } }];
};
