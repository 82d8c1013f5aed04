// The third door: who does not open it needs no kafkajs.
export { KafkaNoticeSource } from '@ibex/adapters/kafka/receiving';
export type {
  KafkaConnection,
  KafkaLog,
  KafkaSourceOptions,
  KafkaTls,
  OauthSettings,
  ScramSettings,
} from '@ibex/adapters/kafka/receiving';
