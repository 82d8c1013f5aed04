import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, DIGESTS, IDS, RevisionConflict, londonDateOf } from '@ibex/kernel';
import type {
  Clock,
  Digests,
  ExpectedRevision,
  Fact,
  Ids,
  NewFact,
  NotedRead,
  ReadLedger,
  Reader,
  RecordShown,
} from '@ibex/kernel';
import { FactLog, toActor } from '@ibex/runtime';
import { readDecider } from './domain/read.decider';
import type { NoteList, NoteLook } from './domain/read.decider';
import { LOOK_CATEGORY, READ_CATEGORY } from './domain/read.events';
import { KnownLooks } from './known-looks';
import { inLists } from './listed.rule';

/** One call of `note`: all its facts share the correlation, so that what was shown together can be found together. */
type Noting = Readonly<{ reader: Reader; read: NotedRead; at: string; correlationId: string }>;
type Appending = Readonly<{ stream: string; expected: ExpectedRevision; recordRef?: string }>;

const once = (shown: readonly RecordShown[]): readonly RecordShown[] => [
  ...new Map(shown.map((each) => [each.recordRef, each])).values(),
];

const factOf = (command: NoteLook | NoteList, isTold: boolean, listed: ReadonlyMap<string, string>): Fact => {
  const decision = readDecider.decide(command, { isTold, listed }, '');
  const [fact] = decision.outcome === 'accepted' ? decision.facts : [];
  // the decider refuses nothing; were it to, nothing may be shown
  if (!fact) throw new Error('a read was not put on record');
  return fact;
};

/** Puts reads on record, each in one append; those that come together share a flush of the log. */
@Injectable()
export class RecordedReads implements ReadLedger {
  private readonly told = new KnownLooks<true>();
  private readonly listed = new KnownLooks<string>();

  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  async note(reader: Reader, read: NotedRead): Promise<void> {
    const noting = { reader, read, at: this.clock.now(), correlationId: this.ids.next() };
    const shown = once(read.shown);
    await (read.asList ? this.noteList(noting, shown) : this.noteEach(noting, shown));
  }

  private async noteEach(noting: Noting, shown: readonly RecordShown[]): Promise<void> {
    await Promise.all(shown.map((record) => this.noteLook(noting, record)));
  }

  private async noteLook(noting: Noting, { recordRef, owner, basis }: RecordShown): Promise<void> {
    const { authority } = noting.reader;
    const { what, purpose } = noting.read;
    const place = this.digests.uuidFrom(`${recordRef}\n${londonDateOf(noting.at)}\n${authority}`);
    const data = { by: authority, owner, what, purpose, basis };
    const append = async (isTold: boolean): Promise<void> => {
      const fact = factOf({ type: 'NoteLook', data }, isTold, new Map());
      const isFirst = fact.type === 'RecordRead';
      const stream = `${isFirst ? READ_CATEGORY : LOOK_CATEGORY}-${place}`;
      await this.append(noting, fact, { stream, expected: isFirst ? 'none' : 'any', recordRef });
    };
    if (owner === authority || this.told.get(place)) return append(true);
    try {
      await append(false);
    } catch (error) {
      // a colleague, here or in another process, was first that day
      if (!(error instanceof RevisionConflict)) throw error;
      await append(true);
    }
    this.told.learn(place, true);
  }

  private async noteList(noting: Noting, shown: readonly RecordShown[]): Promise<void> {
    const { authority, person } = noting.reader;
    const day = londonDateOf(noting.at);
    const stream = `${LOOK_CATEGORY}-${this.digests.uuidFrom(`lists\n${day}\n${authority}\n${person}`)}`;
    const lists = inLists(noting.read, shown, (text) => this.digests.sha256(text));
    await Promise.all(
      lists.map(async (data) => {
        const name = `${stream}\n${data.digest}`;
        const sameAs = this.listed.get(name);
        const listed = new Map(sameAs === undefined ? [] : [[data.digest, sameAs]]);
        const fact = factOf({ type: 'NoteList', data }, true, listed);
        const id = await this.append(noting, fact, { stream, expected: 'any' });
        if (sameAs === undefined) this.listed.learn(name, id);
      }),
    );
  }

  private async append(
    noting: Noting,
    fact: Fact,
    { stream, expected, recordRef }: Appending,
  ): Promise<string> {
    const id = this.ids.next();
    const draft: NewFact = {
      id,
      type: fact.type,
      data: { ...fact.data },
      metadata: {
        ...{ commandId: id, commandDigest: id, correlationId: noting.correlationId, schemaVersion: 1 },
        actor: toActor(noting.reader),
        ...(recordRef === undefined ? {} : { recordRef }),
      },
      recordedAt: noting.at,
    };
    await this.log.append(stream, expected, [draft], 'NoteRead');
    return id;
  }
}
