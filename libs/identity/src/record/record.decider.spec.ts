import { given } from '@ibex/testing';
import { recordDecider } from './record.decider';
import type { TellIdentity } from './record.decider';

const CROYDON = 'E09000008';
const child = { localId: 'LS-1', forename: 'Ada' };
const tell: TellIdentity = {
  type: 'TellIdentity',
  data: { by: CROYDON, identityDigest: 'd1' },
  personal: child,
};
const introduced = { type: 'RecordIntroduced', data: { owner: CROYDON, identityDigest: 'd1' } } as const;
const record = given(recordDecider, '2026-03-02T09:00:00.000Z');

describe('a record of a child', () => {
  it('is introduced when its authority first tells of the child', () => {
    record()
      .when(tell)
      .then({ ...introduced, personal: child });
  });

  it('is introduced by a reference alone, without a personal part', () => {
    record()
      .when({ type: 'TellIdentity', data: { by: CROYDON, identityDigest: 'd1' } })
      .then(introduced);
  });

  it('records nothing when what is told is known', () => {
    record(introduced).when(tell).then();
  });

  it('is updated when what is known has changed', () => {
    record(introduced)
      .when({ ...tell, data: { by: CROYDON, identityDigest: 'd2' } })
      .then({ type: 'RecordIdentityUpdated', data: { identityDigest: 'd2' }, personal: child });
  });

  it('compares with the latest update, not with the introduction', () => {
    const updated = { type: 'RecordIdentityUpdated', data: { identityDigest: 'd2' } } as const;
    record(introduced, updated)
      .when(tell)
      .then({ type: 'RecordIdentityUpdated', data: { identityDigest: 'd1' }, personal: child });
  });

  it('is not known to another authority', () => {
    record(introduced)
      .when({ ...tell, data: { by: 'E09000003', identityDigest: 'd1' } })
      .refused('record/not-known');
  });

  it('stays unknown when only an update was recorded', () => {
    record({ type: 'RecordIdentityUpdated', data: { identityDigest: 'd2' } })
      .when(tell)
      .then({ ...introduced, personal: child });
  });
});
