import { given } from '@ibex/testing';
import { fetchDecider } from './fetch.decider';
import type { FetchFact } from './fetch.events';

const [OWNER, OTHER] = ['E09000012', 'E09000008'] as const;
const NOW = '2026-03-02T09:00:00.000Z';
const UNTIL = '2026-03-02T09:15:00.000Z';
type By = Readonly<{ by: string; person: string }>;
const ann: By = { by: OWNER, person: 'ann' };
const bob: By = { by: OWNER, person: 'bob' };
const personal = { reason: 'Taking her to hospital' };
const requested: FetchFact = { type: 'FetchRequested', data: { ...ann, notice: 'placement-1' } };
const approved: FetchFact = { type: 'FetchApproved', data: { ...bob, until: UNTIL } };
const taken: FetchFact = { type: 'FetchTaken', data: ann };
const told: FetchFact = { type: 'FetchTold', data: { owner: OWNER } };
const fetch = given(fetchDecider, NOW);
const approve = (who: By) => ({ type: 'ApproveFetch', data: { ...who, until: UNTIL } }) as const;
const take = (who: By) => ({ type: 'TakeFetch', data: who }) as const;

describe('a fetch of restricted whereabouts', () => {
  it('is asked for, approved by another person of the same authority, taken and told', () => {
    fetch()
      .when({ type: 'RequestFetch', data: ann, personal })
      .then({ type: 'FetchRequested', data: ann, personal });
    fetch(requested).when(approve(bob)).then(approved);
    fetch(requested, approved).when(take(ann)).then(taken);
    fetch(requested, approved, taken).when({ type: 'TellFetch', data: {} }).then(told);
  });

  it('is never approved by whoever asked, nor by another authority', () => {
    fetch(requested).when(approve(ann)).refused('fetch/same-person');
    fetch(requested)
      .when(approve({ by: OTHER, person: 'bob' }))
      .refused('fetch/not-known');
    fetch().when(approve(bob)).refused('fetch/not-known');
  });

  it('is taken by whoever asked alone, once, after approval and before it runs out', () => {
    fetch(requested).when(take(ann)).refused('fetch/not-approved');
    fetch(requested, approved).when(take(bob)).refused('fetch/not-yours');
    fetch(requested, approved)
      .when(take({ by: OTHER, person: 'ann' }))
      .refused('fetch/not-known');
    fetch(requested, approved, taken).when(take(ann)).refused('fetch/taken-already');
    given(fetchDecider, UNTIL)(requested, approved).when(take(ann)).refused('fetch/approval-over');
  });

  it('is approved once and told once; an approval after it was taken opens nothing again', () => {
    fetch(requested, approved)
      .when(approve({ by: OWNER, person: 'cat' }))
      .then();
    fetch(requested, approved, taken).when(approve(bob)).then();
    fetch(requested, approved, taken, told).when({ type: 'TellFetch', data: {} }).then();
    fetch(requested, approved).when({ type: 'TellFetch', data: {} }).then();
  });
});
