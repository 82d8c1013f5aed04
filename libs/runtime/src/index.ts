export * from './decision/order';
export * from './decision/decision.runner';
export * from './decision/notice.runner';
export { FactLog } from './decision/fact-log';
export { FactShelf } from './decision/fact-shelf';
export { RandomIds, SystemClock } from './decision/system-clock';
export * from './intake/intake-action';
export * from './intake/intake.service';
export * from './intake/submission-answer';
export { answerWith } from './intake/answer-with';
export * from './intake/receipt-issuer';
export { entryToTakeOn, takenOn } from './intake/taken-on.rule';
export { canonicalJson, dutyIdOf, entryIdOf, entryKey, sha256, uuidFrom } from './intake/digest';
export type { BatchAnswer } from './intake/batch.service';
export { Submitted, toActor, toIdempotencyKey, toSubmission } from './intake/submission-of-request';
export { CurrentReader, Public, Roles } from './access/access.decorators';
export {
  CurrentPurpose,
  CurrentReading,
  PURPOSE_HEADER,
  purposeMissing,
  purposeOr,
  toPurpose,
} from './access/current-purpose';
export type { Reading } from './access/current-purpose';
export { Code, CodeList, GssField, PostcodeField, RefField, Text, TextList } from './fields/text.fields';
export { CivilDateField, InstantField, toInstant } from './fields/time.fields';
export { Count, Flag } from './fields/number.fields';
export { Nested, NestedList } from './fields/nested.fields';
export { field } from './fields/field';
export type { FieldOptions, FieldRule } from './fields/field';
export { bodyProblem, checked } from './validation/check';
export { BodyLimits } from './validation/body-shape';
export * from './problems/problem-error';
export { toProblem, toProblemBody } from './problems/problem-body';
export type { ProblemBody } from './problems/problem-body';
export * from './subscription/reaction';
export * from './subscription/subscription.runner';
export * from './subscription/subscription.tokens';
export { WorkShare } from './work/work-share';
export type { Work } from './work/work-group';
export { tokenIdOf } from './access/token-id';
export { asSystem, readerContext } from './access/reader-context';
export * from './view/projection';
export * from './view/view.runner';
export * from './http/cursor';
export * from './http/create-http-app';
export { SafeLog } from './logging/safe-log';
export type { LogFields } from './logging/safe-log';
export * from './logging/create-log';
export { atMostEvery } from './metrics/collected-gauge';
export type { Collect, Gauged } from './metrics/collected-gauge';
export { inSpan } from './tracing/span';
export type { SpanFields } from './tracing/span';
export { pause } from './subscription/pause';
export { LagWatch } from './metrics/lag-watch';
export { ManagementServer } from './metrics/management.server';
export type { ManagementAddress } from './metrics/management.server';
export { METRIC_NAMES } from './metrics/metric-names';
export type { MetricName } from './metrics/metric-names';
export { Metrics } from './metrics/metrics';
export * from './config/parse-config';
export * from './config/server.settings';
export * from './config/server-config';
export * from './config/duty.settings';
export * from './config/gathering.settings';
export { toReceiversConfig } from './config/receivers.settings';
export type { ReceiversConfig } from './config/receivers.settings';
export { gatheringChannels, mailSecrets } from './config/gathering-channels';
export { toAccessConfig } from './config/access.settings';
export type { AccessConfig } from './config/access.settings';
export * from './config/life.settings';
export * from './config/engine.settings';
export * from './config/engine-config';
export * from './http/run-server';
export { ApiRead } from './openapi/api-read';
export { buildOpenApi } from './openapi/build-openapi';
export * from './runtime.tokens';
export * from './runtime.module';
