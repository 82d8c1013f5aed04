import { directionsOf } from './directions.rule';

const OF_PLACEMENT = 'uk.ibex.placement.';
const OF_MOVE = 'uk.ibex.move.';
const OF_MISSING = 'uk.ibex.missing.';

describe('the direction of an entry', () => {
  it.each([
    ['host', `${OF_PLACEMENT}notified`, ['placed-here']],
    ['host', `${OF_MISSING}reported`, ['placed-here']],
    ['previous-host', `${OF_MISSING}corrected`, ['placed-here']],
    ['responsible', `${OF_PLACEMENT}responded`, ['ours-elsewhere']],
    ['responsible', `${OF_MISSING}reported`, ['ours-elsewhere']],
    ['receiving', `${OF_MOVE}notified`, ['moved-in']],
    ['responsible', `${OF_MOVE}declined`, ['moved-out', 'ours-elsewhere']],
    ['area-at-risk', `${OF_MISSING}reported`, ['at-risk-here']],
  ] as const)('as %s of %s is %j', (capacity, type, directions) => {
    expect(directionsOf({ capacity, type })).toEqual(directions);
  });

  it('is none for whoever was told in error, so that the recall passes every filter by direction', () => {
    expect(directionsOf({ capacity: 'addressee', type: `${OF_MOVE}withdrawn` })).toEqual([]);
  });

  it.each(['changed', 'corrected', 'withdrawn'])(
    'of a carer’s move across a boundary matches at the old area and at the new one: %s',
    (happened) => {
      const type = `${OF_PLACEMENT}${happened}`;
      expect(directionsOf({ capacity: 'host', type })).toEqual(['placed-here', 'moved-in']);
      expect(directionsOf({ capacity: 'previous-host', type })).toEqual(['placed-here', 'moved-out']);
    },
  );
});
