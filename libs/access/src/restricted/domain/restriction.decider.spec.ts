import { given } from '@ibex/testing';
import { restrictionDecider } from './restriction.decider';
import type { RestrictionFact } from './restriction.events';

const NOW = '2026-03-02T09:00:00.000Z';
const by = (person: string, label: 'refuge' | 'adoption' = 'refuge') => ({ by: 'E09000012', person, label });
const words = { personal: { reason: 'Threats' } };
const restricted: RestrictionFact = { type: 'RecordRestricted', data: by('ann') };
const proposed: RestrictionFact = { type: 'RestrictionLiftingProposed', data: by('ann') };
const lifted: RestrictionFact = {
  type: 'RecordRestrictionLifted',
  data: { ...by('bob'), proposedBy: 'ann' },
};
const record = given(restrictionDecider, NOW);
const propose = { type: 'ProposeLifting', data: by('ann'), ...words } as const;

describe('a label of a record', () => {
  it('is put on by one person, at once', () => {
    const data = by('ann');
    record()
      .when({ type: 'RestrictRecord', data, ...words })
      .then({ type: 'RecordRestricted', data, ...words });
  });

  it('is taken off once a second person has agreed to what the first one proposed', () => {
    record(restricted)
      .when(propose)
      .then({ ...proposed, ...words });
    record(restricted, proposed)
      .when({ type: 'AgreeToLifting', data: by('bob') })
      .then(lifted);
  });

  it('is not taken off by one person, without a proposal, or after it was put on anew', () => {
    const agree = { type: 'AgreeToLifting', data: by('bob') } as const;
    record(restricted, proposed)
      .when({ type: 'AgreeToLifting', data: by('ann') })
      .refused('restriction/same-person');
    record(restricted).when(agree).refused('restriction/no-proposal');
    record(restricted, proposed, restricted).when(agree).refused('restriction/no-proposal');
  });

  it('that is not there is not taken off, and one does not take the other along', () => {
    record().when(propose).refused('restriction/not-in-force');
    record(restricted, proposed, lifted).when(propose).refused('restriction/not-in-force');
    record(restricted)
      .when({ type: 'ProposeLifting', data: by('ann', 'adoption') })
      .refused('restriction/not-in-force');
  });
});
