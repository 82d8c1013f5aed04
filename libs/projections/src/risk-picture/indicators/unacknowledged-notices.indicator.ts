import { absence } from '../absence';
import type { Finding, Indicator, Picture } from '../picture';

const of = (picture: Picture): Finding => {
  const { unacknowledged, nameOf } = picture;
  if (unacknowledged.length === 0) {
    // what was told here is known here, whoever posts how much
    if (picture.facts.length > 0)
      return {
        state: 'none',
        says: 'Every notice that you can see was acknowledged.',
        values: [],
        facts: [],
      };
    return absence(picture, ['placement', 'missing', 'move', 'exploitation'], 'No notice was sent.');
  }
  return {
    state: 'found',
    says: 'Notices that an authority was sent and has not acknowledged.',
    values: unacknowledged.map(({ fact, owedBy, targetAt }) => ({
      label: nameOf(owedBy),
      on: fact.recordedAt,
      text: targetAt === undefined ? fact.title : `${fact.title}; to be answered by ${targetAt}`,
    })),
    facts: unacknowledged.map(({ fact }) => fact),
  };
};

export const unacknowledgedNotices: Indicator = {
  name: 'unacknowledged-notices',
  title: 'Notices without an answer',
  definition:
    'Notices about the child that an authority was sent and has neither acknowledged nor acted on in its inbox. The owner of a record sees all of them; another authority sees those that it owes, or that are owed to it.',
  window: 'Now.',
  group: 'course',
  notifications: ['placement', 'missing', 'move', 'exploitation'],
  of,
};
