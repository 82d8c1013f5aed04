import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, MAILBOX, withheldFor, withoutFields } from '@ibex/kernel';
import type {
  AccessPolicy,
  Mailbox,
  MailboxEntry,
  NotificationDefinition,
  ReadAs,
  Reader,
  RecordedFact,
  Withheld,
} from '@ibex/kernel';
import { DEFINITIONS, notFound } from '@ibex/runtime';
import type { Definitions, Plain } from '@ibex/runtime';
import { isNotice } from '../router/addressed.rule';
import { NoticeFacts } from './notice-facts';
import type { NoticeDetailDto, NoticeDto, NoticeFactDto } from './notice.dto';
import { visibleTo } from './visible-facts.rule';

/** A notice as one reader may see it. */
export type NoticeSeen = Readonly<{
  reader: ReadAs;
  definition: NotificationDefinition;
  /** All of it, to know what has become restricted since. */
  notice: readonly RecordedFact[];
  /** What the reader may see of it. */
  facts: readonly RecordedFact[];
}>;

const withheldOf = (fact: RecordedFact, { reader, definition, notice }: NoticeSeen): Withheld =>
  withheldFor(reader, definition, { fact, notice });

/** Whether no law names an authority for anything of a notice, and agreements alone do. */
const isByAgreement = (reader: string, entries: readonly MailboxEntry[]): boolean =>
  entries.filter(({ authority }) => authority === reader).every(({ agreement }) => agreement !== undefined);

/** Shows notices under the reader's rights of this moment. Throws the one 404 for all that a reader may not see. */
@Injectable()
export class NoticeReader {
  private readonly definitions: Definitions;

  constructor(
    @Inject(DEFINITIONS) definitions: Definitions,
    @Inject(ACCESS_POLICY) private readonly access: AccessPolicy,
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly notices: NoticeFacts,
  ) {
    // records, tasks, deliveries and reads are no notices: they are read where they belong
    this.definitions = definitions.filter(isNotice);
  }

  async see(reader: Reader, stream: string): Promise<NoticeSeen> {
    const [sight, notice, entries] = await Promise.all([
      this.access.sightOfNotice(reader, stream),
      this.notices.of(stream),
      this.mailbox.entriesOfStream(stream),
    ]);
    const definition = this.definitions.find(({ category }) => category === notice[0]?.category);
    if (sight === 'none' || !definition) throw notFound();
    if (sight === 'owner')
      return { reader: await this.asOwner(reader, notice[0]), definition, notice, facts: notice };
    const { authority } = reader;
    if (sight === 'grant') return { reader: { as: sight, authority }, definition, notice, facts: notice };
    const facts = visibleTo(authority, notice, entries);
    if (!isByAgreement(authority, entries))
      return { reader: { as: sight, authority }, definition, notice, facts };
    if (definition.neighbours?.isClosed(notice) !== false) throw notFound();
    return { reader: { as: sight, authority, byAgreement: true }, definition, notice, facts };
  }

  /** Of a restricted record its owner’s staff see what the policy opens to them, and no address. */
  private async asOwner(reader: Reader, opening: RecordedFact | undefined): Promise<ReadAs> {
    const recordRef = opening?.metadata.recordRef;
    if (recordRef === undefined) return { as: 'owner' };
    const { sight, groups } = await this.access.seeRecord(reader, recordRef);
    return sight === 'owner' ? { as: 'owner', groups } : { as: 'owner' };
  }

  async detail(seen: NoticeSeen, factId: string): Promise<Plain<NoticeDetailDto>> {
    const fact = seen.facts.find(({ id }) => id === factId);
    if (!fact) throw notFound();
    const [shown, child] = await Promise.all([this.show(fact, seen), this.childOf(fact, seen)]);
    return { ...shown, sight: seen.reader.as, ...child };
  }

  async whole(seen: NoticeSeen): Promise<Plain<NoticeDto>> {
    const last = seen.facts.at(-1);
    if (!last) throw notFound();
    const [facts, child] = await Promise.all([
      Promise.all(seen.facts.map((fact) => this.show(fact, seen))),
      this.childOf(last, seen),
    ]);
    return { notice: last.stream, sight: seen.reader.as, ...child, facts };
  }

  private async childOf(fact: RecordedFact, seen: NoticeSeen): Promise<Pick<Plain<NoticeDto>, 'child'>> {
    const child = await this.notices.childOf(fact, withheldOf(fact, seen));
    return child === undefined ? {} : { child };
  }

  private async show(fact: RecordedFact, seen: NoticeSeen): Promise<Plain<NoticeFactDto>> {
    const withheld = withheldOf(fact, seen);
    const personal = await this.notices.personalOf(fact, withheld);
    const { authority, person, role } = fact.metadata.actor;
    const { recordRef } = fact.metadata;
    return {
      id: fact.id,
      notice: fact.stream,
      type: fact.type,
      title: seen.definition.facts[fact.type]?.title ?? fact.type,
      ...(recordRef === undefined ? {} : { recordRef }),
      revision: fact.revision,
      recordedAt: fact.recordedAt,
      by: { authority, person, role },
      data: withoutFields(fact.data, withheld.open),
      ...(personal === undefined ? {} : { personal }),
    };
  }
}
