import type { Reader } from '@ibex/kernel';
import { Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { AskedMoments } from './asked-moment';
import type { AskedMoment } from './asked-moment';
import type { ChronologyFilter } from './child-chronology.dto';
import type { ShownLine } from './child-chronology.showing';
import { ChronologyStories, shownAt } from './chronology-story';
import type { SeenStory } from './chronology-story';
import { KnownThen, refuseOthersKnowledge } from './known-then';
import type { SeenEntry } from './seen-entries.rule';
import { SeenRecords } from './seen-records';
import type { SeenRecord } from './seen-records';

/** Which records a reader may see of the child asked for, the asked one first, and as of when. */
export type Seen = Readonly<{ moment: AskedMoment; records: readonly SeenRecord[] }>;

/** All that a reader may see of a child at a moment. `stories`: one a record, in the same order. */
export type History = Readonly<{
  moment: AskedMoment;
  stories: readonly SeenStory[];
  shown: readonly SeenEntry[];
  lines: readonly ShownLine[];
}>;

@Injectable()
export class ChronologyHistory {
  constructor(
    private readonly moments: AskedMoments,
    private readonly records: SeenRecords,
    private readonly stories: ChronologyStories,
    private readonly known: KnownThen,
  ) {}

  /** Throws the one 404, and the problems of a question that cannot be answered: after it, something is shown. */
  async open(reader: Reader, recordRef: string, asked: Plain<ChronologyFilter>): Promise<Seen> {
    const moment = this.moments.of(asked);
    const records = await this.records.of(reader, recordRef, moment);
    refuseOthersKnowledge(reader, records, moment);
    return { moment, records };
  }

  async of(reader: Reader, { moment, records }: Seen): Promise<History> {
    const stories = await this.stories.of(reader, records);
    const lines = await this.known.linesOf(reader, stories, moment);
    if (moment.knownTo === undefined) return { moment, stories, lines, shown: shownAt(stories, moment) };
    const shown = lines.flatMap(({ kind, entry }) => (kind === 'notice' ? [entry] : []));
    return { moment, stories, lines, shown };
  }
}
