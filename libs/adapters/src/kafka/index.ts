export * from './binding/cloud-event';
export * from './binding/kafka-record';
export * from './binding/received-record';
export * from './bus/kafka-bus';
export * from './kafka.module';
export * from './kafka.settings';
