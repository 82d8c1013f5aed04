import { daysBetween, isCivilDate } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import { notKnown } from '../absence';
import type { Finding, Indicator, Picture } from '../picture';

/** The eighteenth birthday; of somebody born on 29 February the first of March where the year has no such day. */
export const eighteenOn = (born: CivilDate): CivilDate => {
  const birthday = `${String(Number(born.slice(0, 4)) + 18).padStart(4, '0')}${born.slice(4)}`;
  return isCivilDate(birthday) ? birthday : `${birthday.slice(0, 5)}03-01`;
};

const wordsOf = (days: number): string => {
  if (days < 0) return 'turned eighteen';
  return days === 0 ? 'turns eighteen today' : `days to eighteen`;
};

const of = (picture: Picture): Finding => {
  const told = picture.records.flatMap(({ dateOfBirth, owner }) =>
    dateOfBirth === undefined ? [] : [{ owner, day: eighteenOn(dateOfBirth) }],
  );
  const days = [...new Set(told.map(({ day }) => day))].sort();
  if (days.length === 0) return notKnown('No date of birth that you may see is on record.');
  return {
    state: 'found',
    says:
      days.length === 1
        ? 'By the date of birth on record.'
        : 'The records do not agree on the date of birth.',
    values: days.map((on) => {
      const left = daysBetween(picture.today, on);
      const by = told.filter(({ day }) => day === on).map(({ owner }) => picture.nameOf(owner));
      const text = `as told by ${[...new Set(by)].join(', ')}`;
      return left > 0 ? { label: wordsOf(left), count: left, on, text } : { label: wordsOf(left), on, text };
    }),
    facts: [],
  };
};

export const daysToEighteen: Indicator = {
  name: 'days-to-eighteen',
  title: 'Days to eighteen',
  definition:
    'How many days are left to the eighteenth birthday by each date of birth on record, in London dates; the birthday itself is day nought. Of a child born on 29 February the birthday is the first of March where the year has no such day. Records that disagree are both shown.',
  window: 'Today.',
  group: 'identity',
  notifications: [],
  of,
};
