export * from './matcher';
export * from './evaluation/evaluate-tables';
export type { Agreement, AtThreshold, Evaluation } from './evaluation/evaluate';
export type { Table } from './evaluation/truth';
export type { FieldModel, Model } from './model';
export type { Person, PersonField } from './person';
export type { Reason } from './weighing';
export { CHILDREN } from './children';
