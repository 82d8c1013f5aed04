import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, MAILBOX, RECORDS } from '@ibex/kernel';
import type { AccessPolicy, EventStore, Mailbox, Reader, Records, Sight } from '@ibex/kernel';
import { sightOf } from './sight.rule';

/**
 * Sight from what was recorded: ownership from the record, being an addressee from the mailboxes (of a
 * record: by law alone, since a sharing agreement opens notices one by one). Every question
 * asks for both, so that a forbidden child and an unknown one take the same way and the same time.
 */
@Injectable()
export class LogAccessPolicy implements AccessPolicy {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async sightOfRecord(reader: Reader, recordRef: string): Promise<Sight> {
    const [record, told] = await Promise.all([
      this.records.find(recordRef),
      this.mailbox.hasEntryAbout(reader.authority, recordRef),
    ]);
    return sightOf(reader, { owner: record?.owner, told });
  }

  async sightOfNotice(reader: Reader, stream: string): Promise<Sight> {
    const [[opening], entries] = await Promise.all([
      this.store.readStream(stream, { limit: 1 }),
      this.mailbox.entriesOfStream(stream),
    ]);
    // what an agreement opened is closed when it ends, at the very next question
    const told = entries.some(({ authority, withdrawn }) => authority === reader.authority && !withdrawn);
    // only the owner of a record may open a notice about its child
    return sightOf(reader, { owner: opening?.metadata.actor.authority, told });
  }
}
