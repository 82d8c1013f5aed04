import { READ_LEDGER } from '@ibex/kernel';
import type { Purpose, ReadLedger, Reader } from '@ibex/kernel';
import { notFound, purposeOr } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '../shared/plain';
import { present } from '../shared/present';
import { ViewAnswers } from '../shared/view-answers';
import type { ChronologyAnswer, ChronologyFilter } from './child-chronology.dto';
import { CHRONOLOGY_SCHEMA } from './child-chronology.schema';
import { ChronologyHistory } from './chronology-history';
import type { History } from './chronology-history';
import { ChronologyPages } from './chronology-page';
import { toSightShown } from './record-shown';
import { basisOf } from './seen-entries.rule';

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
    const [view, history] = await Promise.all([
      this.answers.stateOf(CHRONOLOGY_SCHEMA),
      this.history.of(reader, recordRef, asked),
    ]);
    const sight = history.stories[0]?.by.sight.sight;
    if (sight === undefined) throw notFound();
    const [{ gapsWith, ...page }, completeness] = await Promise.all([
      this.pages.of(history, asked),
      this.answers.completenessOf({ feeds: this.pages.feedsOf(history), reader: reader.authority }),
      this.note(reader, history, purposeOr(purpose, sight)),
    ]);
    const { asKnownAt, knownTo } = history.moment;
    return {
      ...{ ...view, completeness, recordRef, seenAs: toSightShown(sight) },
      ...present({ asKnownAt, knownTo }),
      ...{ ...page, gaps: await gapsWith(completeness.feeds) },
    };
  }

  /** On record before anything is handed out. */
  private note(reader: Reader, { stories }: History, purpose: Purpose): Promise<void> {
    const shown = stories.map(({ record: { recordRef, owner, sight } }) => ({
      ...{ recordRef, owner },
      basis: basisOf(sight),
    }));
    return this.ledger.note(reader, { what: CHRONOLOGY_SCHEMA.name, purpose, shown });
  }
}
