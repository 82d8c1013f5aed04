import { FactTooLarge, MAX_FACT_BYTES } from '@ibex/kernel';
import type { NewFact, RecordedFact } from '@ibex/kernel';
import type { WrittenFact } from './append-protocol';
import type { FactRow } from './log-file';

/** UTF-8 takes at most three bytes for one unit of a JavaScript text, so short texts need no counting. */
const bytesOf = (texts: readonly string[]): number => {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  return units * 3 <= MAX_FACT_BYTES ? units : texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
};

/** A fact as text. Throws FactTooLarge. */
export const toWritten = (fact: NewFact): WrittenFact => {
  const data = JSON.stringify(fact.data);
  const metadata = JSON.stringify(fact.metadata);
  const sealed = fact.sealed ?? null;
  const bytes = bytesOf([data, metadata, sealed ?? '']);
  if (bytes > MAX_FACT_BYTES) throw new FactTooLarge(fact.type, bytes, MAX_FACT_BYTES);
  return [fact.id, fact.type, fact.recordedAt, data, sealed, metadata];
};

/** The fact of a row, the same whether it comes from the file or was just appended. */
export const toRecorded = (row: FactRow): RecordedFact => {
  const [position, stream, category, revision, id, type, recordedAt, data, sealed, metadata] = row;
  const open = {
    id,
    type,
    data: JSON.parse(data) as RecordedFact['data'],
    metadata: JSON.parse(metadata) as RecordedFact['metadata'],
    recordedAt,
    stream,
    category,
    revision,
    position,
  };
  return sealed === null ? open : { ...open, sealed };
};
