import { AccessSettings } from './access.settings';
import { IsInt, IsOptional, IsUrl, Max, Min } from 'class-validator';

const A_DAY_SECONDS = 24 * 3_600;
const A_DAY_MINUTES = 24 * 60;

/** How often the exchange shows that it is alive and that notices arrive; the same for every process. */
export class LifeSettings extends AccessSettings {
  /** Seconds between two signs of life on each webhook and topic; 0: none. */
  @IsInt()
  @Min(0)
  @Max(A_DAY_SECONDS)
  readonly IBEX_HEARTBEAT_SECONDS: number = 300;

  /** Minutes between two canaries, which travel the way of a notice and are timed; 0: only when the operator sends one. */
  @IsInt()
  @Min(0)
  @Max(A_DAY_MINUTES)
  readonly IBEX_CANARY_MINUTES: number = 0;

  /** Where canaries are also posted as a webhook: an endpoint of the operator's own; left out: nowhere. */
  @IsOptional()
  @IsUrl({ require_protocol: true, protocols: ['https'] }, { message: 'give an https URL of your own' })
  readonly IBEX_CANARY_WEBHOOK?: string;
}

export type LifeConfig = Readonly<{
  heartbeatMs: number;
  canaryMs: number;
  canaryWebhook: string | undefined;
}>;

export const toLifeConfig = (settings: Readonly<LifeSettings>): LifeConfig => ({
  heartbeatMs: settings.IBEX_HEARTBEAT_SECONDS * 1_000,
  canaryMs: settings.IBEX_CANARY_MINUTES * 60_000,
  canaryWebhook: settings.IBEX_CANARY_WEBHOOK,
});
