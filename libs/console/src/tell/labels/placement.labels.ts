import { choices } from './choices';

/** What the codes of a placement mean. */
export const NOTICES = choices({
  planned: 'Planned: the host is told before it starts',
  emergency: 'Emergency: the host is told within 5 working days of the start',
});

export const SUPPLIED = choices({
  supplied: 'The host has it already',
  pending: 'It is still to come',
});

export const SUPPLIES = choices({
  'care-plan': 'Care plan',
  assessment: 'Assessment of needs',
});

export const PLACEMENT_WITHDRAWN = choices({
  'wrong-child': 'It is about another child',
  duplicate: 'It was told twice',
  'did-not-happen': 'The placement did not happen',
  'own-area': 'The placement is in our own area',
  other: 'Another reason',
});
