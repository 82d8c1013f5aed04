import { inAnyOrder, recorded, rowsAfter, rowsAfterTwice } from '../replay.fixture';
import { childrenProjection } from './children.projection';

const facts = recorded(
  { stream: 'record-r1', type: 'RecordIntroduced', data: {}, recordRef: 'r1', sealed: 'ada' },
  { stream: 'record-r2', type: 'RecordIntroduced', data: {}, recordRef: 'r2', sealed: 'ben' },
  { stream: 'record-r1', type: 'RecordIdentityUpdated', data: {}, recordRef: 'r1', sealed: 'ada-b' },
  { stream: 'record-r2', type: 'SomethingOpenOnly', data: {}, recordRef: 'r2' },
);

describe('children behind records', () => {
  it('are kept as last told, sealed', () => {
    expect(rowsAfter(childrenProjection, facts)).toStrictEqual({
      children: [
        { recordRef: 'r1', factId: 'fact-2', sealed: 'ada-b' },
        { recordRef: 'r2', factId: 'fact-1', sealed: 'ben' },
      ],
    });
  });

  it('give the same rows when they are replayed', () => {
    expect(inAnyOrder(rowsAfterTwice(childrenProjection, facts))).toStrictEqual(
      inAnyOrder(rowsAfter(childrenProjection, facts)),
    );
  });
});
