import { BANK_HOLIDAYS, accept, dayOfWeek, refuse } from '@ibex/kernel';
import type { CivilDate, Decider, Fact, Refusal, Request } from '@ibex/kernel';

/** `order`: by which proclamation or order, so that everybody can look it up. */
type Day = Readonly<{ date: CivilDate; name: string; order: string }>;
/** A bank holiday in England and Wales was announced after the kernel's table was made. */
export type DayProclaimed = Fact<'DayProclaimed', Day>;
export type ProclaimDay = Request<'ProclaimDay', Day>;
export type CalendarRefusal = Refusal<'calendar/already-proclaimed' | 'calendar/no-working-day'>;

export const CALENDAR_STREAM = 'calendar-england-wales';

const isWeekend = (date: CivilDate): boolean => [0, 6].includes(dayOfWeek(date));

export const calendarDecider: Decider<ProclaimDay, DayProclaimed, readonly CivilDate[], CalendarRefusal> = {
  initialState: [],
  decide: ({ data }, days) => {
    if (days.includes(data.date)) {
      return refuse('calendar/already-proclaimed', 'This day was proclaimed before.', 'date');
    }
    if (isWeekend(data.date) || BANK_HOLIDAYS.includes(data.date)) {
      return refuse('calendar/no-working-day', 'This day is no working day already.', 'date');
    }
    return accept<DayProclaimed>({ type: 'DayProclaimed', data });
  },
  evolve: (days, { data }) => [...days, data.date],
};
