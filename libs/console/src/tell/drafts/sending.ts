import { Inject, Injectable } from '@nestjs/common';
import { ExchangeProblem } from '@ibex/sdk';
import type { Problem } from '@ibex/sdk';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';
import { bodyOf } from '../questions/body-of';
import type { Body } from '../questions/body-of';
import type { Category } from '../journeys/journey';
import type { Preview } from './check.page';
import type { KeptDraft } from './drafts';

/** What the exchange answered to what was sent. */
export type Receipt = Readonly<{
  id: string;
  position: number;
  recordedAt: string;
  repeated: boolean;
  receipt: string;
  facts: readonly string[];
}>;
export type Sent = Receipt &
  Readonly<{ title: string; category: Category; told: Preview['told']; by: string }>;

const KIND = 'tell-sent';
const A_MONTH = 30 * 24 * 3600;

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isReceipt = (value: unknown): value is Receipt =>
  isPart(value) &&
  typeof value['id'] === 'string' &&
  typeof value['receipt'] === 'string' &&
  Array.isArray(value['facts']);
const isProblem = (value: unknown): value is Problem => isPart(value) && typeof value['code'] === 'string';
export const isSent = (value: unknown): value is Sent =>
  isReceipt(value) && 'category' in value && 'title' in value;

/** The first answer of a batch. Throws what the exchange said no with. */
const answerIn = (batch: unknown): Receipt => {
  const answers: unknown = isPart(batch) ? batch['answers'] : [];
  const first: unknown = Array.isArray(answers) ? answers[0] : undefined;
  if (isPart(first) && isReceipt(first['answer'])) return first['answer'];
  if (isPart(first) && isProblem(first['problem'])) throw new ExchangeProblem(first['problem']);
  throw new TypeError('the exchange answered a batch with no answer');
};

/** The order that a draft comes to. */
export const orderOf = ({ draft, journey }: Pick<KeptDraft, 'draft' | 'journey'>, authority: string) => {
  const filled = bodyOf(journey.steps, draft.answers);
  const body: Body = journey.finish?.(filled, draft.answers, { authority, found: draft.found }) ?? filled;
  return {
    action: journey.action,
    ...(draft.notice === undefined ? {} : { id: draft.notice.id }),
    body: { ...body },
  };
};

/** Asks the exchange what an order would come to, sends it, and keeps the receipt for a month. */
@Injectable()
export class Sending {
  constructor(@Inject(Kept) private readonly kept: Kept) {}

  /** Throws ExchangeProblem for what the exchange would refuse. */
  preview(visit: Visit, kept: KeptDraft): Promise<Preview> {
    return visit.api.post('/v1/previews', { body: orderOf(kept, visit.authority) });
  }

  /** As `preview`. The same key again is answered with the same receipt. */
  async send(visit: Visit, kept: KeptDraft): Promise<Receipt> {
    const { key } = kept.draft;
    const command = { ...orderOf(kept, visit.authority), key };
    const receipt = answerIn(await visit.api.post('/v1/batches', { body: { commands: [command] } }));
    await visit.api.checkReceiptOf(receipt, { authority: visit.authority, key });
    return receipt;
  }

  keep(visit: Visit, sent: Sent): Promise<string> {
    return this.kept.put(visit, KIND, sent, { ttlSeconds: A_MONTH });
  }

  async find(visit: Visit, id: string): Promise<Sent | undefined> {
    const thing = await this.kept.get(visit, KIND, id);
    return thing && isSent(thing.value) ? thing.value : undefined;
  }
}
