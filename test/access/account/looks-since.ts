import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, RecordedFact } from '@ibex/kernel';
import type { By, ExchangeInProcess } from '../../support/exchange-in-process';

/** One look as the log has it. `why`: purpose and basis, both with words in them. */
export type LookOnRecord = Readonly<{ recordRefs: readonly string[]; why: readonly string[] }>;

type Fields = Readonly<Record<string, unknown>>;
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value as Fields).flatMap(textsOf)
      : [];

const toLook = ({ data, metadata }: RecordedFact): LookOnRecord => {
  const { purpose, basis, bases, shown } = data;
  const listed = Array.isArray(shown)
    ? (shown as readonly (readonly unknown[])[]).map(([ref]) => String(ref))
    : [];
  const opened = Array.isArray(bases) ? textsOf(bases) : textsOf(basis);
  return {
    recordRefs: [...listed, ...(metadata.recordRef === undefined ? [] : [metadata.recordRef])],
    why: [...textsOf(purpose), ...opened],
  };
};

/** What was put on record of one person's looks after a place of the log; the same list again as what it points to. */
export const looksSince = async (
  exchange: ExchangeInProcess,
  after: number,
  [authority, , person]: By,
): Promise<readonly LookOnRecord[]> => {
  const all: RecordedFact[] = [];
  const filter = { categories: ['reads', 'looks'] };
  for await (const facts of exchange.part<EventStore>(EVENT_STORE).readAll({ filter })) all.push(...facts);
  const byThem = all.filter(
    ({ position, metadata: { actor } }) =>
      position > after && actor.authority === authority && actor.person === person,
  );
  const meant = byThem.map((fact) => all.find(({ id }) => id === fact.data['sameAs']) ?? fact);
  return meant.map(toLook);
};
