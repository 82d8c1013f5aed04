import { IbexError } from '@ibex/kernel';
import type { NoticeEvent } from '../contract/notice-event';
import { DetailSource } from './detail-source';
import type { Exchange, Unsealer } from './exchange-ports';
import type { Notice } from './notice';

type Trial = Readonly<{ attempt: number; isLate: boolean }>;

/** Makes of an event what a handler gets: with its detail, unsealed or fetched. */
export class NoticeMaker {
  private readonly details: DetailSource;

  constructor(
    private readonly exchange: Exchange,
    unsealer: Unsealer | undefined,
    private readonly signal: AbortSignal,
  ) {
    this.details = new DetailSource(exchange.details, unsealer);
  }

  async make(event: NoticeEvent, { attempt, isLate }: Trial): Promise<Notice> {
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
    const detailed = await this.details.of(event, this.signal);
    return { ...announced, isLate, attempt, signal: this.signal, acknowledge, ...detailed };
  }
}
