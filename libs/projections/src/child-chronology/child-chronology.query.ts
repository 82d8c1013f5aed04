import { READ_LEDGER } from '@ibex/kernel';
import type { Purpose, ReadLedger, Reader } from '@ibex/kernel';
import { notFound, purposeOr } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { present } from '../shared/present';
import { ViewAnswers } from '../shared/view-answers';
import type { ChronologyAnswer, ChronologyFilter } from './child-chronology.dto';
import { CHRONOLOGY_SCHEMA } from './child-chronology.schema';
import { ChronologyHistory } from './chronology-history';
import type { Seen } from './chronology-history';
import { ChronologyPages } from './chronology-page';
import { toSightShown } from './record-shown';
import { basisOf } from '../shared/seen-by.rule';

/** Of whose child, and what for: undefined where it was not said. */
export type AskedChild = Readonly<{ recordRef: string; purpose?: Purpose | undefined }>;

/** The history of one child, over all its records that a reader may see. */
@Injectable()
export class ChronologyQuery {
  constructor(
    private readonly history: ChronologyHistory,
    private readonly pages: ChronologyPages,
    private readonly answers: ViewAnswers,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  /** Throws the one 404 for an unknown record and for one that the reader may not see. */
  async find(
    reader: Reader,
    { recordRef, purpose }: AskedChild,
    asked: Plain<ChronologyFilter>,
  ): Promise<Plain<ChronologyAnswer>> {
    const [view, seen] = await Promise.all([
      this.answers.stateOf(CHRONOLOGY_SCHEMA),
      this.history.open(reader, recordRef, asked),
    ]);
    const sight = seen.records[0]?.sight.sight;
    if (sight === undefined) throw notFound();
    const why = purposeOr(purpose, sight);
    const [, told] = await Promise.all([
      // on record before anything is handed out
      this.note(reader, seen, why),
      this.tell(reader, seen, asked),
    ]);
    const { asKnownAt, knownTo } = seen.moment;
    return {
      ...{ ...view, recordRef, seenAs: toSightShown(sight) },
      ...present({ asKnownAt, knownTo }),
      ...told,
    };
  }

  private async tell(reader: Reader, seen: Seen, asked: Plain<ChronologyFilter>) {
    const history = await this.history.of(reader, seen);
    const [{ gapsWith, ...page }, completeness] = await Promise.all([
      this.pages.of(history, asked),
      this.answers.completenessOf({ feeds: this.pages.feedsOf(history), reader: reader.authority }),
    ]);
    return { completeness, ...page, gaps: await gapsWith(completeness.feeds) };
  }

  private note(reader: Reader, { records }: Seen, purpose: Purpose): Promise<void> {
    const shown = records.map(({ recordRef, owner, sight }) => ({ recordRef, owner, basis: basisOf(sight) }));
    return this.ledger.note(reader, { what: CHRONOLOGY_SCHEMA.name, purpose, shown });
  }
}
