import { Inject, Injectable, Optional } from '@nestjs/common';
import { DIGESTS, MEMBERSHIPS, categoryOf, isLiveFor } from '@ibex/kernel';
import type {
  Digests,
  Memberships,
  NewEntry,
  NotificationDefinition,
  Position,
  RecordedFact,
} from '@ibex/kernel';
import { FactLog, entryKey } from '@ibex/runtime';
import { tellingOf } from './addressed.rule';
import { toEntry } from './entry';

type Joined = Readonly<{ gss: string; before: Position }>;

/** An authority can only be told of a notice in which its code stands, as sender or anywhere in the open part. */
const mentions = ({ data, metadata }: RecordedFact, gss: string): boolean =>
  metadata.actor.authority === gss || JSON.stringify(data).includes(gss);

/** What an authority that joins finds in its mailbox: every notice still live that law tells it of. */
@Injectable()
export class Joining {
  constructor(
    private readonly log: FactLog,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
    @Optional() @Inject(MEMBERSHIPS) private readonly memberships?: Pick<Memberships, 'changeIn'>,
  ) {}

  /**
   * Entries for the facts before this one, in the order of the log; none where it lets nobody in. From the facts before
   * it alone, so that a router killed here does the same again.
   */
  async entriesFor(
    fact: RecordedFact,
    definitions: readonly NotificationDefinition[],
  ): Promise<readonly NewEntry[]> {
    const change = this.memberships?.changeIn(fact);
    if (!change?.member) return [];
    const joined = { gss: change.gss, before: change.position };
    const byCategory = new Map(definitions.map((definition) => [definition.category, definition]));
    const entries: NewEntry[] = [];
    for (const stream of await this.streamsNaming(joined, [...byCategory.keys()])) {
      const definition = byCategory.get(categoryOf(stream));
      if (definition) entries.push(...(await this.liveIn(stream, definition, joined)));
    }
    return entries.sort((one, other) => one.position - other.position);
  }

  private async streamsNaming({ gss, before }: Joined, categories: string[]): Promise<ReadonlySet<string>> {
    const streams = new Set<string>();
    for await (const facts of this.log.readAll({ filter: { categories } })) {
      for (const fact of facts) if (fact.position < before && mentions(fact, gss)) streams.add(fact.stream);
      if ((facts.at(-1)?.position ?? before) >= before) break;
    }
    return streams;
  }

  private async liveIn(
    stream: string,
    definition: NotificationDefinition,
    { gss, before }: Joined,
  ): Promise<readonly NewEntry[]> {
    const notice = (await this.log.readStream(stream)).filter(({ position }) => position < before);
    return isLiveFor(gss, definition, notice) ? this.entriesIn(notice, definition, gss) : [];
  }

  private entriesIn(
    notice: readonly RecordedFact[],
    definition: NotificationDefinition,
    gss: string,
  ): readonly NewEntry[] {
    return notice.flatMap((fact, at) => {
      const earlier = notice.slice(0, at);
      const telling = tellingOf(definition, fact, earlier);
      const addressee = telling?.addressees.find(({ authority }) => authority === gss);
      if (!telling || !addressee) return [];
      return [toEntry({ fact, earlier, telling }, addressee, this.digests.uuidFrom(entryKey(fact.id, gss)))];
    });
  }
}
