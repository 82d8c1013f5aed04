import type { DutyChange } from '@ibex/kernel';
import { missingDeadlines } from './missing.deadlines';
import type { MissingFact } from './missing.events';
import {
  BRENT,
  closed,
  CROYDON,
  declined,
  found,
  HACKNEY,
  held,
  LAMBETH,
  NOW,
  offered,
  reported,
  reportedByHost,
  reportedRestricted,
  withdrawn,
} from './missing.examples';
import { recordedFact } from './missing.recorded.examples';

const changesOf = (facts: readonly MissingFact[], at = NOW): readonly DutyChange[] => {
  const log = facts.map((fact, index) => recordedFact(fact, index === facts.length - 1 ? at : NOW, index));
  const last = log.at(-1);
  return last ? missingDeadlines(last, log.slice(0, -1)) : [];
};
const inShort = (facts: readonly MissingFact[], at = NOW): readonly string[] =>
  changesOf(facts, at).map(({ change, key }) => `${change} ${key}`);

const foundAt = (when: MissingFact<'MissingFound'>['data']['when']): MissingFact<'MissingFound'> => ({
  ...found,
  data: { ...found.data, when },
});
const reportedBefore = { ...reported, data: { ...reported.data, lastSeen: { on: '2026-03-01' } } };
const high: MissingFact = {
  type: 'MissingUpdated',
  data: { by: HACKNEY, risk: 'high', newAreasAtRisk: [LAMBETH], occurredAt: NOW },
};
const corrected: MissingFact<'MissingCorrected'> = {
  type: 'MissingCorrected',
  data: { by: HACKNEY, fields: ['host'], host: { kind: 'authority', gss: LAMBETH }, occurredAt: NOW },
};
const acknowledged: MissingFact = {
  type: 'MissingAcknowledged',
  data: { by: CROYDON, response: 'received', occurredAt: NOW },
};

describe('answers of those told', () => {
  it('are owed by each of them to the sender, with a service target and no legal date', () => {
    expect(changesOf([reported])).toContainEqual({
      change: 'opened',
      key: `acknowledgement-${CROYDON}`,
      kind: 'acknowledgement',
      text: 'Acknowledge the missing notice and say what you are doing (no hours in law; service target 1 hour)',
      owedBy: CROYDON,
      owedTo: HACKNEY,
      startedAt: NOW,
      targetAt: '2026-03-10T23:00:00.000Z',
      source:
        'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014): local protocols between responsible and host authority; service target of the exchange',
    });
  });

  it('are owed by the responsible authority to a host that reported', () => {
    expect(changesOf([reportedByHost])).toContainEqual(
      expect.objectContaining({ key: `acknowledgement-${HACKNEY}`, owedBy: HACKNEY, owedTo: CROYDON }),
    );
  });

  it('are owed by an area that is added, and not again by those told before', () => {
    expect(inShort([reported, high])).toStrictEqual([
      `opened acknowledgement-${LAMBETH}`,
      'opened strategy-discussion',
    ]);
  });

  it('are owed by the area where the child was seen', () => {
    const seen: MissingFact = {
      type: 'MissingSighted',
      data: { by: BRENT, when: { at: NOW }, area: LAMBETH, occurredAt: NOW },
    };
    expect(inShort([reported, seen])).toStrictEqual([`opened acknowledgement-${LAMBETH}`]);
  });

  it('are met by an acknowledgement, once', () => {
    expect(changesOf([reported, acknowledged])).toStrictEqual([
      { change: 'met', key: `acknowledgement-${CROYDON}`, at: NOW },
    ]);
    expect(changesOf([reported, acknowledged, acknowledged])).toStrictEqual([]);
  });

  it('are moot once the child is back or has turned eighteen', () => {
    expect(changesOf([reported, acknowledged, found])).toContainEqual({
      change: 'void',
      key: `acknowledgement-${BRENT}`,
      because: 'The child was found or returned.',
    });
    expect(inShort([reported, acknowledged, found])).not.toContain(`void acknowledgement-${CROYDON}`);
    expect(inShort([reported, closed])).toStrictEqual([
      `void acknowledgement-${CROYDON}`,
      `void acknowledgement-${BRENT}`,
    ]);
  });

  it('are not asked for what is told for the record only', () => {
    expect(inShort([{ ...reported, data: { ...reported.data, alreadyOver: true } }])).toStrictEqual([]);
    expect(inShort([reportedBefore])).toStrictEqual([]);
  });
});

