import { given } from '@ibex/testing';
import { missingDecider } from './missing.decider';
import {
  BRENT,
  closed,
  CROYDON,
  found,
  HACKNEY,
  LAMBETH,
  NOW,
  reported,
  reportedRestricted,
  withdrawn,
} from './missing.examples';
import { MISSING_REFUSALS } from './missing.refusals';

const scenario = given(missingDecider, NOW);
const correctHost = {
  type: 'CorrectMissing',
  data: { by: HACKNEY, fields: ['host'], host: { kind: 'authority', gss: LAMBETH } },
} as const;
const hostCorrected = { type: 'MissingCorrected', data: { ...correctHost.data, occurredAt: NOW } } as const;
const withdraw = { type: 'WithdrawMissing', data: { by: HACKNEY, because: 'wrong-child' } } as const;
const acknowledge = { type: 'AcknowledgeMissing', data: { by: CROYDON, response: 'staff-alerted' } } as const;
const acknowledged = { type: 'MissingAcknowledged', data: { ...acknowledge.data, occurredAt: NOW } } as const;

describe('correcting a missing notice', () => {
  it('names what was wrong and what is right', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...correctHost, personal: { placementAddress: '1 New Street' } })
      .then({ ...hostCorrected, personal: { placementAddress: '1 New Street' } });
  });

  it('lets the new host act, and the former one acknowledge', () => {
    expect.hasAssertions();
    const discussion = {
      type: 'RecordStrategyDiscussion',
      data: { by: LAMBETH, when: { on: '2026-03-10' }, trigger: 'other' },
    } as const;
    scenario(reported, hostCorrected)
      .when(discussion)
      .then({ type: 'MissingStrategyDiscussed', data: { ...discussion.data, occurredAt: '2026-03-10' } });
    scenario(reported, hostCorrected)
      .when({ ...discussion, data: { ...discussion.data, by: CROYDON } })
      .refused('missing/not-responsible-authority');
    scenario(reported, hostCorrected).when(acknowledge).then(acknowledged);
  });

  it('names the force that has the case', () => {
    expect.hasAssertions();
    const data = { by: HACKNEY, fields: ['policeForce'], policeForce: 'kent' } as const;
    scenario(reported)
      .when({ type: 'CorrectMissing', data })
      .then({ type: 'MissingCorrected', data: { ...data, occurredAt: NOW } });
  });

  it('moves the return', () => {
    expect.hasAssertions();
    const data = {
      by: HACKNEY,
      fields: ['end.when'],
      end: { when: { on: '2026-03-10' }, area: BRENT },
    } as const;
    scenario(reported, found)
      .when({ type: 'CorrectMissing', data })
      .then({ type: 'MissingCorrected', data: { ...data, occurredAt: NOW } });
  });

  it('turns a find into a return, where the whereabouts had been known', () => {
    expect.hasAssertions();
    const data = { by: HACKNEY, fields: ['kind'], kind: 'A' } as const;
    scenario(reported, found)
      .when({ type: 'CorrectMissing', data })
      .then({ type: 'MissingCorrected', data: { ...data, ending: 'returned', occurredAt: NOW } });
    scenario(reported)
      .when({ type: 'CorrectMissing', data })
      .then({ type: 'MissingCorrected', data: { ...data, occurredAt: NOW } });
  });

  it('keeps out where a child of a restricted placement came back to', () => {
    expect.hasAssertions();
    const end = { when: found.data.when, foundBy: 'self' } as const;
    scenario(reportedRestricted, found)
      .when({
        type: 'CorrectMissing',
        data: { by: HACKNEY, fields: ['end'], policeForce: 'kent', end: { ...end, area: CROYDON } },
      })
      .then({
        type: 'MissingCorrected',
        data: { by: HACKNEY, fields: ['end'], end, occurredAt: NOW, restricted: true },
      });
  });

  it('refuses a correction of nothing', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ type: 'CorrectMissing', data: { by: HACKNEY, fields: [] } })
      .refused('missing/nothing-to-correct');
  });

  it('refuses to correct the return of a child who is missing', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({
        type: 'CorrectMissing',
        data: { by: HACKNEY, fields: ['end'], end: { when: found.data.when } },
      })
      .refused('missing/not-found-yet');
  });

  it('refuses a last sight that would come after the return, and a return before it', () => {
    expect.hasAssertions();
    scenario(reported, found)
      .when({
        type: 'CorrectMissing',
        data: { by: HACKNEY, fields: ['lastSeen'], lastSeen: { at: '2026-03-10T21:46:00.000Z' } },
      })
      .refused('missing/found-before-missing');
    scenario(reported, found)
      .when({
        type: 'CorrectMissing',
        data: { by: HACKNEY, fields: ['end'], end: { when: { on: '2026-03-09' } } },
      })
      .refused('missing/found-before-missing');
  });

  it('refuses times in the future', () => {
    expect.hasAssertions();
    const later = { on: '2026-03-11' };
    scenario(reported)
      .when({ type: 'CorrectMissing', data: { by: HACKNEY, fields: ['lastSeen'], lastSeen: later } })
      .refused('missing/in-the-future');
    scenario(reported, found)
      .when({ type: 'CorrectMissing', data: { by: HACKNEY, fields: ['end'], end: { when: later } } })
      .refused('missing/in-the-future');
  });

  it('is for the keepers of the episode alone', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...correctHost, data: { ...correctHost.data, by: CROYDON } })
      .refused('missing/not-responsible-authority');
    scenario(reported)
      .when({ ...correctHost, data: { ...correctHost.data, by: LAMBETH } })
      .refused('missing/not-known');
  });

  it('is refused after a recall', () => {
    expect.hasAssertions();
    scenario(reported, withdrawn).when(correctHost).refused('missing/withdrawn');
  });
});

