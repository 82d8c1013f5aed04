import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { LifeSettings } from './life.settings';

const A_WEEK_MINUTES = 7 * 24 * 60;

/** How long duties and notices may rest before somebody is told; the same for every process of an installation. */
export class DutySettings extends LifeSettings {
  /** Of the time of a duty, after which whoever owes it is warned. */
  @IsNumber()
  @Min(0.1)
  @Max(0.99)
  readonly IBEX_DUTY_WARN_SHARE: number = 0.75;

  /** Minutes until the sender of an urgent notice, e.g. of a missing child, is told that nobody has taken it on. */
  @IsInt()
  @Min(1)
  @Max(A_WEEK_MINUTES)
  readonly IBEX_SILENCE_URGENT_MINUTES: number = 15;

  /** The same for a move. */
  @IsInt()
  @Min(1)
  @Max(A_WEEK_MINUTES)
  readonly IBEX_SILENCE_MOVE_MINUTES: number = 4 * 60;

  /** The same for every other notice. */
  @IsInt()
  @Min(1)
  @Max(A_WEEK_MINUTES)
  readonly IBEX_SILENCE_OTHER_MINUTES: number = 24 * 60;
}

export type DutyConfig = Readonly<{
  warnShare: number;
  silenceMinutes: Readonly<{ urgent: number; move: number; other: number }>;
}>;

export const toDutyConfig = (settings: Readonly<DutySettings>): DutyConfig => ({
  warnShare: settings.IBEX_DUTY_WARN_SHARE,
  silenceMinutes: {
    urgent: settings.IBEX_SILENCE_URGENT_MINUTES,
    move: settings.IBEX_SILENCE_MOVE_MINUTES,
    other: settings.IBEX_SILENCE_OTHER_MINUTES,
  },
});
