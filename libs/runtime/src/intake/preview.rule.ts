import type { Addressee, DutyChange, DutyOpened, RecordedFact } from '@ibex/kernel';
import type { Definitions } from '../runtime.tokens';
import type { Plain } from '../openapi/plain';
import type { DutyPreviewed } from './preview.dto';

/** An authority that several facts of one order tell is shown as the first of them tells it. */
export const eachOnce = (addressees: readonly Addressee[]): readonly Addressee[] =>
  addressees.filter(
    ({ authority }, at) => addressees.findIndex((other) => other.authority === authority) === at,
  );

const isOpened = (change: DutyChange): change is DutyOpened => change.change === 'opened';

type Telling = Readonly<{ fact: RecordedFact; earlier: readonly RecordedFact[] }>;

/** Duties that a fact would begin, as far as they are this authority's or owed to it. */
export const dutiesBegun = (
  definitions: Definitions,
  { fact, earlier }: Telling,
  authority: string,
): readonly Plain<DutyPreviewed>[] => {
  const definition = definitions.find(({ facts }) => fact.type in facts);
  const changes = definition?.deadlines(fact, earlier) ?? [];
  // what the fact itself meets, such as to tell the host, is not still to do
  const settled = new Set(changes.filter((change) => !isOpened(change)).map(({ key }) => key));
  return changes
    .filter(isOpened)
    .filter(({ key }) => !settled.has(key))
    .filter(({ owedBy, owedTo }) => owedBy === authority || owedTo === authority)
    .map(({ text, owedBy, dueAt, targetAt, source }) => ({
      ...{ text, owedBy, source },
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(targetAt === undefined ? {} : { targetAt }),
    }));
};
