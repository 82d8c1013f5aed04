import { IbexError } from '@ibex/kernel';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeEvent } from '../contract/notice-event';
import type { WhyNoDetail } from '../exchange/detail-fetcher';
import type { Exchange, Unsealer } from './exchange-ports';
import type { Notice } from './notice';

type Detailed =
  Readonly<{ detail: NoticeDetail }> | Readonly<{ detail: undefined; whyNoDetail: WhyNoDetail }>;

/** Makes of an event what a handler gets: with its detail, unsealed or fetched. */
export class NoticeMaker {
  constructor(
    private readonly exchange: Exchange,
    private readonly unsealer: Unsealer | undefined,
    private readonly signal: AbortSignal,
  ) {}

  async make(event: NoticeEvent, attempt: number): Promise<Notice> {
    const { id, type, subject, sequence, data } = event;
    const { acknowledgements } = this.exchange;
    const acknowledge: Notice['acknowledge'] = (words = {}) => {
      if (acknowledgements) return acknowledgements.acknowledge(event, words, this.signal);
      throw new IbexError(
        'subscriber/no-exchange',
        'the subscriber was not told which exchange to acknowledge to',
      );
    };
    const announced = { id, type, recordRef: subject, sequence, data, event };
    return { ...announced, attempt, signal: this.signal, acknowledge, ...(await this.detailOf(event)) };
  }

  private async detailOf(event: NoticeEvent): Promise<Detailed> {
    if (event.sealed !== undefined && this.unsealer)
      return { detail: await this.unsealer.unseal(event.sealed, event) };
    if (!this.exchange.details) return { detail: undefined, whyNoDetail: 'nobody-asked' };
    const detail = await this.exchange.details.fetch(event, this.signal);
    return detail ? { detail } : { detail, whyNoDetail: 'not-yours-any-more' };
  }
}
