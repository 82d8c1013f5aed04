import type { DetailUnsealer } from '@ibex/kernel';
import type { NoticeDetail } from '../contract/notice-detail.codec';
import type { NoticeEvent } from '../contract/notice-event';
import { Acknowledger } from '../exchange/acknowledger';
import type { Acknowledged, Acknowledgement } from '../exchange/acknowledger';
import { DetailFetcher } from '../exchange/detail-fetcher';
import { ExchangeClient } from '../exchange/exchange-client';
import type { ExchangeOptions } from '../exchange/exchange-client';
import { InboxReader } from '../exchange/inbox-reader';
import type { InboxAsked, InboxPage } from '../exchange/inbox-reader';

export interface Details {
  /** Undefined when the exchange shows it to this reader no more. */
  fetch(event: NoticeEvent, signal?: AbortSignal): Promise<NoticeDetail | undefined>;
}
export interface Acknowledgements {
  acknowledge(event: NoticeEvent, words: Acknowledgement, signal?: AbortSignal): Promise<Acknowledged>;
}
export interface Inbox {
  page(asked: InboxAsked): Promise<InboxPage>;
}

/** Opens a detail that came along sealed (JWE, compact) with one of the authority's own keys. */
export type Unsealer = DetailUnsealer;

/** What a subscriber needs of an exchange. Leave out `details` and nothing is fetched; `inbox`, and gaps are only told. */
export type Exchange = Readonly<{
  details?: Details;
  acknowledgements?: Acknowledgements;
  inbox?: Inbox;
}>;

export const exchangeAt = (options: ExchangeOptions): Required<Exchange> => {
  const client = new ExchangeClient(options);
  return {
    details: new DetailFetcher(client),
    acknowledgements: new Acknowledger(client),
    inbox: new InboxReader(client),
  };
};
