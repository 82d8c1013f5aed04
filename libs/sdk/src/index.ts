export * from './client/exchange-api';
export type { OwnWrites } from './client/own-writes';
export * from './client/problem';
export type { components, operations, paths } from './contract/api.generated';
export { ReceiptNotValid } from './receipts/receipts';
export type { Receipt, Submitted } from './receipts/receipts';
export * from './tokens/client-credentials';
export {
  JweUnsealer,
  SealingRefused,
  newSealingJwk,
  readSealingJwk,
  sealingKeyFrom,
  writeSealingJwk,
} from '@ibex/adapters/jose/receiving';
export type { SealingFault, SealingKeyKind, SealingPrivateKey } from '@ibex/adapters/jose/receiving';
export { IbexError } from '@ibex/kernel';
export {
  CannotUse,
  ExchangeRefused,
  ExchangeUnavailable,
  FilePlace,
  FileQuarantine,
  FileSeenEvents,
  HEARTBEAT,
  InboxNoticeSource,
  MESSAGES,
  MemoryNoticeSource,
  MemoryQuarantine,
  MemorySeenEvents,
  NotADetail,
  NotANotice,
  StreamNoticeSource,
  Subscriber,
  TryLater,
  UnsafeAddress,
  exchangeAt,
  keptIn,
} from '@ibex/subscriber';
export type {
  Acknowledged,
  Acknowledgement,
  Exchange,
  ExchangeOptions,
  Gap,
  Handler,
  Handlers,
  Heartbeat,
  InboxSourceOptions,
  Kept,
  LifeOptions,
  MessageType,
  Notice,
  NoticeData,
  NoticeDetail,
  NoticeEvent,
  PlaceKept,
  Quarantine,
  Quarantined,
  Redriven,
  SeenEvent,
  SeenEvents,
  Silence,
  StreamSourceOptions,
  SubscriberOptions,
  TokenProvider,
  Trouble,
  Unsealer,
  WhyNoDetail,
} from '@ibex/subscriber';
