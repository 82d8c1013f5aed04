import { IsInt, Max, Min } from 'class-validator';

const A_WEEK_MINUTES = 7 * 24 * 60;
const A_WEEK_HOURS = 7 * 24;
const A_YEAR_DAYS = 366;

/** What authorities subscribe to, and what they are told of receivers of theirs that fail. */
export class ReceiverSettings {
  /** Subscriptions that an authority may have open. */
  @IsInt()
  @Min(1)
  @Max(1_000)
  readonly IBEX_SUBSCRIPTIONS_PER_AUTHORITY: number = 50;

  /** Minutes that a receiver may fail before its authority is told in its mailbox. */
  @IsInt()
  @Min(1)
  @Max(A_WEEK_MINUTES)
  readonly IBEX_RECEIVER_TROUBLE_MINUTES: number = 60;

  /** Hours after which it is told again, for as long as it lasts. */
  @IsInt()
  @Min(1)
  @Max(A_WEEK_HOURS)
  readonly IBEX_RECEIVER_TROUBLE_AGAIN_HOURS: number = 24;

  /** Days for which tries to reach receivers are kept. */
  @IsInt()
  @Min(1)
  @Max(A_YEAR_DAYS)
  readonly IBEX_ATTEMPTS_KEPT_DAYS: number = 30;
}

export type ReceiversConfig = Readonly<{
  mostPerAuthority: number;
  trouble: Readonly<{ afterMs: number; againAfterHours: number }>;
  attemptsKeptDays: number;
}>;

export const toReceiversConfig = (settings: Readonly<ReceiverSettings>): ReceiversConfig => ({
  mostPerAuthority: settings.IBEX_SUBSCRIPTIONS_PER_AUTHORITY,
  trouble: {
    afterMs: settings.IBEX_RECEIVER_TROUBLE_MINUTES * 60_000,
    againAfterHours: settings.IBEX_RECEIVER_TROUBLE_AGAIN_HOURS,
  },
  attemptsKeptDays: settings.IBEX_ATTEMPTS_KEPT_DAYS,
});
