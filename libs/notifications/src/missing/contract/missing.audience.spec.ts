import type { Addressee } from '@ibex/kernel';
import { LEGAL_BASES } from '../../shared/contract/legal-bases';
import {
  accepted,
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
  offeredToHost,
  reported,
  reportedByHost,
  reportedOnDate,
  reportedRestricted,
  withdrawn,
} from '../domain/missing.examples';
import { recordedFact } from '../domain/missing.recorded.examples';
import type { MissingFact } from '../domain/missing.events';
import { missingAudience } from './missing.audience';
import { MISSING_BASES } from './missing.bases';

/** Who is told of the last fact. Recorded `at`; the earlier ones at once. */
const toldOf = (facts: readonly MissingFact[], at = NOW): readonly Addressee[] => {
  const log = facts.map((fact, index) => recordedFact(fact, index === facts.length - 1 ? at : NOW, index));
  const last = log.at(-1);
  return last ? missingAudience(last, log.slice(0, -1)) : [];
};
const inShort = (facts: readonly MissingFact[], at = NOW): readonly string[] =>
  toldOf(facts, at).map(({ authority, capacity, urgency }) => `${authority} ${capacity} ${urgency}`);

const updated = (newAreasAtRisk: readonly string[]): MissingFact => ({
  type: 'MissingUpdated',
  data: { by: HACKNEY, risk: 'high', newAreasAtRisk, occurredAt: NOW },
});
const seen: MissingFact = {
  type: 'MissingSighted',
  data: { by: BRENT, when: { at: NOW }, area: LAMBETH, occurredAt: NOW },
};
const corrected: MissingFact = {
  type: 'MissingCorrected',
  data: { by: HACKNEY, fields: ['host'], host: { kind: 'authority', gss: LAMBETH }, occurredAt: NOW },
};
const discussed: MissingFact = {
  type: 'MissingStrategyDiscussed',
  data: { by: CROYDON, when: { at: NOW }, trigger: 'exploitation', occurredAt: NOW },
};
const acknowledged: MissingFact = {
  type: 'MissingAcknowledged',
  data: { by: BRENT, response: 'received', occurredAt: NOW },
};

describe('who is told that a child is missing', () => {
  it('the host and each area at risk, at once, with a basis and what to do', () => {
    expect(toldOf([reported])).toStrictEqual([
      {
        authority: CROYDON,
        capacity: 'host',
        urgency: 'urgent',
        basis: MISSING_BASES.host,
        duty: {
          text: 'Check your own records, alert your out-of-hours team and the places that the child is known to go to, then acknowledge and say what you are doing.',
        },
      },
      {
        authority: BRENT,
        capacity: 'area-at-risk',
        urgency: 'urgent',
        basis: MISSING_BASES.areaAtRisk,
        duty: {
          text: 'The child may head for your area. Check whether the child or the people named are known to you, alert your out-of-hours team and acknowledge.',
        },
      },
    ]);
  });

  it('the responsible authority, where the host reported', () => {
    expect(toldOf([reportedByHost])[0]).toStrictEqual({
      authority: HACKNEY,
      capacity: 'responsible',
      urgency: 'urgent',
      basis: MISSING_BASES.responsible,
      duty: {
        text: 'The authority in whose area your child lives reported the child missing. Make sure that the police know, take the episode up and acknowledge.',
      },
    });
    expect(toldOf([reportedByHost]).map(({ authority }) => authority)).toStrictEqual([HACKNEY, BRENT]);
  });

  it('never the host of a restricted placement, though areas at risk', () => {
    expect(inShort([reportedRestricted])).toStrictEqual([`${BRENT} area-at-risk urgent`]);
  });

  it.each([{ kind: 'unknown' }, { kind: 'outside-england', code: 'WAL' }] as const)(
    'no host where it is $kind',
    (host) => {
      const facts = [{ ...reported, data: { ...reported.data, host } }];
      expect(inShort(facts)).toStrictEqual([`${BRENT} area-at-risk urgent`]);
    },
  );

  it('each authority once, as host before area, and the sender never', () => {
    const data = { ...reported.data, areasAtRisk: [CROYDON, HACKNEY, BRENT] };
    expect(inShort([{ ...reported, data }])).toStrictEqual([
      `${CROYDON} host urgent`,
      `${BRENT} area-at-risk urgent`,
    ]);
  });

  it('for its history only, where the episode was over when it was reported', () => {
    const over = { ...reported, data: { ...reported.data, alreadyOver: true } };
    expect(toldOf([over])[0]).toStrictEqual({
      authority: CROYDON,
      capacity: 'host',
      urgency: 'routine',
      basis: MISSING_BASES.host,
    });
    expect(inShort([over, found])).toContain(`${CROYDON} host routine`);
  });

  it('for its history only, once more than seven days have passed since a day that is known without its time', () => {
    expect(inShort([reportedOnDate], '2026-03-18T00:00:00.000Z')).toContain(`${CROYDON} host urgent`);
    expect(inShort([reportedOnDate], '2026-03-18T00:00:00.001Z')).toContain(`${CROYDON} host routine`);
  });
});

