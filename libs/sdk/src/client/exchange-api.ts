import { ExchangeClient } from '@ibex/subscriber';
import type { ExchangeOptions } from '@ibex/subscriber';
import createClient from 'openapi-fetch';
import type { Client, MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from '../contract/api.generated';
import { Receipts } from '../receipts/receipts';
import type { Receipt, Submitted } from '../receipts/receipts';
import { OwnWritesReader, positionIn } from './own-writes';
import type { OwnWrites } from './own-writes';
import { patientFetch } from './patient-fetch';
import { toFault } from './problem';

type Json = 'application/json';
type Typed = Client<paths, Json>;
type Verb = 'get' | 'post';

/** Paths that may be asked by GET, or posted to. */
export type PathOf<V extends Verb> = {
  [P in keyof paths]: paths[P] extends { readonly [K in V]: object } ? P : never;
}[keyof paths];

type JsonIn<R> = R extends { readonly content: { readonly 'application/json': infer J } } ? J : never;
type Success<O> = O extends { readonly responses: infer R } ? JsonIn<R[keyof R]> : never;

/** What a path answers with; unknown where its contract does not say. */
export type AnswerOf<V extends Verb, P extends PathOf<V>> = [Success<paths[P][V]>] extends [never]
  ? unknown
  : Success<paths[P][V]>;

type Own = Readonly<{
  /** Your own name for what is posted, the same when you post it again after a crash. Made up where none is given. */
  key?: string;
  /** For the whole call, tries and waits included. */
  withinMs?: number;
  signal?: AbortSignal;
}>;
type Init<V extends Verb, P extends PathOf<V>> = MaybeOptionalInit<paths[P], V>;
/** Parameters and body as the contract has them, and how the call is made. */
export type CallOf<V extends Verb, P extends PathOf<V>> =
  undefined extends Init<V, P> ? [call?: Init<V, P> & Own] : [call: Init<V, P> & Own];

export type ApiOptions = ExchangeOptions &
  Readonly<{
    /** Own authority, GSS code: then every receipt is checked before `post` resolves. */
    authority?: string;
    /** Given, every `get` waits for what was posted before it, as far as this knows of it. */
    ownWrites?: OwnWrites;
  }>;

const LARGEST_ANSWER = 16 * 1024 * 1024;

type Sent = Readonly<{ data?: unknown; error?: unknown; response: Response }>;
type Ask = (path: never, init: never) => Promise<Sent>;

const isSubmitted = (data: unknown): data is Submitted =>
  typeof data === 'object' && data !== null && 'receipt' in data && 'position' in data;

const OWN: ReadonlySet<string> = new Set(['key', 'withinMs', 'signal']);
type Call = Own & Readonly<Record<string, unknown>>;

const endOf = ({ withinMs, signal }: Own): Readonly<{ signal?: AbortSignal }> => {
  const ends = [
    ...(withinMs === undefined ? [] : [AbortSignal.timeout(withinMs)]),
    ...(signal ? [signal] : []),
  ];
  return ends.length === 0 ? {} : { signal: AbortSignal.any(ends) };
};

/** What openapi-fetch is called with. */
const madeFrom = (call: Call = {}): object => {
  const init = Object.fromEntries(Object.entries(call).filter(([name]) => !OWN.has(name)));
  const { key } = call;
  const named = key === undefined ? {} : { headers: { 'idempotency-key': key } };
  return { ...init, ...named, ...endOf(call) };
};

/** Every route of the exchange, typed by its contract: answers are returned, problems are thrown. */
export class ExchangeApi {
  /** The client underneath (openapi-fetch), for headers and answers of other kinds; it waits and asks again as well. */
  readonly raw: Typed;
  private readonly receipts: Receipts;
  private readonly keys = new WeakMap<object, string>();
  private readonly sentUnder = new WeakMap<Response, string>();

  /** Throws UnsafeAddress. */
  constructor(private readonly options: ApiOptions) {
    const exchange = new ExchangeClient(options);
    this.receipts = new Receipts(exchange);
    const { ownWrites, mostBytes = LARGEST_ANSWER } = options;
    const onSent = (response: Response, key: string): void => void this.sentUnder.set(response, key);
    const reader = ownWrites && { reader: new OwnWritesReader(exchange, ownWrites) };
    const fetch = patientFetch(exchange, { mostBytes, onSent, ...reader });
    this.raw = createClient<paths, Json>({ baseUrl: options.url, fetch });
  }

  /** Throws ExchangeProblem, ExchangeRefused and ExchangeUnavailable. */
  async get<P extends PathOf<'get'>>(path: P, ...[call]: CallOf<'get', P>): Promise<AnswerOf<'get', P>> {
    return await this.ask(this.raw.GET, path, call);
  }

  /** As `get`; ReceiptNotValid where `authority` is set. After ExchangeUnavailable, post the same under the same key. */
  async post<P extends PathOf<'post'>>(path: P, ...[call]: CallOf<'post', P>): Promise<AnswerOf<'post', P>> {
    const answer = await this.ask(this.raw.POST, path, call);
    const { authority, ownWrites } = this.options;
    const position = ownWrites && positionIn(answer);
    if (position !== undefined) await ownWrites?.wrote(position);
    if (authority !== undefined && isSubmitted(answer)) await this.checkReceipt(answer, authority);
    return answer;
  }

  /**
   * What the exchange attests of an answer that `post` gave: signed by its published key, for this authority and this very
   * post, and the same as the answer says. Undefined where nothing was recorded. Throws ReceiptNotValid.
   */
  checkReceipt(answer: Submitted, authority: string): Promise<Receipt | undefined> {
    return this.receipts.check(answer, { authority, key: this.keys.get(answer) ?? '' });
  }

  /** As `checkReceipt`, of an answer from elsewhere: a batch, a store of receipts. */
  checkReceiptOf(
    answer: Submitted,
    by: Readonly<{ authority: string; key: string }>,
  ): Promise<Receipt | undefined> {
    return this.receipts.check(answer, by);
  }

  private async ask(send: Ask, path: string, call: Call | undefined): Promise<unknown> {
    const { data, error, response } = await send(path as never, madeFrom(call) as never);
    if (!response.ok) throw toFault(response.status, error);
    const sentUnder = this.sentUnder.get(response);
    if (isSubmitted(data) && sentUnder !== undefined) this.keys.set(data, sentUnder);
    return data;
  }
}

/** A client of the exchange at this address. */
export const exchangeApi = (options: ApiOptions): ExchangeApi => new ExchangeApi(options);
