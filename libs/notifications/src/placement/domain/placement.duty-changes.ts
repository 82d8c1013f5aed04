import { startOfLondonDay } from '@ibex/kernel';
import type { CivilDate, DutyChange, Instant } from '@ibex/kernel';
import { duties, endNotice } from './placement.duties';
import type { Stay } from './placement.duties';

type Met = Extract<DutyChange, { change: 'met' }>;

export const met = (key: string, at: Instant): Met => ({ change: 'met', key, at });

export const voidAll = (keys: readonly string[], because: string): readonly DutyChange[] =>
  keys.map((key) => ({ change: 'void', key, because }));

/** Done outside the exchange on a London date: met as that day began, never later than it was posted. */
export const metOn = (date: CivilDate, postedAt: Instant): Instant => {
  const at = startOfLondonDay(date);
  return at < postedAt ? at : postedAt;
};

/** When the area authority knew: by this post if the exchange can tell it, or by other means before. */
const findToldAt = (stay: Stay, otherwiseOn: CivilDate | undefined): Instant | undefined => {
  if (otherwiseOn !== undefined) return metOn(otherwiseOn, stay.postedAt);
  return stay.host.kind === 'authority' ? stay.postedAt : undefined;
};

/** A stay begins: its duties, with the telling met where the host is told. */
export const begin = (stay: Stay | undefined, toldOtherwiseOn?: CivilDate): readonly DutyChange[] => {
  if (!stay) return [];
  const at = findToldAt(stay, toldOtherwiseOn);
  return duties(stay).flatMap((duty) =>
    at !== undefined && duty.kind === 'tell-host' ? [duty, met(duty.key, at)] : [duty],
  );
};

/** A stay ends: the notice of its end, met where the host is told. */
export const finish = (
  stay: Stay | undefined,
  endedOn: CivilDate,
  toldOtherwiseOn?: CivilDate,
): readonly DutyChange[] => {
  if (!stay) return [];
  const at = findToldAt(stay, toldOtherwiseOn);
  return endNotice(stay, endedOn).flatMap((duty) => (at === undefined ? [duty] : [duty, met(duty.key, at)]));
};
