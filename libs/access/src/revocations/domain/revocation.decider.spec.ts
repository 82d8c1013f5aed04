import { given } from '@ibex/testing';
import { revocationDecider } from './revocation.decider';
import type { Revoked, RevocationFact } from './revocation.events';

const said = (whose: Revoked, decidedBy = 'lead') => ({ by: 'E09000008', decidedBy, whose });
const ann = { person: 'ann' };
const revoked: RevocationFact = { type: 'AccessRevoked', data: said(ann) };
const lifted: RevocationFact = { type: 'RevocationLifted', data: said(ann) };
const authority = given(revocationDecider, '2026-03-02T09:00:00.000Z');
const revoke = (whose: Revoked, by?: string) => ({ type: 'RevokeAccess', data: said(whose, by) }) as const;
const lift = (whose: Revoked) => ({ type: 'LiftRevocation', data: said(whose) }) as const;

describe('access', () => {
  it('is taken from a person or from one token, with the reason', () => {
    const personal = { reason: 'left' };
    for (const whose of [ann, { tokenId: 't-1' }])
      authority()
        .when({ ...revoke(whose), personal })
        .then({ type: 'AccessRevoked', data: said(whose), personal });
  });

  it('is taken once, and given back once', () => {
    authority(revoked).when(revoke(ann)).then();
    authority(revoked).when(lift(ann)).then(lifted);
    authority(revoked, lifted).when(lift(ann)).refused('revocation/not-revoked');
    authority(revoked, lifted).when(revoke(ann)).then(revoked);
  });

  it('is no person’s to take from itself, and a token of that name is no person', () => {
    authority()
      .when(revoke({ person: 'lead' }))
      .refused('revocation/own-access');
    authority()
      .when(revoke({ tokenId: 'lead' }))
      .then({ type: 'AccessRevoked', data: said({ tokenId: 'lead' }) });
    authority(revoked)
      .when(lift({ tokenId: 'ann' }))
      .refused('revocation/not-revoked');
  });
});
