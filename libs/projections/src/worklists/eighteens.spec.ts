import { definitions } from '@ibex/notifications';
import { recorded } from '../shared/replay.fixture';
import { turnsEighteenOn } from './eighteen.rule';
import { withEighteens } from './eighteens';
import { worklistsProjection } from './worklists.projection';

const sealer = {
  unseal: (_ref: string, _id: string, sealed: string) =>
    Promise.resolve(sealed === 'destroyed' ? undefined : { dateOfBirth: sealed, forename: 'Ada' }),
};
const view = withEighteens(worklistsProjection(definitions), sealer);
const toldOf = async (sealed: string) => {
  const [fact] = recorded({
    stream: 'record-r1',
    type: 'RecordIntroduced',
    data: {},
    sealed,
    by: 'E09000007',
  });
  return fact && (await view.project(fact, []));
};

it.each([
  ['2010-05-04', '2028-05-04'],
  ['2008-02-29', '2026-03-01'],
  ['2010-02-30', undefined],
  [undefined, undefined],
])('born on %s, turns eighteen on %s', (born, on) => {
  expect(turnsEighteenOn(born)).toBe(on);
});

it('keeps the month alone, and nothing else of who the child is', async () => {
  expect(await toldOf('2010-05-04')).toEqual([
    {
      op: 'put',
      table: 'worklistEighteens',
      row: { recordRef: 'record-ref-1', owner: 'E09000007', eighteenIn: '2028-05' },
    },
  ]);
});

it('keeps nothing of a record whose key was destroyed, or of a date that is none', async () => {
  const gone = [{ op: 'delete', table: 'worklistEighteens', where: { recordRef: 'record-ref-1' } }];
  expect(await toldOf('destroyed')).toEqual(gone);
  expect(await toldOf('soon')).toEqual(gone);
});
