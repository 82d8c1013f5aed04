import type { DutyChange, DutyOpened } from '@ibex/kernel';
import { changes, corrected, keysOf, opened, temporary } from './move.duties.fixture';
import type { MoveParticulars } from './move.events';
import { CROYDON, LEWISHAM, NOW, housingMove, notified, planMove, supplied } from './move.fixture';

describe('section 208: 14 days beginning with the day on which accommodation is made available', () => {
  const notice = (availableOn: string, by = CROYDON): readonly DutyChange[] =>
    changes([notified({ ...housingMove, accommodationAvailableOn: availableOn }, by)]);

  it.each([
    ['that day is the first', '2026-03-02', '2026-03-16T00:00:00.000Z'],
    ['the clocks go forward', '2026-03-16', '2026-03-29T23:00:00.000Z'],
    ['the clocks go back', '2026-10-19', '2026-11-02T00:00:00.000Z'],
    ['the year ends', '2026-12-24', '2027-01-07T00:00:00.000Z'],
    ['weekends and bank holidays count', '2026-04-01', '2026-04-14T23:00:00.000Z'],
    ['a leap day counts', '2028-02-20', '2028-03-05T00:00:00.000Z'],
  ])('%s', (_case, availableOn, dueAt) => {
    expect(opened('section-208-notice', notice(availableOn))).toMatchObject({
      owedBy: CROYDON,
      owedTo: LEWISHAM,
      startedAt: availableOn,
      dueAt,
    });
  });

  it('is met by the notice that the placing authority posts, in time or late', () => {
    expect(keysOf(notice('2026-01-02'))).toEqual(['opened section-208-notice', 'met section-208-notice']);
    expect(notice('2026-01-02')).toContainEqual({ change: 'met', key: 'section-208-notice', at: NOW });
  });

  it('is not met by a notice that the host posts, but by what the placing authority then supplies', () => {
    const found = notified(housingMove, LEWISHAM);
    expect(keysOf(changes([found]))).toEqual(['opened section-208-notice']);
    expect(changes([found, supplied], NOW, '2026-03-20T10:00:00.000Z')).toEqual([
      { change: 'met', key: 'section-208-notice', at: '2026-03-20T10:00:00.000Z' },
    ]);
  });

  it('has no date while the host does not know when the accommodation was made available', () => {
    const { fromAuthority, toAuthority, permanence, cohort, section47Open, unborn, addressRestricted } =
      housingMove;
    const undated = {
      fromAuthority,
      toAuthority,
      permanence,
      cohort,
      section47Open,
      unborn,
      addressRestricted,
    };
    const duty = opened(
      'section-208-notice',
      changes([notified({ ...undated, movedOn: '2026-03-01' }, LEWISHAM)]),
    );
    expect(duty).toMatchObject({ startedAt: NOW });
    expect(duty).not.toHaveProperty('dueAt');
  });

  it('moves with a correction of the date, and stays met', () => {
    const right = { ...housingMove, accommodationAvailableOn: '2026-02-20' };
    expect(changes([notified(housingMove), corrected(right)])).toEqual([
      expect.objectContaining({ key: 'section-208-notice', dueAt: '2026-03-06T00:00:00.000Z' }),
      { change: 'met', key: 'section-208-notice', at: NOW },
    ]);
  });
});

describe('a temporary stay', () => {
  const review = (move: MoveParticulars): DutyOpened | undefined =>
    opened('temporary-review', changes([notified(move)], '2026-12-01T10:00:00.000Z'));

  it.each([
    ['2026-03-02', '2026-06-02T23:00:00.000Z'],
    ['2026-11-30', '2027-03-01T00:00:00.000Z'],
    ['2026-08-31', '2026-12-01T00:00:00.000Z'],
  ])('that begins on %s is reviewed by %s', (movedOn, targetAt) => {
    expect(review({ ...temporary, movedOn })).toMatchObject({
      owedBy: CROYDON,
      startedAt: movedOn,
      targetAt,
    });
  });

  it('is reviewed sooner where it was to end sooner', () => {
    expect(review({ ...temporary, temporaryUntil: '2026-03-20' })).toMatchObject({
      targetAt: '2026-03-21T00:00:00.000Z',
    });
    expect(review({ ...temporary, temporaryUntil: '2026-12-20' })).toMatchObject({
      targetAt: '2026-06-02T23:00:00.000Z',
    });
  });

  it('says that three months are practice, not law', () => {
    expect(review(temporary)).not.toHaveProperty('dueAt');
    expect(review(temporary)?.source).toContain('not verified');
  });

  it('needs no review when it was never temporary', () => {
    expect(keysOf(changes([notified(temporary), corrected(planMove)]))).toEqual([
      'void temporary-review',
      'opened transfer-in-conference',
      'opened answer',
    ]);
  });
});
