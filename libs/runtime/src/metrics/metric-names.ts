/** Every measure of our own; dashboards and alerts are checked against it. `nodejs_…` and `process_…` come besides. */
export const METRIC_NAMES = [
  'ibex_commands_accepted_total',
  'ibex_commands_refused_total',
  'ibex_append_seconds',
  'ibex_http_request_seconds',
  'ibex_follower_lag_seconds',
  'ibex_follower_failures',
  'ibex_leases_held',
  'ibex_mailbox_lag_entries',
  'ibex_mailbox_lag_seconds',
  'ibex_channel_failing_seconds',
  'ibex_channel_set_aside_total',
  'ibex_sealing_key_seconds_left',
  'ibex_duties_late',
  'ibex_feeds_silent',
  'ibex_canary_seconds',
  'ibex_canary_missed',
] as const;
export type MetricName = (typeof METRIC_NAMES)[number];
