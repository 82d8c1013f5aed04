import { toNoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeEvent } from '../contract/notice-event';
import { problemOf } from './bounded-body';
import type { ExchangeClient } from './exchange-client';
import { ExchangeRefused } from './exchange-faults';

/**
 * Why there is no detail. `not-yours-any-more`: the notice was withdrawn, the record erased or the right to see it has
 * ended; the exchange does not say which. `nobody-asked`: neither a fetcher nor an unsealer is set up.
 */
export type WhyNoDetail = 'not-yours-any-more' | 'nobody-asked';

/** Gets what a notice says in full, under the reader's rights of this moment; the sender sees that it was opened. */
export class DetailFetcher {
  constructor(private readonly exchange: ExchangeClient) {}

  /** Undefined when the exchange shows it to this reader no more. Throws as `ExchangeClient.ask`, and NotADetail. */
  async fetch(event: NoticeEvent, signal?: AbortSignal): Promise<NoticeDetail | undefined> {
    const { status, body } = await this.exchange.ask(event.data.links.detail, signal ? { signal } : {});
    if (status === 404) return undefined;
    if (status !== 200) throw new ExchangeRefused(status, problemOf(body));
    return toNoticeDetail(body);
  }
}