describe('telling the host without delay', () => {
  it('is opened with a service target and met by the report', () => {
    expect(changesOf([reported]).slice(0, 2)).toStrictEqual([
      {
        change: 'opened',
        key: 'tell-host',
        kind: 'tell-host',
        text: 'Tell the host authority without delay that the child is missing (service target 24 hours)',
        owedBy: HACKNEY,
        owedTo: CROYDON,
        startedAt: '2026-03-10T20:30:00.000Z',
        targetAt: '2026-03-11T20:30:00.000Z',
        source:
          'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014): notification process for missing episodes agreed between responsible and host authority',
      },
      { change: 'met', key: 'tell-host', at: NOW },
    ]);
  });

  it('is not owed where the child lives in the own area, nor of a restricted placement', () => {
    const atHome = { ...reported.data, host: { kind: 'authority', gss: HACKNEY } } as const;
    expect(inShort([{ ...reported, data: atHome }])).toStrictEqual([`opened acknowledgement-${BRENT}`]);
    expect(inShort([reportedRestricted])).toStrictEqual([`opened acknowledgement-${BRENT}`]);
  });

  it('waits for the host to be established, for old episodes too, until a correction names it', () => {
    const unknown = {
      ...reportedBefore,
      data: { ...reportedBefore.data, host: { kind: 'unknown' } },
    } as const;
    expect(changesOf([unknown])).toStrictEqual([
      {
        change: 'opened',
        key: 'establish-host',
        kind: 'establish-host',
        text: 'Establish in which authority the child was placed, so that it can be told (correct the report)',
        owedBy: HACKNEY,
        startedAt: '2026-03-01',
        source:
          'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014): the host authority is told of missing episodes',
      },
    ]);
    expect(inShort([unknown, found])).not.toContain('void establish-host');
    expect(changesOf([unknown, corrected])).toContainEqual({ change: 'met', key: 'establish-host', at: NOW });
  });
});

describe('the return interview, 72 hours from the return', () => {
  it('is owed by the responsible authority to the child', () => {
    expect(changesOf([reported, found]).at(-1)).toStrictEqual({
      change: 'opened',
      key: 'return-interview',
      kind: 'return-interview',
      text: 'Hold an independent return interview with the child within 72 hours of the return',
      owedBy: HACKNEY,
      startedAt: '2026-03-10T21:45:00.000Z',
      dueAt: '2026-03-13T21:45:00.000Z',
      source:
        'Statutory guidance on children who run away or go missing from home or care (DfE, January 2014), return interviews: within 72 hours; the responsible authority arranges it for a child placed elsewhere',
    });
  });

  it('is owed by the responsible authority also where the host reported and found the child', () => {
    const byHost = { ...found, data: { ...found.data, by: CROYDON } };
    expect(changesOf([reportedByHost, byHost]).at(-1)).toMatchObject({ owedBy: HACKNEY });
  });

  it.each([
    // clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October 2026 at 01:00 UTC: 72 hours elapse either way
    [
      'over the night when the clocks go forward',
      { at: '2026-03-28T00:59:59.999Z' },
      '2026-03-31T00:59:59.999Z',
    ],
    [
      'from the last minute before they go forward',
      { at: '2026-03-29T00:59:00.000Z' },
      '2026-04-01T00:59:00.000Z',
    ],
    ['from the first minute after', { at: '2026-03-29T01:00:00.000Z' }, '2026-04-01T01:00:00.000Z'],
    [
      'over the night when the clocks go back',
      { at: '2026-10-24T22:00:00.000Z' },
      '2026-10-27T22:00:00.000Z',
    ],
    ['from the first 01:30 of that night', { at: '2026-10-25T00:30:00.000Z' }, '2026-10-28T00:30:00.000Z'],
    ['from the second 01:30 of that night', { at: '2026-10-25T01:30:00.000Z' }, '2026-10-28T01:30:00.000Z'],
    ['from a day in winter', { on: '2026-03-27' }, '2026-03-31T00:00:00.000Z'],
    ['from the day before the clocks go forward', { on: '2026-03-28' }, '2026-04-01T00:00:00.000Z'],
    ['from the short day', { on: '2026-03-29' }, '2026-04-01T23:00:00.000Z'],
    ['from the day before the clocks go back', { on: '2026-10-24' }, '2026-10-27T23:00:00.000Z'],
    ['from the long day', { on: '2026-10-25' }, '2026-10-29T00:00:00.000Z'],
  ])('is due after 72 elapsed hours %s', (_, when, dueAt) => {
    expect(changesOf([reported, foundAt(when)], dueAt).at(-1)).toMatchObject({ dueAt });
  });

  it('says so where only the day of the return is known', () => {
    expect(changesOf([reported, foundAt({ on: '2026-03-10' })]).at(-1)).toMatchObject({
      text: 'Hold an independent return interview with the child within 72 hours of the return (only the date of the return is known: counted from the end of that day)',
      startedAt: '2026-03-10',
      dueAt: '2026-03-14T00:00:00.000Z',
    });
  });

  it('has no clock for a return more than seven days ago, which would only accuse', () => {
    expect(inShort([reported, found], '2026-03-17T21:45:00.000Z')).toContain('opened return-interview');
    expect(inShort([reported, found], '2026-03-17T21:45:00.001Z')).not.toContain('opened return-interview');
  });

  it('is met when it was held, not when that was recorded', () => {
    expect(changesOf([reported, found, offered, held], '2026-03-16T09:00:00.000Z')).toStrictEqual([
      { change: 'met', key: 'return-interview', at: '2026-03-10T21:55:00.000Z' },
    ]);
  });

  it('counts a day without a time for the authority that owes it', () => {
    const onDay = { ...held, data: { ...held.data, when: { on: '2026-03-13' } } };
    expect(changesOf([reported, found, onDay], '2026-03-16T09:00:00.000Z')).toStrictEqual([
      { change: 'met', key: 'return-interview', at: '2026-03-13T00:00:00.000Z' },
    ]);
  });

  it('is void once declined, and owed again by the same date when offered again', () => {
    expect(changesOf([reported, found, offered, declined])).toStrictEqual([
      { change: 'void', key: 'return-interview', because: 'The return interview was declined.' },
    ]);
    expect(changesOf([reported, found, offered, declined, offered])).toStrictEqual([
      expect.objectContaining({ key: 'return-interview', dueAt: '2026-03-13T21:45:00.000Z' }),
    ]);
    expect(changesOf([reported, found, offered])).toStrictEqual([]);
  });

  it('moves with a corrected return, while it is owed', () => {
    const moved: MissingFact = {
      type: 'MissingCorrected',
      data: {
        by: HACKNEY,
        fields: ['end'],
        end: { when: { at: '2026-03-10T21:15:00.000Z' } },
        occurredAt: NOW,
      },
    };
    expect(changesOf([reported, found, moved]).at(-1)).toMatchObject({
      key: 'return-interview',
      dueAt: '2026-03-13T21:15:00.000Z',
    });
    expect(inShort([reported, found, held, moved])).not.toContain('opened return-interview');
  });
});

