import type { Addressee } from '@ibex/kernel';
import { LEGAL_BASES } from '../../shared/contract/legal-bases';
import { corrected } from '../domain/move.duties.fixture';
import type { MoveEvent, MoveParticulars } from '../domain/move.events';
import {
  BARNET,
  CROYDON,
  LEWISHAM,
  accepted,
  arrived,
  at,
  becamePermanent,
  conferenceHeld,
  declined,
  handedOver,
  housingMove,
  needMove,
  notArrived,
  notified,
  planMove,
  recorded,
  supplied,
  withdrawn,
} from '../domain/move.fixture';
import { moveAudience } from './move.audience';
import { MOVE_BASES } from './move.bases';

/** Who is told of the last of the facts. */
const told = (...facts: readonly MoveEvent[]): readonly Addressee[] => {
  const all = recorded(facts);
  const last = all.at(-1);
  return last ? moveAudience(last, all.slice(0, -1)) : [];
};
const temporary: MoveParticulars = { ...planMove, permanence: 'temporary' };
const by = (authority: string, fact: MoveEvent): MoveEvent =>
  ({ ...fact, data: { ...fact.data, by: authority } }) as MoveEvent;

describe('a first notice', () => {
  it('from the originating authority tells the receiving one, with the conference to hold', () => {
    expect(told(notified())).toEqual([
      {
        authority: LEWISHAM,
        capacity: 'receiving',
        urgency: 'prompt',
        basis: MOVE_BASES['child-protection-plan'],
        duty: {
          text: expect.stringContaining('transfer-in child protection conference') as string,
          dueAt: '2026-03-24T00:00:00.000Z',
        },
      },
    ]);
  });

  it('from the receiving authority tells the originating one, with the information to supply', () => {
    expect(told(notified(needMove, LEWISHAM))).toEqual([
      {
        authority: CROYDON,
        capacity: 'responsible',
        urgency: 'prompt',
        basis: MOVE_BASES['child-in-need'],
        duty: { text: expect.stringContaining('Supply the written information') as string },
      },
    ]);
  });

  it.each([
    ['child-protection-plan', 'prompt', 'Hold a transfer-in'],
    ['child-in-need', 'prompt', 'Accept the referral'],
    ['section-47-open', 'urgent', 'Accept the referral'],
    ['early-help-or-vulnerable', 'routine', 'Accept the referral'],
    ['homeless-household', 'routine', 'Check whether the household'],
    ['care-leaver', 'routine', 'Offer what help'],
  ] as const)('about a %s is %s and asks: %s', (cohort, urgency, text) => {
    const [addressee] = told(notified({ ...needMove, cohort }));
    expect(addressee).toMatchObject({ urgency, basis: MOVE_BASES[cohort] });
    expect(addressee?.duty?.text).toContain(text);
  });

  it('is urgent where section 47 enquiries are open, prompt where a child is expected', () => {
    expect(told(notified({ ...planMove, section47Open: true }))).toMatchObject([{ urgency: 'urgent' }]);
    const unborn: MoveParticulars = { ...needMove, cohort: 'early-help-or-vulnerable', unborn: true };
    expect(told(notified(unborn))).toMatchObject([{ urgency: 'prompt' }]);
  });

  it('of a temporary stay leaves the plan where it is', () => {
    const [addressee] = told(notified(temporary));
    expect(addressee?.duty).toEqual({
      text: expect.stringContaining('Keep the child as temporarily resident') as string,
    });
  });

  it('tells nobody where the other side is unknown or outside England', () => {
    expect(told(notified({ ...planMove, toAuthority: { kind: 'unknown' } }))).toEqual([]);
    expect(told(notified({ ...planMove, toAuthority: { kind: 'outside-england', code: 'SCO' } }))).toEqual(
      [],
    );
    expect(told(notified({ ...needMove, fromAuthority: { kind: 'unknown' } }, LEWISHAM))).toEqual([]);
  });
});

