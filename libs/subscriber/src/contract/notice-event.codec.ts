import { IbexError } from '@ibex/kernel';
import type { NoticeData, NoticeEvent } from './notice-event';

type Fields = Readonly<Record<string, unknown>>;

/** An event that does not have the form of a notice. Names the field and quotes nothing. */
export class NotANotice extends IbexError {
  constructor(field: string) {
    super('subscriber/not-a-notice', `the event is not a notice: ${field} is missing or of another kind`);
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const fieldsOf = (parent: Fields, name: string): Fields => {
  const value = parent[name];
  if (!isFields(value)) throw new NotANotice(name);
  return value;
};

const checkTexts = (parent: Fields, names: readonly string[]): void => {
  const missing = names.find((name) => typeof parent[name] !== 'string' || parent[name] === '');
  if (missing !== undefined) throw new NotANotice(missing);
};

const checkOptional = (parent: Fields, names: readonly string[]): void => {
  const odd = names.find((name) => parent[name] !== undefined && typeof parent[name] !== 'string');
  if (odd !== undefined) throw new NotANotice(odd);
};

const checkData = (data: Fields): void => {
  const texts = ['kind', 'urgency', 'capacity', 'from', 'occurredAt'] satisfies (keyof NoticeData)[];
  checkTexts(data, texts);
  checkOptional(data, ['duty', 'due', 'sealed']);
  checkTexts(fieldsOf(data, 'basis'), ['text', 'source']);
  checkTexts(fieldsOf(data, 'links'), ['detail', 'acknowledgement']);
};

/** Throws NotANotice. What a later exchange adds is let through. */
export const toNoticeEvent = (event: Fields): NoticeEvent => {
  if (event['specversion'] !== '1.0') throw new NotANotice('specversion');
  checkTexts(event, ['id', 'source', 'type', 'subject', 'time']);
  checkOptional(event, ['dataschema']);
  const { sequence } = event;
  if (!Number.isSafeInteger(sequence) || Number(sequence) < 1) throw new NotANotice('sequence');
  checkData(fieldsOf(event, 'data'));
  return event as NoticeEvent;
};
