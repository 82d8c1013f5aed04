import { addDays } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { absence } from '../absence';
import { episodesOf } from '../episodes';
import type { Episode } from '../episodes';
import type { Finding, Indicator, Picture } from '../picture';

const WINDOWS = [30, 90, 365] as const;
const TREND_DAYS = 90;
const TREND_STEP = 2;

/** Today and the days before it, `days` in all, ending `before` days ago. */
const within = (
  episodes: readonly Episode[],
  today: CivilDate,
  { days, before = 0 }: Readonly<{ days: number; before?: number }>,
): readonly Episode[] => {
  const last = addDays(today, -before);
  const first = addDays(last, 1 - days);
  return episodes.filter(({ startedOn }) => startedOn >= first && startedOn <= last);
};

export const trendOf = (recent: number, earlier: number): string => {
  if (recent >= earlier + TREND_STEP) return 'rising';
  return earlier >= recent + TREND_STEP ? 'falling' : 'no clear change';
};

const of = (picture: Picture): Finding => {
  const { today } = picture;
  const episodes = episodesOf(picture.facts);
  const year = within(episodes, today, { days: 365 });
  if (year.length === 0)
    return absence(picture, ['missing'], 'No missing episode began in the last 365 days.');
  const recent = within(episodes, today, { days: TREND_DAYS }).length;
  const earlier = within(episodes, today, { days: TREND_DAYS, before: TREND_DAYS }).length;
  const trend = trendOf(recent, earlier);
  return {
    state: 'found',
    says: `Episodes that began in the last 90 days beside the 90 days before them: ${trend}.`,
    values: [
      ...WINDOWS.map((days) => ({
        label: `began in the last ${String(days)} days`,
        count: within(episodes, today, { days }).length,
      })),
      { label: 'began in the 90 days before the last 90', count: earlier },
      { label: 'trend', text: trend },
    ],
    facts: year.flatMap(({ facts }) => facts),
  };
};

export const missingEpisodes: Indicator = {
  name: 'missing-episodes',
  title: 'How often missing',
  definition:
    'How many missing episodes began in the last 30, 90 and 365 days, counted by the London date on which the child was last seen; the last 30 days are today and the 29 days before it. Notices of several authorities that begin on the same day are one episode; recalled notices do not count. The trend is rising when at least two more episodes began in the last 90 days than in the 90 days before, falling when at least two fewer did, and otherwise no clear change.',
  window: 'The last 30, 90 and 365 days.',
  group: 'course',
  notifications: ['missing'],
  of,
};
