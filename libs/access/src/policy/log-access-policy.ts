import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, FIELD_GROUPS, MAILBOX, RECORDS } from '@ibex/kernel';
import type {
  AccessPolicy,
  AccessRelation,
  EventStore,
  LegalBasis,
  Mailbox,
  Reader,
  RecordSight,
  Records,
  Sight,
} from '@ibex/kernel';
import { sightOf } from './sight.rule';

const BASES: Readonly<Record<AccessRelation['kind'], LegalBasis>> = {
  owner: { text: 'A child of the authority’s own', source: 'Children Act 1989, ss 17, 22 and 47' },
  addressee: { text: 'The authority was told of the child', source: 'CPPCR Regs 2010, reg 13' },
  grant: { text: 'Opened in an emergency', source: 'UK GDPR art 6(1)(d), DPA 2018 sch 1 para 18' },
};

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

  async seeRecord(reader: Reader, recordRef: string): Promise<RecordSight> {
    const [sight, record] = await Promise.all([
      this.sightOfRecord(reader, recordRef),
      this.records.find(recordRef),
    ]);
    if (sight === 'none' || !record) return { sight: 'none', relations: [], groups: [] };
    const { owner, introducedAt } = record;
    const relation = { kind: sight, from: introducedAt, basis: BASES[sight] };
    return { sight, owner, relations: [relation], groups: FIELD_GROUPS };
  }

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
