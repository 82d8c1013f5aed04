import { MAILBOX } from '@ibex/kernel';
import type { Mailbox, Reader } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { notYoursToAsk } from './asked-moment';
import type { AskedMoment } from './asked-moment';
import { linesAt } from './chronology-story';
import type { SeenStory } from './chronology-story';
import type { ShownLine } from './child-chronology.showing';
import { knownLines } from './known-to.rule';
import type { SeenRecord } from './seen-records';

/**
 * An authority may ask what it knew itself; of another only where a record is its own, since it is the one that told.
 * Throws the 403 problem where none is.
 */
export const refuseOthersKnowledge = (
  { authority }: Reader,
  records: readonly SeenRecord[],
  { knownTo }: AskedMoment,
): void => {
  if (knownTo === undefined || knownTo === authority) return;
  if (!records.some(({ sight }) => sight.sight === 'owner')) throw notYoursToAsk();
};

/** What had reached an authority by a moment, of what the reader may see. */
@Injectable()
export class KnownThen {
  constructor(@Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>) {}

  /** Everything on record, where nobody's knowledge is asked for. */
  async linesOf(
    { authority }: Reader,
    stories: readonly SeenStory[],
    moment: AskedMoment,
  ): Promise<readonly ShownLine[]> {
    const { knownTo, until } = moment;
    if (knownTo === undefined) return linesAt(stories, moment);
    const asked = knownTo === authority ? stories : stories.filter(({ by }) => by.sight.sight === 'owner');
    const streams = [...new Set(asked.flatMap(({ of }) => of.shown.map(({ row }) => row.stream)))];
    // the owner of a record may ask how far any notice about it got, whoever sent it
    const told = await asSystem(() => Promise.all(streams.map((each) => this.mailbox.entriesOfStream(each))));
    const known = {
      ...{ authority: knownTo, until },
      entries: told.flat().filter((entry) => entry.authority === knownTo),
      steps: asked.flatMap(({ of }) => of.steps),
    };
    return knownLines(linesAt(asked, moment), known);
  }
}
