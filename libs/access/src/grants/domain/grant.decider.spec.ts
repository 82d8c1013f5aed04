import { given } from '@ibex/testing';
import { grantDecider } from './grant.decider';
import type { EndGrant, ReviewGrant } from './grant.decider';
import type { GlassBroken, GrantFact } from './grant.events';

const [OWNER, HOLDER] = ['E09000012', 'E09000003'] as const;
const NOW = '2026-03-02T09:00:00.000Z';
const UNTIL = '2026-03-02T13:00:00.000Z';
const data: GlassBroken['data'] = {
  ...{ by: HOLDER, person: 'mia', role: 'mash', owner: OWNER, purpose: 'section-47', until: UNTIL },
};
const broken: GrantFact = { type: 'GlassBroken', data };
const ended: GrantFact = { type: 'GrantEnded', data: { by: HOLDER, person: 'mia' } };
const reviewed = (by: string): GrantFact => ({
  type: 'GrantReviewed',
  data: { by, person: 'lead', finding: 'justified' },
});
const end = (by: string, person: string): EndGrant => ({ type: 'EndGrant', data: { by, person } });
const review = (by: string, person: string): ReviewGrant => ({
  type: 'ReviewGrant',
  data: { by, person, finding: 'justified' },
  personal: { words: 'She was in danger' },
});
const grant = given(grantDecider, NOW);

describe('breaking the glass', () => {
  it('is recorded with who, whose, why and until when', () => {
    const personal = { reason: 'She is hurt' };
    grant().when({ type: 'BreakGlass', data, personal }).then({ type: 'GlassBroken', data, personal });
  });

  it('is not for a record of one’s own', () => {
    grant()
      .when({ type: 'BreakGlass', data: { ...data, owner: HOLDER } })
      .refused('grant/own-record');
  });

  it('opens a review at its holder’s own authority, once', () => {
    const opened: GrantFact = { type: 'GrantReviewOpened', data: { by: HOLDER, owner: OWNER } };
    grant(broken).when({ type: 'OpenGrantReview', data: {} }).then(opened);
    grant(broken, opened).when({ type: 'OpenGrantReview', data: {} }).then();
  });
});

describe('a grant', () => {
  it('is ended by its holder or by the owner, and by nobody else', () => {
    grant(broken).when(end(HOLDER, 'mia')).then(ended);
    grant(broken)
      .when(end(OWNER, 'olive'))
      .then({ type: 'GrantEnded', data: { by: OWNER, person: 'olive' } });
    grant(broken).when(end(HOLDER, 'max')).refused('grant/not-known');
    grant(broken).when(end('E09000008', 'mia')).refused('grant/not-known');
    grant().when(end(HOLDER, 'mia')).refused('grant/not-known');
  });

  it('is not ended when it is over, by being ended or by its time', () => {
    grant(broken, ended).when(end(HOLDER, 'mia')).refused('grant/not-open');
    given(grantDecider, UNTIL)(broken).when(end(HOLDER, 'mia')).refused('grant/not-open');
  });

  it('is reviewed by both authorities, each once, never by whoever broke the glass', () => {
    for (const by of [OWNER, HOLDER]) {
      const { data: found, personal } = review(by, 'lead');
      grant(broken)
        .when(review(by, 'lead'))
        .then({ type: 'GrantReviewed', data: found, ...(personal === undefined ? {} : { personal }) });
      grant(broken, reviewed(by)).when(review(by, 'other')).refused('grant/reviewed-already');
    }
    grant(broken).when(review(HOLDER, 'mia')).refused('grant/own-review');
    grant(broken).when(review('E09000008', 'lead')).refused('grant/not-known');
    grant().when(review(OWNER, 'lead')).refused('grant/not-known');
  });

  it('is still reviewed by a person of the owner’s who happens to have the same reference', () => {
    grant(broken)
      .when(review(OWNER, 'mia'))
      .then({
        ...{ type: 'GrantReviewed', data: { by: OWNER, person: 'mia', finding: 'justified' } },
        personal: { words: 'She was in danger' },
      });
  });
});
