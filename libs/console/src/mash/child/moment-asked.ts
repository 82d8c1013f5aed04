import { instantTyped } from '../../frame/typed-times';

/** As the exchange takes it, and as it was typed. */
export type MomentAsked = Readonly<{
  asKnownAt?: string;
  day: string;
  time: string;
  fault?: string;
}>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const START_OF_DAY = '00:00';
const END_OF_DAY = '23:59';
const ASK_AGAIN = 'Enter a day like 3 3 2025, and a time like 2:14am or leave it empty';
const TO_COME = 'Enter a day and time that are over: nobody knows yet what will be known then';

/** The end of a day that has begun and is not over is now. */
const typedMoment = (day: string, time: string, now: string): string | undefined => {
  if (time !== '') return instantTyped(day, time);
  const [begins, ends] = [instantTyped(day, START_OF_DAY), instantTyped(day, END_OF_DAY)];
  if (begins === undefined || ends === undefined) return undefined;
  return begins <= now && ends > now ? now : ends;
};

/** Of which moment the knowledge is asked for; nothing typed: of now. A day alone: as known when it ended, or by now. */
export const momentAsked = (query: Readonly<Record<string, unknown>>, now: string): MomentAsked => {
  const [day, time] = [textOf(query['day']), textOf(query['time'])];
  if (day === '' && time === '') return { day, time };
  const at = typedMoment(day, time, now);
  if (at === undefined) return { day, time, fault: ASK_AGAIN };
  return at > now ? { day, time, fault: TO_COME } : { day, time, asKnownAt: at };
};
