import type { Reader } from '@ibex/kernel';
import { Injectable } from '@nestjs/common';
import type { Plain } from '../shared/plain';
import { AskedMoments } from './asked-moment';
import type { AskedMoment } from './asked-moment';
import type { ChronologyFilter } from './child-chronology.dto';
import type { ShownLine } from './child-chronology.showing';
import { ChronologyStories, shownAt } from './chronology-story';
import type { SeenStory } from './chronology-story';
import { KnownThen } from './known-then';
import type { SeenEntry } from './seen-entries.rule';
import { SeenRecords } from './seen-records';

/** All that a reader may see of a child at a moment. `stories`: one a record, the asked one first. */
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

  /** Throws the one 404 for an unknown record and for one that the reader may not see. */
  async of(reader: Reader, recordRef: string, asked: Plain<ChronologyFilter>): Promise<History> {
    const moment = this.moments.of(asked);
    const stories = await this.stories.of(reader, await this.records.of(reader, recordRef, moment));
    const lines = await this.known.linesOf(reader, stories, moment);
    if (moment.knownTo === undefined) return { moment, stories, lines, shown: shownAt(stories, moment) };
    const shown = lines.flatMap(({ kind, entry }) => (kind === 'notice' ? [entry] : []));
    return { moment, stories, lines, shown };
  }
}
