import { randomUUID } from 'node:crypto';
import type { Event } from './register-by-hand';

type Links = Readonly<{ detail: string; acknowledgement: string }>;
const linksOf = ({ data }: Event): Links => data['links'] as Links;
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const MOST_TRIES = 30;

/** Details and acknowledgements, as somebody may write it in an afternoon; `forgot` says what is missing. */
export class ExchangeByHand {
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly forgot: (fault: string) => boolean,
  ) {}

  /** Undefined: it cannot be had now. */
  detail(event: Event): Promise<'there' | 'gone' | undefined> {
    if (!this.forgot('waits-in-line')) return this.fetched(event);
    const mine = this.line.then(() => this.fetched(event));
    this.line = mine;
    return mine;
  }

  async acknowledge(event: Event): Promise<void> {
    const keyOf = (): string => (this.forgot('new-key-each-time') ? randomUUID() : event.id);
    const key = (): Record<string, string> => (this.forgot('no-key') ? {} : { 'idempotency-key': keyOf() });
    await this.patiently(() => this.ask('POST', linksOf(event).acknowledgement, key()));
  }

  private async fetched(event: Event): Promise<'there' | 'gone' | undefined> {
    const { status } = await this.patiently(() => this.ask('GET', linksOf(event).detail));
    if (status === 404) return 'gone';
    return status === 200 || this.forgot('does-without-detail') ? 'there' : undefined;
  }

  /** Again while the exchange is busy, when it says so. */
  private async patiently(ask: () => Promise<Response>): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const response = await ask();
      await response.body?.cancel();
      if (tries === MOST_TRIES || !this.comesAgain(response)) return response;
      const seconds = Number(response.headers.get('retry-after') ?? 0);
      await sleep(this.forgot('ignores-retry-after') ? 10 : seconds * 1000);
    }
  }

  private comesAgain({ status }: Response): boolean {
    return status === 429 || status === 503 || (status === 404 && this.forgot('asks-for-ever'));
  }

  private ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(new URL(path, this.url), {
      method,
      headers: { ...headers, authorization: 'Bearer by-hand' },
    });
  }
}
