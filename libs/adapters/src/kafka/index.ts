export * from './binding/cloud-event';
export * from './binding/kafka-record';
export * from './binding/received-record';
