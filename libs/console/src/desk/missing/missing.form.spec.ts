import { formOf } from '../../frame/form-fields';
import { foundBody, momentFaults, momentIn, responseBody, sightingBody } from './missing.form';
import { noticeIdOf } from './missing-notice';

const typed = (fields: Readonly<Record<string, string>>) => formOf(fields);

describe('what a desk tells of a missing child', () => {
  it('is of an instant where the time is known, else of a day', () => {
    expect(momentIn(typed({ day: '3/3/2026', time: '2:14am' }))).toEqual({ at: '2026-03-03T02:14:00.000Z' });
    expect(momentIn(typed({ day: '3 March 2026' }))).toEqual({ on: '2026-03-03' });
  });

  it.each([
    [{ day: '' }, { day: 'Enter the day on which the child was seen, like 3 March 2026' }],
    [
      { day: '3 March 2026', time: 'late' },
      { time: 'Enter a time like 2:14am or 14:30, or leave it empty if it is not known' },
    ],
    [
      { day: '29 March 2026', time: '1:30am' },
      { time: 'The clocks changed at that time: enter another one' },
    ],
  ])('is asked for again where it says %j', (fields, of) => {
    expect(momentFaults(typed(fields), 'sighting')?.of).toEqual(of);
  });

  it('leaves out what was left empty', () => {
    const when = { on: '2026-03-03' };
    expect(sightingBody(typed({ area: '', place: 'A bus stop' }), when)).toEqual({
      when,
      place: 'A bus stop',
    });
    expect(foundBody(typed({ foundBy: 'nobody' }), when)).toEqual({ when });
    expect(foundBody(typed({ foundBy: 'self', area: 'E09000008' }), when)).toEqual({
      ...{ when, foundBy: 'self', area: 'E09000008' },
    });
    expect(responseBody(typed({ response: 'invented' }))).toBeUndefined();
    expect(responseBody(typed({ response: 'with-police', whatWeAreDoing: 'Out' }))).toEqual({
      ...{ response: 'with-police', whatWeAreDoing: 'Out' },
    });
  });

  it('is told of a missing episode alone', () => {
    expect([noticeIdOf('missing-a-1'), noticeIdOf('placement-1'), noticeIdOf(undefined)]).toEqual([
      ...['a-1', undefined, undefined],
    ]);
  });
});
