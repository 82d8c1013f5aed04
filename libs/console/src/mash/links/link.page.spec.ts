import type { LinkDetail } from '../parts/answers';
import { nameOf } from '../parts/history.fixture';
import { linkPage, radiusPage } from './link.page';

const detail = (more: Partial<LinkDetail> = {}): LinkDetail => ({
  ...{ id: 'pair-1', state: 'proposed', awaitsSecondPerson: false, takesTwo: false, hasRivals: false },
  sides: [
    {
      ...{ owner: 'E09000007', ownerName: 'Camden', sight: 'owner', recordRef: 'record-1' },
      child: { forename: 'Maya', surname: 'Sample', dateOfBirth: '2010-05-14', localId: 'C-1' },
    },
    {
      ...{ owner: 'E09000008', ownerName: 'Croydon', sight: 'addressee', recordRef: 'record-2' },
      child: { forename: 'MAYA', surname: 'Simple', localId: 'K-9' },
    },
  ],
  ...{ why: ['Surname: nearly the same'], odds: 'more than a hundred to one', history: [], ...more },
});

describe('two records side by side', () => {
  it('show what agrees, what differs and what cannot be compared', () => {
    expect(
      linkPage(detail(), nameOf).compared.map(({ label, left, right, verdict }) => [
        label,
        left,
        right,
        verdict.text,
      ]),
    ).toEqual([
      ['First name', 'Maya', 'MAYA', 'Same'],
      ['Last name', 'Sample', 'Simple', 'Differs'],
      ['Born', '14 May 2010', 'Not on record', 'Cannot compare'],
      ['Case number', 'C-1', 'K-9', 'Each its own'],
    ]);
  });

  it('show nothing of a side that the reader may not see', () => {
    const [own] = detail().sides;
    const sides = [own, { owner: 'E09000008', ownerName: 'Croydon', sight: 'none' }] as LinkDetail['sides'];
    const { compared, heads, refs } = linkPage(detail({ sides }), nameOf);
    expect(new Set(compared.map(({ right }) => right))).toEqual(new Set(['Not open to you']));
    expect([heads[1], refs]).toEqual(['Croydon: not open to you', ['record-1', undefined]]);
  });

  it.each([
    ['proposed', [true, false, true, false]],
    ['linked', [false, true, true, false]],
    ['apart', [true, false, true, false]],
    ['forbidden', [false, false, false, true]],
  ] as const)('offer of a pair that is %s what can be done with it', (state, can) => {
    const { canDecide, canUnlink, canForbid, canLift } = linkPage(detail({ state }), nameOf);
    expect([canDecide, canUnlink, canForbid, canLift]).toEqual(can);
  });

  it('say when it takes two people', () => {
    const { notes } = linkPage(detail({ takesTwo: true, awaitsSecondPerson: true }), nameOf);
    expect(notes).toHaveLength(2);
  });

  it('tell who was shown the two as one child, and who has been told', () => {
    const reached = [
      { authority: 'E09000008', name: 'Croydon', records: 2, firstAt: 'a', lastAt: 'b', correctedAt: 'c' },
    ];
    expect(radiusPage({ id: 'pair-1', spells: [{ linkedAt: 'x', reached }] })).toEqual([
      { linkedAt: 'x', reached: [{ name: 'Croydon', records: 2, lastAt: 'b', toldAt: 'c' }] },
    ]);
  });
});