describe('who is told how it goes on', () => {
  it('everyone told before, promptly, and a new area at once with the whole duty', () => {
    const told = toldOf([reported, updated([LAMBETH])]);
    expect(told.map(({ authority, urgency }) => `${authority} ${urgency}`)).toStrictEqual([
      `${CROYDON} prompt`,
      `${BRENT} prompt`,
      `${LAMBETH} urgent`,
    ]);
    expect(told.map(({ duty }) => duty !== undefined)).toStrictEqual([false, false, true]);
  });

  it('the area where the child was seen, and all but the one who saw', () => {
    expect(inShort([reported, seen])).toStrictEqual([
      `${HACKNEY} responsible prompt`,
      `${CROYDON} host prompt`,
      `${LAMBETH} area-at-risk urgent`,
    ]);
  });

  it('everyone who was told, of the return', () => {
    expect(inShort([reported, found])).toStrictEqual([
      `${CROYDON} host prompt`,
      `${BRENT} area-at-risk prompt`,
    ]);
  });

  it('of an old return for the record only', () => {
    expect(inShort([reported, found], '2026-03-17T21:45:00.001Z')).toContain(`${CROYDON} host routine`);
  });

  it('everyone who was told, of the closing at eighteen', () => {
    expect(inShort([reported, closed])).toStrictEqual([
      `${CROYDON} host prompt`,
      `${BRENT} area-at-risk prompt`,
    ]);
  });

  it.each([offered, accepted, held, declined])('the host alone, of $type', (fact) => {
    expect(toldOf([reported, found, offered, fact])).toStrictEqual([
      {
        authority: CROYDON,
        capacity: 'host',
        urgency: 'routine',
        basis: MISSING_BASES.returnInterview,
      },
    ]);
  });

  it('the authority that is asked to hold the interview, with the date by which', () => {
    expect(toldOf([reported, found, offeredToHost])[0]?.duty).toStrictEqual({
      text: 'Hold the return interview for the responsible authority within 72 hours of the return.',
      dueAt: '2026-03-13T21:45:00.000Z',
    });
  });

  it('the responsible authority, of the interview that the host held for it', () => {
    const byHost = { ...held, data: { ...held.data, by: CROYDON } };
    expect(inShort([reported, found, offeredToHost, byHost])).toStrictEqual([
      `${HACKNEY} responsible routine`,
    ]);
  });

  it('whoever keeps the episode, of a strategy discussion, and no area at risk', () => {
    expect(inShort([reported, discussed])).toStrictEqual([`${HACKNEY} responsible routine`]);
  });

  it('whoever keeps the episode, of an acknowledgement', () => {
    expect(toldOf([reported, acknowledged])).toStrictEqual([
      {
        authority: HACKNEY,
        capacity: 'responsible',
        urgency: 'routine',
        basis: LEGAL_BASES.cooperation,
      },
    ]);
    expect(inShort([reportedByHost, acknowledged])).toStrictEqual([
      `${HACKNEY} responsible routine`,
      `${CROYDON} host routine`,
    ]);
  });
});

describe('who is told that something was wrong', () => {
  it('the true host at once with the whole notice, everyone else to put the copy right', () => {
    const told = toldOf([reported, corrected]);
    expect(told.map(({ authority, capacity, urgency }) => [authority, capacity, urgency])).toStrictEqual([
      [LAMBETH, 'host', 'urgent'],
      [BRENT, 'area-at-risk', 'prompt'],
      [CROYDON, 'previous-host', 'prompt'],
    ]);
    expect(told.map(({ basis }) => basis)).toStrictEqual([
      MISSING_BASES.host,
      LEGAL_BASES.accuracy,
      LEGAL_BASES.accuracy,
    ]);
    expect(told[2]?.duty).toStrictEqual({ text: 'Put your own copy right, then acknowledge.' });
  });

  it('the true host promptly and with nothing to do, where the child is back', () => {
    expect(toldOf([reported, found, corrected])[0]).toStrictEqual({
      authority: LAMBETH,
      capacity: 'host',
      urgency: 'prompt',
      basis: MISSING_BASES.host,
    });
  });

  it('no longer the authority that was host by mistake, of what comes after', () => {
    expect(inShort([reported, corrected, found])).toStrictEqual([
      `${LAMBETH} host prompt`,
      `${BRENT} area-at-risk prompt`,
    ]);
  });

  it('everyone ever told, of a recall, with the order to remove it', () => {
    const told = toldOf([reported, corrected, withdrawn]);
    expect(told.map(({ authority }) => authority)).toStrictEqual([LAMBETH, BRENT, CROYDON]);
    expect(told.map(({ duty }) => duty?.text)).toStrictEqual(
      Array(3).fill('Remove what you were told from your records and from any alert, then acknowledge.'),
    );
  });

  it('the former host too, where the placement turned out to be restricted', () => {
    const hidden = { ...corrected, data: { ...corrected.data, host: { kind: 'withheld' } as const } };
    expect(inShort([reported, hidden])).toStrictEqual([
      `${BRENT} area-at-risk prompt`,
      `${CROYDON} previous-host prompt`,
    ]);
  });
});

describe('facts that are not about missing children', () => {
  it('are told to nobody here', () => {
    expect(missingAudience({ ...recordedFact(reported), type: 'PlacementNotified' }, [])).toStrictEqual([]);
  });

  it('nor is anything before the report itself', () => {
    expect(toldOf([found])).toStrictEqual([]);
  });
});