describe('withdrawing a missing notice', () => {
  it('recalls it in any phase', () => {
    expect.hasAssertions();
    const recalled = { type: 'MissingWithdrawn', data: { ...withdraw.data, occurredAt: NOW } } as const;
    scenario(reported).when(withdraw).then(recalled);
    scenario(reported, found).when(withdraw).then(recalled);
    scenario(reported, closed).when(withdraw).then(recalled);
  });

  it('is refused twice', () => {
    expect.hasAssertions();
    scenario(reported, withdrawn).when(withdraw).refused('missing/withdrawn');
  });

  it('is refused to the host', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...withdraw, data: { ...withdraw.data, by: CROYDON } })
      .refused('missing/not-responsible-authority');
  });
});

describe('acknowledging a missing notice', () => {
  it('records what the authority that was told is doing, as often as there is news', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...acknowledge, personal: { whatWeAreDoing: 'Visiting the cousin.' } })
      .then({ ...acknowledged, personal: { whatWeAreDoing: 'Visiting the cousin.' } });
    scenario(reported, acknowledged).when(acknowledge).then(acknowledged);
  });

  it('is taken after a recall: the own copy was put right', () => {
    expect.hasAssertions();
    scenario(reported, withdrawn).when(acknowledge).then(acknowledged);
  });

  it('is refused to the authority that reported, which was told nothing', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...acknowledge, data: { ...acknowledge.data, by: HACKNEY } })
      .refused('missing/not-told');
  });

  it('is refused to a stranger as if there were no episode', () => {
    expect.hasAssertions();
    scenario(reported)
      .when({ ...acknowledge, data: { ...acknowledge.data, by: LAMBETH } })
      .refused('missing/not-known');
  });
});

describe('the sentences of the refusals', () => {
  it.each(Object.entries(MISSING_REFUSALS))(
    '%s begins with the type and ends with a full stop',
    (code, text) => {
      expect(code).toMatch(/^missing\/[a-z-]+$/);
      expect(text).toMatch(/^[A-Z].+\.$/);
    },
  );
});