describe('a strategy discussion', () => {
  it('is to be considered once the risk is graded high, without any date', () => {
    expect(changesOf([reported, high]).at(-1)).toStrictEqual({
      change: 'opened',
      key: 'strategy-discussion',
      kind: 'strategy-discussion',
      text: 'The risk is graded high: decide whether a strategy discussion is needed (local threshold, no date in law)',
      owedBy: HACKNEY,
      startedAt: NOW,
      source: 'Children Act 1989, s 47; local protocol on children missing from home and care',
    });
    expect(inShort([reported, high, high])).toStrictEqual([]);
  });

  it('is met when it was held', () => {
    const discussed: MissingFact = {
      type: 'MissingStrategyDiscussed',
      data: { by: HACKNEY, when: { at: NOW }, trigger: 'significant-harm', occurredAt: NOW },
    };
    expect(changesOf([reported, high, discussed])).toStrictEqual([
      { change: 'met', key: 'strategy-discussion', at: NOW },
    ]);
    expect(changesOf([reported, discussed])).toStrictEqual([]);
  });
});

describe('copies of what was wrong', () => {
  it('are put right by everyone told before, and the former host owes no answer any more', () => {
    expect(inShort([reported, corrected])).toStrictEqual([
      `void acknowledgement-${CROYDON}`,
      `opened acknowledgement-${LAMBETH}`,
      `opened put-right-${CROYDON}`,
      `opened put-right-${BRENT}`,
    ]);
  });

  it('need no answer of a host that is named after the return', () => {
    expect(inShort([reported, found, corrected])).toStrictEqual([
      `opened put-right-${CROYDON}`,
      `opened put-right-${BRENT}`,
    ]);
  });

  it('are removed after a recall, which voids every other duty', () => {
    expect(inShort([reported, withdrawn])).toStrictEqual([
      `void acknowledgement-${CROYDON}`,
      `void acknowledgement-${BRENT}`,
      `opened put-right-${CROYDON}`,
      `opened put-right-${BRENT}`,
    ]);
    expect(changesOf([reported, withdrawn]).at(-1)).toMatchObject({
      owedBy: BRENT,
      owedTo: HACKNEY,
      targetAt: '2026-03-11T22:00:00.000Z',
    });
  });

  it('are shown to be right by an acknowledgement', () => {
    expect(inShort([reported, withdrawn, acknowledged])).toStrictEqual([`met put-right-${CROYDON}`]);
  });
});

describe('facts that start no clock', () => {
  it('are those of other notices, and those before the report', () => {
    expect(missingDeadlines({ ...recordedFact(reported), type: 'PlacementNotified' }, [])).toStrictEqual([]);
    expect(changesOf([found])).toStrictEqual([]);
  });

  it('are acceptances of the interview', () => {
    const accepted: MissingFact = {
      type: 'MissingInterviewAccepted',
      data: { by: HACKNEY, when: { at: NOW }, occurredAt: NOW },
    };
    expect(changesOf([reported, found, offered, accepted])).toStrictEqual([]);
  });
});
