import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { AccessPolicy, Mailbox, Reader, RecordSight, Sight } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { decide } from './need-to-know.rule';
import { sightOfNotice } from './notice-sight.rule';
import { RecordMatter } from './record-matter';
import { ToldRelations } from './told-relations';

/**
 * Sight from what was recorded, at the moment of asking: ownership from the record, what was told from the mailboxes and
 * the notices, grants and restrictions from the log, never from a view that may be behind. Every question asks for all of
 * it, so that a forbidden child and an unknown one take the same way and the same time.
 */
@Injectable()
export class LogAccessPolicy implements AccessPolicy {
  constructor(
    private readonly matter: RecordMatter,
    private readonly told: ToldRelations,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>,
    private readonly log: FactLog,
  ) {}

  async seeRecord(reader: Reader, recordRef: string): Promise<RecordSight> {
    const [matter, told] = await Promise.all([
      this.matter.of(recordRef, reader),
      this.told.between(reader.authority, recordRef),
    ]);
    const decided = decide({ ...matter, reader, relations: [...told, ...matter.granted] });
    if (decided.sight === 'none' || !matter.record) return decided;
    return { ...decided, owner: matter.record.owner };
  }

  async sightOfRecord(reader: Reader, recordRef: string): Promise<Sight> {
    return (await this.seeRecord(reader, recordRef)).sight;
  }

  async sightOfNotice(reader: Reader, stream: string): Promise<Sight> {
    const [[opening], entries] = await Promise.all([
      this.log.readStream(stream, { limit: 1 }),
      this.mailbox.entriesOfStream(stream),
    ]);
    const matter = await this.matter.of(opening?.metadata.recordRef ?? stream, reader);
    const { record, labels, erased, granted } = matter;
    return sightOfNotice({
      reader,
      // whoever opens a notice about its own child owns it; what the service records of a record is the record’s owner’s
      owner: opening && (record?.owner ?? opening.metadata.actor.authority),
      // what an agreement opened is closed when it ends, at the very next question
      told: entries.some(({ authority, withdrawn }) => authority === reader.authority && !withdrawn),
      granted: granted.length > 0,
      closed: labels.length > 0 || erased,
    });
  }
}
