import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { MailboxEntry, Reader, RecordedFact, Sealer } from '@ibex/kernel';
import { FactLog, asSystem, notFound } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { NoticeLocator } from '../notices/notice-locator';
import { NoticeReads } from '../notices/notice-reads';
import type { ThreadDto, ThreadMessageDto } from './answers.dto';
import { deliveryStream } from './delivery-log';
import { isLadderMessage } from './ladder.messages';

const KINDS: Readonly<Record<string, ThreadMessageDto['kind']>> = {
  QueryAsked: 'question',
  QueryAnswered: 'answer',
};

/** What recipient and sender of a notice ask and answer about it; nobody else ever sees it. */
@Injectable()
export class ThreadReader {
  constructor(
    @Inject(SEALER) private readonly sealer: Sealer,
    private readonly log: FactLog,
    private readonly locator: NoticeLocator,
    private readonly notices: NoticeReads,
  ) {}

  /** Under the reader's rights of this moment to the notice. Throws the one 404. */
  async thread(
    reader: Reader,
    of: Readonly<{ factId: string; authority: string }>,
  ): Promise<Plain<ThreadDto>> {
    const entry = await this.entryOf(of);
    const seen = await this.notices.see(reader, entry.stream);
    if (entry.from !== reader.authority && entry.authority !== reader.authority) throw notFound();
    const facts = await this.log.readStream(deliveryStream(entry.entryId));
    const messages = facts.flatMap((fact) => {
      const kind = KINDS[fact.type];
      return kind === undefined ? [] : [this.toMessage(fact, kind)];
    });
    const thread = { messages: await Promise.all(messages) };
    await this.notices.note({ reader, said: undefined }, seen, 'notice-queries');
    return thread;
  }

  /** A store that shows each authority its own rows does not know whose notice it was. */
  async entryOf({
    factId,
    authority,
  }: Readonly<{ factId: string; authority: string }>): Promise<MailboxEntry> {
    const { entries } = await asSystem(() => this.locator.locate(factId));
    const entry = entries.find((one) => one.authority === authority && !isLadderMessage(one.type));
    if (!entry) throw notFound();
    return entry;
  }

  private async toMessage(
    fact: RecordedFact,
    kind: ThreadMessageDto['kind'],
  ): Promise<Plain<ThreadMessageDto>> {
    const { authority: by, person, role } = fact.metadata.actor;
    const { recordRef } = fact.metadata;
    const sealed = fact.sealed;
    const personal =
      sealed === undefined || recordRef === undefined
        ? undefined
        : await this.sealer.unseal(recordRef, fact.id, sealed);
    const text = personal?.['text'];
    return {
      ...{ kind, by, person, role, at: fact.recordedAt },
      queryId: String(fact.data['queryId']),
      ...(typeof text === 'string' ? { text } : {}),
    };
  }
}
