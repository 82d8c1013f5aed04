// What a receiver outside of the house needs: no server and no Nest behind this door.
export { KafkaNoticeSource } from './consumer/kafka-notice-source';
export type { KafkaSourceOptions } from './consumer/kafka-notice-source';
export type { KafkaConnection, KafkaLog, KafkaTls, OauthSettings, ScramSettings } from './kafka.settings';