describe('what follows', () => {
  const plan = MOVE_BASES['child-protection-plan'];

  it.each<[string, readonly MoveEvent[], Partial<Addressee>]>([
    ['information supplied', [supplied], { authority: LEWISHAM, urgency: 'routine', basis: plan }],
    ['acceptance', [accepted], { authority: CROYDON, urgency: 'routine', basis: plan }],
    ['decline', [declined], { authority: CROYDON, urgency: 'prompt', basis: plan }],
    ['conference held', [conferenceHeld], { authority: CROYDON, urgency: 'prompt', basis: plan }],
    ['handover', [conferenceHeld, handedOver], { authority: LEWISHAM, urgency: 'prompt', basis: plan }],
    ['arrival', [arrived], { authority: CROYDON, urgency: 'routine', basis: plan }],
    ['not arriving', [notArrived()], { authority: CROYDON, urgency: 'urgent', basis: plan }],
    [
      'correction',
      [corrected(planMove)],
      { authority: LEWISHAM, urgency: 'prompt', basis: LEGAL_BASES.accuracy },
    ],
    ['withdrawal', [withdrawn], { authority: LEWISHAM, urgency: 'prompt', basis: LEGAL_BASES.accuracy }],
  ])('%s is told to the other authority, and to nobody else', (_what, facts, expected) => {
    const addressees = told(notified(), ...facts);
    expect(addressees).toHaveLength(1);
    expect(addressees[0]).toMatchObject(expected);
  });

  it.each<[string, readonly MoveEvent[], string, string]>([
    ['what the originating authority does', [supplied], CROYDON, LEWISHAM],
    ['what the receiving authority does', [accepted], LEWISHAM, CROYDON],
  ])('tells of %s whoever notified the move', (_what, facts, actor, recipient) => {
    const addressees = told(notified(planMove, LEWISHAM), ...facts.map((fact) => by(actor, fact)));
    expect(addressees.map(({ authority }) => authority)).toEqual([recipient]);
  });

  it('tells that a stay became permanent, with the conference that is now to be held', () => {
    expect(told(notified(temporary), becamePermanent)).toMatchObject([
      { authority: LEWISHAM, duty: { dueAt: '2026-03-24T00:00:00.000Z' } },
    ]);
  });

  it('repeats the conference with its date when the information comes', () => {
    expect(told(notified(), supplied)).toMatchObject([{ duty: { dueAt: '2026-03-24T00:00:00.000Z' } }]);
  });
});

describe('a child who did not arrive', () => {
  it('is urgent with a plan or open enquiries, and asks for the alert', () => {
    const [addressee] = told(notified(), notArrived());
    expect(addressee?.duty?.text).toContain('raise the missing-family alert');
    expect(told(notified({ ...needMove, section47Open: true }), notArrived())).toMatchObject([
      { urgency: 'urgent' },
    ]);
  });

  it('is prompt otherwise', () => {
    expect(told(notified(needMove), notArrived())).toMatchObject([
      { urgency: 'prompt', duty: { text: 'Establish today where the child is.' } },
    ]);
    expect(told(notified(housingMove), notArrived('elsewhere'))).toMatchObject([{ urgency: 'prompt' }]);
  });

  it('is told to the receiving authority where the originating one reports it', () => {
    expect(told(notified(), by(CROYDON, notArrived()))).toMatchObject([
      { authority: LEWISHAM, capacity: 'receiving', urgency: 'urgent' },
    ]);
  });
});

describe('putting right', () => {
  it('tells an authority that a correction finds out, as a first notice would', () => {
    const lost: MoveParticulars = { ...planMove, toAuthority: { kind: 'unknown' } };
    expect(told(notified(lost), corrected(planMove))).toEqual(told(notified()));
  });

  it('tells an authority that was told in error so, and nothing of what follows but a recall', () => {
    const elsewhere = corrected({ ...planMove, toAuthority: at(BARNET) });
    expect(told(notified(), elsewhere)).toMatchObject([
      { authority: BARNET, capacity: 'receiving' },
      {
        authority: LEWISHAM,
        capacity: 'addressee',
        basis: LEGAL_BASES.accuracy,
        duty: { text: 'Remove what you were told from your records, then acknowledge.' },
      },
    ]);
    const toldOf = (...facts: readonly MoveEvent[]): readonly string[] =>
      told(notified(), elsewhere, ...facts).map(({ authority }) => authority);
    expect(toldOf(by(BARNET, arrived))).toEqual([CROYDON]);
    expect(toldOf(elsewhere)).toEqual([BARNET]);
    expect(toldOf(withdrawn)).toEqual([BARNET, LEWISHAM]);
  });

  it('recalls the notice from whoever was told, however far the move had come', () => {
    expect(told(notified(), accepted, conferenceHeld, handedOver, withdrawn)).toEqual([
      {
        authority: LEWISHAM,
        capacity: 'receiving',
        urgency: 'prompt',
        basis: LEGAL_BASES.accuracy,
        duty: { text: 'Remove what you were told from your records, then acknowledge.' },
      },
    ]);
    expect(told(notified(planMove, LEWISHAM), by(LEWISHAM, withdrawn))).toMatchObject([
      { authority: CROYDON, capacity: 'responsible' },
    ]);
  });
});
