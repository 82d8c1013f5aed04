import { formOf } from '../../frame/form-fields';
import { afterInWords, deskIn, hoursInWords } from './desks.page';
import { stepsFaults, stepsIn } from './escalation.page';

const at = (day: string, opens = '09:00', closes = '17:00') =>
  ({ day, opens, closes }) as Parameters<typeof hoursInWords>[0][number];

describe('the hours of a desk', () => {
  it('are told together where they are the same', () => {
    const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => at(day));
    expect(hoursInWords([...week, at('saturday', '10:00', '12:00')])).toEqual([
      ...['Mon to Fri, 09:00 to 17:00', 'Sat, 10:00 to 12:00'],
    ]);
    expect(hoursInWords([at('monday'), at('friday')])).toEqual(['Mon, Fri, 09:00 to 17:00']);
  });

  it('are read as people type them; a desk that is always open has none', () => {
    const form = {
      desk: 'mash',
      role: 'Hub',
      always: 'no',
      days: ['monday', 'someday'],
      opens: '9am',
      closes: '5.30pm',
    };
    expect(deskIn(formOf(form))).toEqual({
      ...{ desk: 'mash', role: 'Hub', always: false },
      hours: [{ day: 'monday', opens: '09:00', closes: '17:30' }],
    });
    expect(deskIn(formOf({ ...form, always: 'yes' }))).toEqual({ desk: 'mash', role: 'Hub', always: true });
  });
});

describe('steps of an escalation', () => {
  it.each([
    [0, 'at once'],
    [30, '30 minutes after it is late'],
    [60, '1 hour after it is late'],
    [2880, '2 days after it is late'],
  ])('after %s minutes are told as: %s', (minutes, words) => {
    expect(afterInWords(minutes)).toBe(words);
  });

  it('leave out lines without a desk', () => {
    const form = formOf({
      'desk-0': 'a',
      'after-0': '',
      'unit-0': 'hours',
      'desk-2': 'b',
      'after-2': '2',
      'unit-2': 'hours',
    });
    expect(stepsIn(form)).toEqual([
      { desk: 'a', afterMinutes: 0 },
      { desk: 'b', afterMinutes: 120 },
    ]);
  });

  it('come in the order of time', () => {
    const form = formOf({
      kind: 'any',
      'desk-0': 'a',
      'after-0': '2',
      'unit-0': 'days',
      'desk-1': 'b',
      'after-1': '1',
      'unit-1': 'days',
    });
    expect(Object.keys(stepsFaults(form)?.of ?? {})).toEqual(['desk-0']);
  });
});
