import { Inject, Injectable } from '@nestjs/common';
import { BASIS_OF_ADDRESSEE, BASIS_OF_GRANT, BASIS_OF_OWNER, MAILBOX, READ_LEDGER } from '@ibex/kernel';
import type { LegalBasis, Mailbox, ReadLedger, Reader, RecordShown, RecordedFact } from '@ibex/kernel';
import { purposeOr } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { NoticeFacts } from './notice-facts';
import { NoticeReader } from './notice-reader';
import type { NoticeSeen } from './notice-reader';
import type { NoticeDetailDto, NoticeDto } from './notice.dto';

type Seen = Pick<NoticeSeen, 'notice' | 'reader'>;

const recordOf = (
  [first]: readonly RecordedFact[],
  basis: LegalBasis,
): Readonly<{ shown: readonly RecordShown[] }> => {
  const recordRef = first?.metadata.recordRef;
  // only the owner of a record may open a notice about its child
  return {
    shown:
      recordRef === undefined ? [] : [{ recordRef, owner: first?.metadata.actor.authority ?? '', basis }],
  };
};

/** Shows notices as NoticeReader does, each look on record before anything of it is handed out. */
@Injectable()
export class NoticeReads {
  constructor(
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>,
    private readonly reader: NoticeReader,
    private readonly notices: NoticeFacts,
  ) {}

  /** Throws the one 404. Nothing is on record: for those who show nothing of the child. */
  see(reader: Reader, stream: string): Promise<NoticeSeen> {
    return this.reader.see(reader, stream);
  }

  /** Throws the one 404. */
  async whole(reading: Reading, stream: string): Promise<Plain<NoticeDto>> {
    const seen = await this.reader.see(reading.reader, stream);
    const whole = await this.reader.whole(seen);
    await this.note(reading, seen, 'notice');
    return whole;
  }

  /** Throws the one 404. */
  async detail(reading: Reading, stream: string, factId: string): Promise<Plain<NoticeDetailDto>> {
    const seen = await this.reader.see(reading.reader, stream);
    const detail = await this.reader.detail(seen, factId);
    await this.note(reading, seen, 'notice-detail');
    return detail;
  }

  /** For what is sent sealed: on record, and not told as if a person had looked. Throws the one 404. */
  async detailToSend(reader: Reader, stream: string, factId: string): Promise<Plain<NoticeDetailDto>> {
    const seen = await this.reader.see(reader, stream);
    const detail = await this.reader.detail(seen, factId);
    const read = { what: 'sealed-detail', purpose: purposeOr(undefined, seen.reader.as) } as const;
    const basis = await this.basisOf(reader, seen);
    await this.ledger.note(reader, { ...read, ...recordOf(seen.notice, basis), asList: true });
    return detail;
  }

  async note(reading: Reading, seen: Seen, what: string): Promise<void> {
    const { reader, said } = reading;
    const purpose = purposeOr(said, seen.reader.as);
    const basis = await this.basisOf(reader, seen);
    await this.ledger.note(reader, { what, purpose, ...recordOf(seen.notice, basis) });
  }

  /** What an authority prints of a notice of its own. */
  async noteOwn(reading: Reading, stream: string, what: string): Promise<void> {
    const notice = await this.notices.of(stream);
    await this.note(reading, { notice, reader: { as: 'owner' } }, what);
  }

  /** What opened it to the reader; of several tellings the latest. */
  private async basisOf({ authority }: Reader, { reader, notice }: Seen): Promise<LegalBasis> {
    if (reader.as === 'owner') return BASIS_OF_OWNER;
    if (reader.as !== 'addressee') return BASIS_OF_GRANT;
    const entries = await this.mailbox.entriesOfStream(notice[0]?.stream ?? '');
    return entries.findLast((entry) => entry.authority === authority)?.basis ?? BASIS_OF_ADDRESSEE;
  }
}
