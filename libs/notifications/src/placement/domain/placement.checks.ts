import { addDays, londonDateOf } from '@ibex/kernel';
import type { CivilDate, Instant } from '@ibex/kernel';
import { isLabelOfScale } from '../../shared/domain/exploitation.codes';
import type { KnownRisk } from '../../shared/domain/exploitation.codes';
import { UNKNOWN_HOST, WITHHELD_HOST, isRestrictedPlacement } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';
import { isPlacementTypeValidOn } from '../../shared/domain/ssda903.codes';
import type { PlacementType } from '../../shared/domain/ssda903.codes';
import type { PlacementRefusalCode } from './placement.refusals';

/** What is wrong, and with which field where the refusal itself does not say. */
export type Fault = readonly [code: PlacementRefusalCode, field?: string];

/** Placed for adoption is always restricted; anything else when the owner says so. */
export const isKeptBack = (restricted: boolean, placementType: string | undefined): boolean =>
  restricted || isRestrictedPlacement(placementType);

/** A restricted placement names no host, whatever was posted; one no longer restricted has to name it anew. */
export const hostShown = (host: Host, restricted: boolean): Host => {
  if (restricted) return WITHHELD_HOST;
  return host.kind === 'withheld' ? UNKNOWN_HOST : host;
};

export const isOwnArea = (host: Host, owner: string): boolean =>
  host.kind === 'authority' && host.gss === owner;

/** Plans are made months ahead; a date more than a year away is a slip of the pen. */
const MOST_DAYS_AHEAD = 366;
export const isTooFarAhead = (date: CivilDate, now: Instant): boolean =>
  date > addDays(londonDateOf(now), MOST_DAYS_AHEAD);

type Described = Readonly<{
  startsOn?: CivilDate;
  placementType?: PlacementType;
  known?: KnownRisk;
}>;

/** Codes that do not fit the date of the start or the scale that they are given on. */
export const findCodeFault = ({ startsOn, placementType, known }: Described): Fault | undefined => {
  if (
    startsOn !== undefined &&
    placementType !== undefined &&
    !isPlacementTypeValidOn(placementType, startsOn)
  ) {
    return ['placement/code-not-valid-on-date'];
  }
  if (known?.exploitation && !isLabelOfScale(known.exploitation)) return ['placement/label-not-on-scale'];
  return undefined;
};
