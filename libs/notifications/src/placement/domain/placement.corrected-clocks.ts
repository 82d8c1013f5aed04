import type { DutyChange, DutyOpened } from '@ibex/kernel';
import { findStay, isHostCorrected, staysAfter } from './placement.clocks';
import type { Clocks, Recorded } from './placement.clocks';
import { begin, finish, met, voidAll } from './placement.duty-changes';
import { endNotice, ownersDuties } from './placement.duties';
import type { Stay } from './placement.duties';
import { evolvePlacement } from './placement.state';

type Corrected = Recorded<'PlacementCorrected'>;

/** Another host, or a host at last: it is told now, and what the wrong one owed is void. */
const onOtherHost = (fact: Corrected, { state, stays, open, proclaimed }: Clocks): readonly DutyChange[] => {
  const { endedOn } = fact.data;
  const stay = findStay(evolvePlacement(state, fact), staysAfter(fact, stays), fact.recordedAt, proclaimed);
  const established = open.filter((key) => key === `establish-host-${stays}`);
  const others = open.filter((key) => !established.includes(key));
  const begun = begin(stay);
  return [
    ...established.map((key) => met(key, fact.recordedAt)),
    ...voidAll(others, 'The host authority was corrected'),
    // of a stay that is over when its host is first named, only the telling is left to do
    ...(endedOn === undefined ? begun : begun.filter(({ key }) => key.startsWith('tell-host-'))),
    ...(endedOn === undefined ? [] : finish(stay, endedOn)),
  ];
};

/** The duty with its date as it should have been; met again at the instant at which it was met. */
const setAgain = (duty: DutyOpened, { metAt, open }: Clocks): readonly DutyChange[] => {
  if (open.includes(duty.key)) return [duty];
  const at = metAt[duty.key];
  return at === undefined ? [] : [duty, met(duty.key, at)];
};

const onOtherEnd = (fact: Corrected, stay: Stay, clocks: Clocks): readonly DutyChange[] => {
  const { endedOn, corrected } = fact.data;
  if (!corrected.includes('endedOn')) return [];
  if (endedOn !== undefined) return endNotice(stay, endedOn).flatMap((duty) => setAgain(duty, clocks));
  return voidAll([`end-notice-${clocks.stays}`], 'The placement goes on: its end was posted in error');
};

const MOVES_THE_CLOCK: readonly string[] = ['startsOn', 'changedOn', 'notice'];

/** What a correction does to the clocks: they count from what should have been posted. */
export const correctedClocks = (fact: Corrected, clocks: Clocks): readonly DutyChange[] => {
  if (isHostCorrected(fact)) return onOtherHost(fact, clocks);
  const { state, stays, postedAt, proclaimed } = clocks;
  const stay = findStay(evolvePlacement(state, fact), stays, postedAt, proclaimed);
  if (!stay) return [];
  const isMoved = fact.data.corrected.some((name) => MOVES_THE_CLOCK.includes(name));
  const again = isMoved ? ownersDuties(stay).flatMap((duty) => setAgain(duty, clocks)) : [];
  return [...again, ...onOtherEnd(fact, stay, clocks)];
};
