import { IbexError } from '@ibex/kernel';
import type { ChildIdentity } from '@ibex/kernel';
import type { FactTypeOf } from './message-types';

type Fields = Readonly<Record<string, unknown>>;

/** What a notice says in full, as far as its reader may see it at the moment of reading. */
export type NoticeDetail<T extends string = string> = Readonly<{
  id: string;
  /** Stream of the notice, e.g. `placement-…`. */
  notice: string;
  /** Kind of fact, e.g. `PlacementNotified`. */
  type: FactTypeOf<T>;
  title: string;
  recordRef?: string;
  revision: number;
  recordedAt: string;
  by: Readonly<{ authority: string; person: string; role: string }>;
  /** The open part: ids, codes, dates. */
  data: Fields;
  /** The personal part; absent once the record was erased. */
  personal?: Fields;
  sight: 'owner' | 'addressee';
  child?: ChildIdentity;
}>;

/** An answer that does not have the form of a detail. Quotes nothing. */
export class NotADetail extends IbexError {
  constructor() {
    super('subscriber/not-a-detail', 'what the exchange answered does not have the form of a detail');
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Throws NotADetail. */
export const toNoticeDetail = (answer: unknown): NoticeDetail => {
  const texts = ['id', 'notice', 'type', 'recordedAt'];
  const fits =
    isFields(answer) && texts.every((name) => typeof answer[name] === 'string') && isFields(answer['data']);
  if (!fits) throw new NotADetail();
  return answer as NoticeDetail;
};
