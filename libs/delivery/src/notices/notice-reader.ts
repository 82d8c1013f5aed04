import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, MAILBOX } from '@ibex/kernel';
import type { AccessPolicy, Mailbox, NotificationDefinition, Reader, RecordedFact } from '@ibex/kernel';
import { DEFINITIONS, notFound } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { NoticeFacts } from './notice-facts';
import type { ReadAs } from './notice-facts';
import type { NoticeDetailDto, NoticeDto, NoticeFactDto } from './notice.dto';
import { visibleTo } from './visible-facts.rule';
import type { Plain } from '../plain';

/** A notice as one reader may see it. */
export type NoticeSeen = Readonly<{
  as: ReadAs;
  definition: NotificationDefinition;
  facts: readonly RecordedFact[];
}>;

/** Shows notices under the reader's rights of this moment. Throws the one 404 for all that a reader may not see. */
@Injectable()
export class NoticeReader {
  constructor(
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    @Inject(ACCESS_POLICY) private readonly access: AccessPolicy,
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly notices: NoticeFacts,
  ) {}

  async see(reader: Reader, stream: string): Promise<NoticeSeen> {
    const [as, facts, entries] = await Promise.all([
      this.access.sightOfNotice(reader, stream),
      this.notices.of(stream),
      this.mailbox.entriesOfStream(stream),
    ]);
    const definition = this.definitions.find(({ category }) => category === facts[0]?.category);
    if (as === 'none' || !definition) throw notFound();
    return { as, definition, facts: as === 'owner' ? facts : visibleTo(reader.authority, facts, entries) };
  }

  async detail(seen: NoticeSeen, factId: string): Promise<Plain<NoticeDetailDto>> {
    const fact = seen.facts.find(({ id }) => id === factId);
    if (!fact) throw notFound();
    const [shown, child] = await Promise.all([this.show(fact, seen), this.childOf(fact, seen)]);
    return { ...shown, sight: seen.as, ...child };
  }

  async whole(seen: NoticeSeen): Promise<Plain<NoticeDto>> {
    const last = seen.facts.at(-1);
    if (!last) throw notFound();
    const [facts, child] = await Promise.all([
      Promise.all(seen.facts.map((fact) => this.show(fact, seen))),
      this.childOf(last, seen),
    ]);
    return { notice: last.stream, sight: seen.as, ...child, facts };
  }

  private async childOf(
    fact: RecordedFact,
    { definition, as }: NoticeSeen,
  ): Promise<Pick<Plain<NoticeDto>, 'child'>> {
    const child = await this.notices.childOf(fact, definition, as);
    return child === undefined ? {} : { child };
  }

  private async show(fact: RecordedFact, { definition, as }: NoticeSeen): Promise<Plain<NoticeFactDto>> {
    const personal = await this.notices.personalOf(fact, definition, as);
    const { authority, person, role } = fact.metadata.actor;
    const { recordRef } = fact.metadata;
    return {
      id: fact.id,
      notice: fact.stream,
      type: fact.type,
      title: definition.facts[fact.type]?.title ?? fact.type,
      ...(recordRef === undefined ? {} : { recordRef }),
      revision: fact.revision,
      recordedAt: fact.recordedAt,
      by: { authority, person, role },
      data: fact.data,
      ...(personal === undefined ? {} : { personal }),
    };
  }
}
