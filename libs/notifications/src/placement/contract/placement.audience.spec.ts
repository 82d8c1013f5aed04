import type { Addressee } from '@ibex/kernel';
import type { PlacementFact } from '../domain/placement.events';
import {
  HOST,
  NOW,
  OTHER,
  OWNER,
  acknowledged,
  changed,
  consulted,
  corrected,
  ended,
  inCamden,
  inCroydon,
  notified,
  ofLast,
  responded,
  supplied,
  withdrawn,
} from '../domain/placement.fixture';
import { placementAudience } from './placement.audience';

const toldBy = (...facts: readonly PlacementFact[]): readonly Addressee[] =>
  ofLast(placementAudience, ...facts.map((fact) => [fact, NOW] as const));
const shortly = (addressees: readonly Addressee[]) =>
  addressees.map(({ authority, capacity, urgency, basis }) => [authority, capacity, urgency, basis.source]);
const reg = (text: string) =>
  `Care Planning, Placement and Case Review (England) Regulations 2010, reg ${text}`;
const ACCURACY = 'UK GDPR, art 5(1)(d) and art 19';
const unknown = { kind: 'unknown' } as const;
const withheld = { kind: 'withheld' } as const;

describe('who is told of a placement', () => {
  it('tells the host in writing, on reg 13(4)', () => {
    expect(toldBy(notified())).toEqual([
      {
        authority: HOST,
        capacity: 'host',
        urgency: 'routine',
        basis: {
          text: 'The area authority is told in writing of a placement in its area, with the assessment and the care plan',
          source: reg('13(4)'),
        },
        duty: { text: 'Acknowledge, enter the child in your register and assess the risk in your area' },
      },
    ]);
  });

  it.each([
    ['an emergency', { notice: 'emergency' }],
    ['a child who goes missing again and again', { known: { missingHistory: 'repeated' } }],
    ['a known risk', { known: { flags: ['gangs'] } }],
    ['exploitation', { known: { exploitation: { label: 'high', scaleId: 'low-medium-high' } } }],
  ] as const)('tells it promptly of %s', (_, data) => {
    expect(toldBy(notified(data))).toMatchObject([{ urgency: 'prompt' }]);
  });

  it('is routine where nothing is known of risk', () => {
    expect(toldBy(notified({ known: { missingHistory: 'none-known', flags: [] } }))).toMatchObject([
      { urgency: 'routine' },
    ]);
  });

  it.each([
    ['unknown', unknown],
    ['withheld', withheld],
    ['outside England', { kind: 'outside-england', code: 'SCO' } as const],
  ])('tells nobody where the host is %s', (_, host) => {
    const there = notified({ host });
    expect(toldBy(there)).toEqual([]);
    expect(toldBy(there, ended({ host }))).toEqual([]);
    expect(toldBy(there, withdrawn(host))).toEqual([]);
  });

  it('consults on reg 11 and supplies on what the host was told on', () => {
    expect(shortly(toldBy(consulted()))).toEqual([[HOST, 'host', 'prompt', reg('11(2)(d)(ii)')]]);
    expect(shortly(toldBy(consulted(), supplied()))).toEqual([
      [HOST, 'host', 'routine', reg('11(2)(d)(ii)')],
    ]);
    expect(shortly(toldBy(notified(), supplied()))).toEqual([[HOST, 'host', 'routine', reg('13(4)')]]);
  });

  it('tells the new host and the old one when the carer moves', () => {
    expect(shortly(toldBy(notified({ known: { flags: ['gangs'] } }), changed()))).toEqual([
      [OTHER, 'host', 'prompt', reg('13(4)')],
      [HOST, 'previous-host', 'routine', reg('14(2)(c) and (4)')],
    ]);
  });

  it('tells the old host alone when the carer moves to a restricted place', () => {
    const hidden = changed({ host: withheld, restricted: true });
    expect(shortly(toldBy(notified(), hidden))).toEqual([
      [HOST, 'previous-host', 'routine', reg('14(2)(c) and (4)')],
    ]);
  });

  it('tells the host of the end', () => {
    expect(shortly(toldBy(notified(), ended()))).toEqual([
      [HOST, 'host', 'routine', reg('14(2)(c) and (4)')],
    ]);
  });
});

describe('who is told that something was wrong', () => {
  it('tells everyone ever told of a correction', () => {
    const change = corrected({ host: inCamden, previousHost: inCamden, corrected: ['startsOn'] });
    expect(shortly(toldBy(notified(), changed(), change))).toEqual([
      [HOST, 'previous-host', 'prompt', ACCURACY],
      [OTHER, 'host', 'prompt', ACCURACY],
    ]);
  });

  it('tells the right host of the placement and the wrong one of its mistake', () => {
    const change = corrected({ host: inCamden, corrected: ['host'] });
    expect(shortly(toldBy(notified(), change))).toEqual([
      [OTHER, 'host', 'routine', reg('13(4)')],
      [HOST, 'previous-host', 'prompt', ACCURACY],
    ]);
  });

  it('recalls a withdrawn placement from everyone ever told, the consulted included', () => {
    const recalled = toldBy(consulted({ host: inCamden }), notified(), withdrawn());
    expect(shortly(recalled)).toEqual([
      [OTHER, 'previous-host', 'prompt', ACCURACY],
      [HOST, 'host', 'prompt', ACCURACY],
    ]);
  });

  it('recalls a placement that became restricted from those who were told before', () => {
    const hidden = corrected({ host: withheld, restricted: true, corrected: ['host', 'restricted'] });
    expect(shortly(toldBy(notified(), hidden))).toEqual([[HOST, 'previous-host', 'prompt', ACCURACY]]);
    expect(shortly(toldBy(notified(), hidden, withdrawn(withheld)))).toEqual([
      [HOST, 'previous-host', 'prompt', ACCURACY],
    ]);
  });
});

describe('what the owner hears', () => {
  it('is told that the host knows, and what it did', () => {
    expect(toldBy(notified(), acknowledged())).toMatchObject([
      { authority: OWNER, capacity: 'responsible', urgency: 'routine' },
    ]);
    expect(toldBy(notified(), responded())).toMatchObject([{ authority: OWNER, urgency: 'routine' }]);
  });

  it('is told promptly of concerns', () => {
    const worried: PlacementFact = { type: 'PlacementResponded', data: { by: HOST, concerns: true } };
    expect(toldBy(notified(), worried)).toMatchObject([
      { authority: OWNER, urgency: 'prompt', duty: { text: 'Answer the concerns of the host authority' } },
    ]);
  });

  it('is never told of its own deed, and nobody of a fact that has no beginning', () => {
    expect(toldBy(notified({ host: { kind: 'authority', gss: OWNER } }))).toEqual([]);
    expect(toldBy(acknowledged())).toEqual([]);
    expect(toldBy(corrected({ host: inCroydon }))).toEqual([]);
  });

  it('hears nothing of facts of other kinds', () => {
    const other = ofLast(
      (fact) => placementAudience({ ...fact, type: 'MoveNotified' }, []),
      [notified(), NOW],
    );
    expect(other).toEqual([]);
  });
});
