import { accept } from '@ibex/kernel';
import type { CivilDate, Decision, Instant } from '@ibex/kernel';
import { isRestrictedPlacement, isSameHost } from '../../shared/domain/host';
import { without } from '../../shared/domain/without';
import { withPersonal } from '../../shared/domain/with-personal';
import type { CorrectPlacement, Corrections } from './placement.commands';
import { findCodeFault, hostShown, isKeptBack, isOwnArea, isTooFarAhead } from './placement.checks';
import type { Fault } from './placement.checks';
import type { Placement, PlacementCorrected } from './placement.events';
import { no } from './placement.refusals';
import type { PlacementRefusal } from './placement.refusals';
import type { Active, Ended, PlacementState } from './placement.state';

/** The open part of a correction: the placement as it should have been, with the dates of its move and end. */
type Corrected = Placement & Readonly<{ changedOn?: CivilDate; endedOn?: CivilDate }>;

const asRecorded = (state: Active | Ended): Corrected => ({
  ...state.placement,
  ...(state.changedOn === undefined ? {} : { changedOn: state.changedOn }),
  ...(state.phase === 'ended' ? { endedOn: state.endedOn } : {}),
});

const apply = (recorded: Corrected, { stillOpen, ...corrections }: Corrections): Corrected => {
  const merged = { ...(stillOpen === true ? without(recorded, 'endedOn') : recorded), ...corrections };
  // restricted by its old type alone: a new type lifts that, unless the owner says otherwise
  const before = recorded.restricted && !isRestrictedPlacement(recorded.placementType);
  const restricted = isKeptBack(corrections.restricted ?? before, merged.placementType);
  return { ...merged, restricted, host: hostShown(merged.host, restricted) };
};

/** Two unknown or two withheld hosts are the same answer here, though nobody knows that they are the same place. */
const isSameAnswer = (one: Corrected, other: Corrected): boolean =>
  isSameHost(one.host, other.host) ||
  (one.host.kind === other.host.kind && (one.host.kind === 'unknown' || one.host.kind === 'withheld'));

const asText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

const namesOfDifferences = (before: Corrected, after: Corrected): readonly string[] => {
  const old = new Map(Object.entries(before));
  const current = new Map(Object.entries(after));
  const names = new Set([...old.keys(), ...current.keys()]);
  return [...names].filter((name) =>
    name === 'host' ? !isSameAnswer(before, after) : asText(old.get(name)) !== asText(current.get(name)),
  );
};

const findPresenceFault = (recorded: Corrected, { changedOn, endedOn }: Corrections): Fault | undefined => {
  if (endedOn !== undefined && recorded.endedOn === undefined) return ['placement/no-end-to-correct'];
  if (changedOn !== undefined && recorded.changedOn === undefined) return ['placement/no-change-to-correct'];
  return undefined;
};

const findOrderFault = ({ startsOn, changedOn, endedOn }: Corrected): Fault | undefined => {
  if (changedOn !== undefined && changedOn < startsOn) return ['placement/changed-before-start'];
  if (endedOn !== undefined && endedOn < startsOn) return ['placement/ends-before-start'];
  if (endedOn !== undefined && changedOn !== undefined && endedOn < changedOn)
    return ['placement/ends-before-change'];
  return undefined;
};

const findDateFault = (after: Corrected, now: Instant): Fault | undefined => {
  const dated = [
    ['startsOn', after.startsOn],
    ['changedOn', after.changedOn],
    ['endedOn', after.endedOn],
  ] as const;
  const far = dated.find(([, date]) => date !== undefined && isTooFarAhead(date, now));
  return far ? ['placement/too-far-ahead', far[0]] : findOrderFault(after);
};

const findCorrectionFault = (before: Corrected, after: Corrected, given: Corrections, now: Instant) =>
  findPresenceFault(before, given) ?? findDateFault(after, now) ?? findCodeFault(after);

/** Anything posted wrong is put right by a fact that carries the whole open part, and told to everyone told before. */
export const correct = (
  { data, personal }: CorrectPlacement,
  state: PlacementState,
  now: Instant,
): Decision<PlacementCorrected, PlacementRefusal> => {
  if (state.phase === 'withdrawn') return no('placement/withdrawn');
  if (state.phase !== 'active' && state.phase !== 'ended') return no('placement/not-active');
  const before = asRecorded(state);
  const after = apply(before, data.corrections);
  const corrected = [...namesOfDifferences(before, after), ...data.personalParts];
  if (isOwnArea(after.host, data.by)) return no('placement/host-is-own-authority');
  const fault = findCorrectionFault(before, after, data.corrections, now);
  if (fault) return no(...fault);
  if (corrected.length === 0) return no('placement/nothing-to-correct');
  const told = { ...after, by: data.by, previousHost: before.host, corrected };
  return accept(withPersonal('PlacementCorrected', told, personal));
};
