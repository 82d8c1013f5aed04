import { given } from '@ibex/testing';
import { calendarDecider } from './calendar.decider';

const calendar = given(calendarDecider, '2026-03-02T09:00:00.000Z');
const day = { date: '2026-06-02', name: 'Day of thanks', order: 'Royal proclamation of 1 March 2026' };
const proclaim = { type: 'ProclaimDay', data: day } as const;
const proclaimed = { type: 'DayProclaimed', data: day } as const;

describe('a bank holiday proclaimed', () => {
  it('is on record with the order that made it', () => {
    calendar().when(proclaim).then(proclaimed);
  });

  it('is proclaimed once', () => {
    calendar(proclaimed).when(proclaim).refused('calendar/already-proclaimed');
  });

  it.each(['2026-12-25', '2026-06-06'])('is refused for %s, which is no working day anyway', (date) => {
    calendar()
      .when({ ...proclaim, data: { ...day, date } })
      .refused('calendar/no-working-day');
  });
});
