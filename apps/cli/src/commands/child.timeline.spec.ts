import { timelineOf } from './child.timeline';

const names = new Map([['E09000008', 'Croydon']]);
const basis = { text: 'The authority was told of the child', source: 'reg 13' };

describe('the history of a child', () => {
  it('reads as a timeline, with gaps where they begin and what is withheld last, without a time', () => {
    const records = [
      {
        ...{ ownerName: 'Camden', seenAs: 'addressee', basis, withheld: true },
        child: { forename: 'Ada', surname: 'Lovelace', dateOfBirth: '2010-05-04' },
      },
    ];
    const items = [
      {
        ...{ kind: 'notice', occurredAt: '2025-02-01', recordedAt: '2025-02-01T09:00:00.000Z' },
        ...{ title: 'Placement notified', sourceName: 'Camden' },
        ...{ data: { host: { kind: 'authority', gss: 'E09000008' } }, withheld: false },
        reached: { toldAt: '2025-02-01T09:00:01.000Z', openedAt: '2025-02-01T10:00:00.000Z' },
      },
      {
        ...{ kind: 'step', occurredAt: '2025-07-02T09:00:00.000Z', recordedAt: '2025-07-02T09:00:00.000Z' },
        ...{ title: 'Action recorded', sourceName: 'Croydon', step: { detail: 'visited' } },
      },
      {
        ...{ kind: 'duty', occurredAt: '2025-07-08T23:00:00.000Z', title: 'Duty late', sourceName: 'Camden' },
        duty: {
          text: 'Tell the host',
          owedByName: 'Camden',
          owedToName: 'Croydon',
          dueAt: '2025-07-08T23:00:00.000Z',
        },
      },
      { withheld: true },
    ];
    const gaps = [
      { kind: 'between-placements', from: '2025-03-01', to: '2025-04-01', unknown: 'Where it lived' },
    ];

    expect(timelineOf({ records, items, gaps }, names).split('\n')).toEqual([
      'Records of this child that you may see:',
      '  Camden · Ada Lovelace · born 2010-05-04 · seen as addressee: The authority was told of the child · something is withheld: ask its owner',
      '',
      '2025-02-01        Placement notified · Camden · recorded 2025-02-01 09:00',
      '                  host: Croydon',
      '                  told 2025-02-01 09:00 · opened 2025-02-01 10:00',
      '2025-03-01        … nothing known until 2025-04-01: Where it lived',
      '2025-07-02 10:00  Action recorded · Croydon · recorded 2025-07-02 10:00',
      '                  visited',
      '2025-07-09 00:00  Duty late · Camden',
      '                  Tell the host · owed by Camden to Croydon · due 2025-07-09 00:00',
      '(withheld)        Something is withheld here.',
    ]);
  });

  it('says that nothing is on record', () => {
    expect(timelineOf({ records: [], items: [], gaps: [] }, names)).toContain('nothing on record');
  });
});
