import type { AnswerOf } from '@ibex/sdk';
import type { Clock } from '../mailbox/clock';
import type { Entry } from '../mailbox/entry';
import type { Standing } from '../mailbox/standing';

export type Detail = AnswerOf<'get', '/v1/notices/{factId}'>;
export type Whole = AnswerOf<'get', '/v1/notices/by-id/{category}/{id}'>;
export type Duty = AnswerOf<'get', '/v1/duties'>['items'][number];
export type Message = AnswerOf<
  'get',
  '/v1/notices/{factId}/recipients/{authority}/queries'
>['messages'][number];
export type Recipient = AnswerOf<'get', '/v1/notices/{factId}/recipients'>['recipients'][number];

/** All that the exchange answers about one entry of the own mailbox. */
export type NoticeAnswers = Readonly<{
  entry: Entry;
  standing: Standing | undefined;
  /** Undefined where it is about no notice, or where it may not be seen (any more). */
  detail: Detail | undefined;
  whole: Whole | undefined;
  duties: readonly Duty[];
  clocks: readonly Clock[];
  thread: readonly Message[];
  /** Of an own notice: how far it got. */
  recipients: readonly Recipient[];
}>;
