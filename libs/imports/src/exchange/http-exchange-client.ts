import { ImportFault } from '../import-fault';
import { isJson, isPassing, itemsOf, toAnswer, toOwnMissing, toOwnPlacements } from './exchange-json';
import type { Json } from './exchange-json';
import type {
  ExchangeAnswer,
  ExchangeClient,
  ExchangeCommand,
  OwnMissing,
  OwnPlacement,
} from './exchange-client.port';
import { waitMs } from './retry';

export type HttpExchange = Readonly<{
  /** Where the exchange answers, e.g. `http://127.0.0.1:8080`. */
  url: string;
  token: string;
  /** How often a busy or unreachable exchange is asked again before the import gives up. */
  attempts?: number;
  fetch?: typeof fetch;
  sleep?: (ms: number) => Promise<void>;
}>;

const ATTEMPTS = 8;
const TIMEOUT_MS = 60_000;
const BUSY = new Set([429, 502, 503, 504]);

type Asking = Readonly<{ method?: string; headers?: Readonly<Record<string, string>>; body?: string }>;

const refusedBy = async (response: Response): Promise<ImportFault> => {
  const problem: unknown = await response.json().catch(() => ({}));
  const detail = isJson(problem) && typeof problem['detail'] === 'string' ? ` ${problem['detail']}` : '';
  return new ImportFault('imports/exchange-refused', `the exchange answered ${response.status}.${detail}`);
};

/** The public HTTP interface of an exchange as the importer needs it. Safe to repeat: every command has its key. */
export class HttpExchangeClient implements ExchangeClient {
  private readonly attempts: number;
  private readonly send: typeof fetch;
  private readonly sleep: (ms: number) => Promise<void>;

  constructor(private readonly exchange: HttpExchange) {
    this.attempts = exchange.attempts ?? ATTEMPTS;
    this.send = exchange.fetch ?? fetch;
    this.sleep = exchange.sleep ?? ((ms) => new Promise((resolve) => void setTimeout(resolve, ms)));
  }

  async submit(commands: readonly ExchangeCommand[]): Promise<readonly ExchangeAnswer[]> {
    const answers = new Map<ExchangeCommand, Json>();
    let due = commands;
    for (let attempt = 0; due.length > 0 && attempt < this.attempts; attempt += 1) {
      if (attempt > 0) await this.sleep(waitMs(attempt, undefined));
      const page = itemsOf((await this.post(due))['answers']);
      due.forEach((command, index) => answers.set(command, page[index] ?? {}));
      due = due.filter((command) => isPassing(answers.get(command) ?? {}));
    }
    if (due.length > 0) throw this.unreachable(`${due.length} commands got no lasting answer`);
    return commands.map((command) => toAnswer(answers.get(command) ?? {}));
  }

  async *ownPlacements(): AsyncGenerator<OwnPlacement> {
    for await (const item of this.pages('/v1/registers/placed-elsewhere?includeEnded=true&limit=500')) {
      yield* toOwnPlacements(item);
    }
  }

  async *ownMissing(): AsyncGenerator<OwnMissing> {
    for await (const item of this.pages('/v1/missing-episodes?state=all&limit=500'))
      yield* toOwnMissing(item);
  }

  private async *pages(path: string): AsyncGenerator<Json> {
    let cursor: string | undefined;
    do {
      const page = await this.ask(
        cursor === undefined ? path : `${path}&cursor=${encodeURIComponent(cursor)}`,
      );
      yield* itemsOf(page['items']);
      cursor = typeof page['next'] === 'string' ? page['next'] : undefined;
    } while (cursor !== undefined);
  }

  /** Asks again while the exchange is busy or away, waiting as long as it says (Retry-After) or twice as long each time. */
  private async ask(path: string, init: Asking = {}): Promise<Json> {
    let trouble: unknown = 'it never answered';
    for (let attempt = 0; attempt < this.attempts; attempt += 1) {
      if (attempt > 0) await this.sleep(waitMs(attempt, trouble));
      const response = await this.once(path, init).catch((error: unknown) => error);
      if (response instanceof Response && response.ok) return this.jsonOf(response);
      if (response instanceof Response && !BUSY.has(response.status)) throw await refusedBy(response);
      trouble = response;
    }
    throw this.unreachable('it did not take the request', trouble);
  }

  private post(commands: readonly ExchangeCommand[]): Promise<Json> {
    const headers = { 'content-type': 'application/json' };
    return this.ask('/v1/batches', { method: 'POST', headers, body: JSON.stringify({ commands }) });
  }

  private unreachable(what: string, cause?: unknown): ImportFault {
    const sentence = `the exchange at ${this.exchange.url}: ${what} in ${this.attempts} attempts`;
    return new ImportFault(
      'imports/exchange-unreachable',
      `${sentence}. Run the import again: nothing is recorded twice.`,
      { cause },
    );
  }

  private once(path: string, init: Asking): Promise<Response> {
    return this.send(new URL(path, this.exchange.url), {
      ...init,
      headers: {
        ...init.headers,
        authorization: `Bearer ${this.exchange.token}`,
        accept: 'application/json',
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  private async jsonOf(response: Response): Promise<Json> {
    const body: unknown = await response.json();
    return isJson(body) ? body : {};
  }
}
