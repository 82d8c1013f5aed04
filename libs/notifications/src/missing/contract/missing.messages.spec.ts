import { MISSING_MESSAGES } from './missing.messages';

describe('what is told outside of a missing episode', () => {
  it('is one message per fact, each under its own name and in its first version', () => {
    expect(
      Object.entries(MISSING_MESSAGES).map(([type, tells]) => [
        type,
        'message' in tells ? `${tells.message} ${String(tells.version)}` : tells.internal,
      ]),
    ).toStrictEqual([
      ['MissingReported', 'uk.ibex.missing.reported 1'],
      ['MissingUpdated', 'uk.ibex.missing.updated 1'],
      ['MissingSighted', 'uk.ibex.missing.sighted 1'],
      ['MissingFound', 'uk.ibex.missing.found 1'],
      ['MissingInterviewOffered', 'uk.ibex.missing.interview-offered 1'],
      ['MissingInterviewAccepted', 'uk.ibex.missing.interview-accepted 1'],
      ['MissingInterviewHeld', 'uk.ibex.missing.interview-held 1'],
      ['MissingInterviewDeclined', 'uk.ibex.missing.interview-declined 1'],
      ['MissingStrategyDiscussed', 'uk.ibex.missing.strategy-discussed 1'],
      ['MissingClosed', 'uk.ibex.missing.closed 1'],
      ['MissingCorrected', 'uk.ibex.missing.corrected 1'],
      ['MissingWithdrawn', 'uk.ibex.missing.withdrawn 1'],
      ['MissingAcknowledged', 'uk.ibex.missing.acknowledged 1'],
    ]);
  });
});
