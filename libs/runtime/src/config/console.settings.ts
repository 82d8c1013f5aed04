import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

const A_DAY_HOURS = 24;
const A_SHIFT_MINUTES = 12 * 60;

/** Pages for people: where they sign in, and for how long. */
export class ConsoleEnvironment {
  /** Whether the embedded exchange shows pages at all. */
  @IsIn(['on', 'off'])
  readonly IBEX_CONSOLE: string = 'on';

  /** JSON list of the places to sign in; see libs/adapters/src/oidc. */
  @IsOptional()
  @IsString()
  readonly IBEX_CONSOLE_SIGN_IN_FILE?: string;

  /** Minutes without a page asked for after which somebody is signed out. */
  @IsInt()
  @Min(1)
  @Max(A_SHIFT_MINUTES)
  readonly IBEX_CONSOLE_IDLE_MINUTES: number = 15;

  /** Hours after which somebody has to sign in again in any case. */
  @IsInt()
  @Min(1)
  @Max(A_DAY_HOURS)
  readonly IBEX_CONSOLE_LONGEST_HOURS: number = 12;
}

export type ConsoleConfig = Readonly<{
  isOn: boolean;
  signInFile: string | undefined;
  times: Readonly<{ idleMs: number; longestMs: number }>;
}>;

export const toConsoleConfig = (settings: Readonly<ConsoleEnvironment>): ConsoleConfig => ({
  isOn: settings.IBEX_CONSOLE === 'on',
  signInFile: settings.IBEX_CONSOLE_SIGN_IN_FILE,
  times: {
    idleMs: settings.IBEX_CONSOLE_IDLE_MINUTES * 60_000,
    longestMs: settings.IBEX_CONSOLE_LONGEST_HOURS * 3_600_000,
  },
});
