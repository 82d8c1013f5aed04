import { IbexError, WITHDRAWN_MESSAGE } from '@ibex/kernel';
import { toNoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeEvent } from '../contract/notice-event';
import type { WhyNoDetail } from '../exchange/detail-fetcher';
import type { Details, Unsealer } from './exchange-ports';

export type Detailed =
  Readonly<{ detail: NoticeDetail }> | Readonly<{ detail: undefined; whyNoDetail: WhyNoDetail }>;

const isUnknownKey = (error: unknown): boolean =>
  error instanceof IbexError && error.code === 'sealing/unknown-key';

/** Where a notice's detail comes from: the message itself where it was sealed into it, else the exchange. */
export class DetailSource {
  constructor(
    private readonly details: Details | undefined,
    private readonly unsealer: Unsealer | undefined,
  ) {}

  /** Throws what the unsealer throws for a detail that is not what was sealed for this event, and as `Details.fetch`. */
  async of(event: NoticeEvent, signal?: AbortSignal): Promise<Detailed> {
    if (event.type === WITHDRAWN_MESSAGE) return { detail: undefined, whyNoDetail: 'not-yours-any-more' };
    const opened = await this.unsealed(event);
    if (opened) return { detail: opened };
    if (!this.details) return { detail: undefined, whyNoDetail: 'nobody-asked' };
    const detail = await this.details.fetch(event, signal);
    return detail ? { detail } : { detail, whyNoDetail: 'not-yours-any-more' };
  }

  /** A key that is not here any more is no reason to go without: the same is fetched. Anything else is one. */
  private async unsealed({ id, data }: NoticeEvent): Promise<NoticeDetail | undefined> {
    if (data.sealed === undefined || !this.unsealer) return undefined;
    try {
      return toNoticeDetail(await this.unsealer.unseal(data.sealed, id));
    } catch (error) {
      if (isUnknownKey(error) && this.details) return undefined;
      throw error;
    }
  }
}
