import { setAsidePage } from './set-aside.page';

const record = {
  recordRef: 'abcdefghijklmnopqrstuvwxyz',
  because: 'too-little',
  why: 'It says too little.',
  mend: 'Add the NHS number.',
  child: { localId: 'LS-1', forename: 'Unknown', surname: 'Unknown' },
} as const;
const answer = { items: [record], position: 7, upToDate: true };

describe('records that are set aside', () => {
  it('are shown with what was told of them, why, and what to do', () => {
    const [row] = setAsidePage(answer, '').table.rows;
    expect(row?.slice(1)).toEqual([record.why, record.mend]);
    expect(JSON.stringify(row?.[0])).toMatch(/Unknown Unknown.*No date of birth.*LS-1/);
  });

  it('come page by page, and lead back to the first', () => {
    const next = { ...answer, next: 'c-2' };
    expect(setAsidePage(next, '').links).toEqual({ next: '/console/governance/set-aside?cursor=c-2' });
    expect(setAsidePage(answer, 'c-2').links).toEqual({ first: '/console/governance/set-aside' });
  });

  it('may change while others are still compared', () => {
    expect(setAsidePage({ ...answer, upToDate: false }, '').isBehind).toBe(true);
    expect(setAsidePage(answer, '').isBehind).toBe(false);
  });
});
