import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate, DutyOpened, RecordedFact } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';

/** The date of a duty as its type's rule gives it once these days are no working days. */
export const recountedDueAt = (
  definitions: Definitions,
  facts: readonly RecordedFact[],
  of: Readonly<{ key: string; proclaimed: ReadonlySet<CivilDate> }>,
): string | undefined => {
  const rule = definitions.find(({ category }) => category === facts[0]?.category)?.deadlines;
  const changes = facts.flatMap((fact, at) => rule?.(fact, facts.slice(0, at), of.proclaimed) ?? []);
  const duty = changes.findLast(
    (change): change is DutyOpened => change.change === 'opened' && change.key === of.key,
  );
  return duty?.dueAt ?? duty?.targetAt;
};

/** Asks the type's rule again, with the notice as it is on record. */
@Injectable()
export class DutyDates {
  constructor(
    private readonly log: FactLog,
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
  ) {}

  async dueAt(
    { stream, key }: Readonly<{ stream: string; key: string }>,
    proclaimed: readonly CivilDate[],
  ): Promise<string | undefined> {
    const facts = await this.log.readStream(stream);
    return recountedDueAt(this.definitions, facts, { key, proclaimed: new Set(proclaimed) });
  }
}
