import { IsInt, Max, Min } from 'class-validator';
import { GatheringSettings } from './gathering.settings';

const A_DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/** How long what was opened in need stays open; the same for every process. */
export class AccessSettings extends GatheringSettings {
  /** Minutes for which a record is open to somebody who broke the glass. */
  @IsInt()
  @Min(1)
  @Max(A_DAY_MINUTES)
  readonly IBEX_BREAK_GLASS_MINUTES: number = 240;

  /** Minutes within which an approved fetch of restricted whereabouts has to be taken. */
  @IsInt()
  @Min(1)
  @Max(A_DAY_MINUTES)
  readonly IBEX_RESTRICTED_FETCH_MINUTES: number = 15;
}

export type AccessConfig = Readonly<{ grantMs: number; fetchMs: number }>;

export const toAccessConfig = (settings: Readonly<AccessSettings>): AccessConfig => ({
  grantMs: settings.IBEX_BREAK_GLASS_MINUTES * MINUTE_MS,
  fetchMs: settings.IBEX_RESTRICTED_FETCH_MINUTES * MINUTE_MS,
});
