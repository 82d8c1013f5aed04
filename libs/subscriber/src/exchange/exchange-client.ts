import { setTimeout as sleep } from 'node:timers/promises';
import { wordIn } from '../fault';
import { bodyOf } from './bounded-body';
import { ExchangeRefused, ExchangeUnavailable, UnsafeAddress } from './exchange-faults';
import { retryAfterMs } from './retry-after';

/** A bearer token; `again`: the last one was not accepted, so get a new one. */
export type TokenProvider = (again: boolean) => Promise<string>;

export type ExchangeOptions = Readonly<{
  /** Address of the exchange: https, or http on this machine. */
  url: string;
  token: TokenProvider;
  /** For one answer, to its last byte. */
  timeoutMs?: number;
  /** Largest answer taken. */
  mostBytes?: number;
  /** How often the same is asked while the exchange asks to come later. */
  tries?: number;
  /** Longest wait between two tries; whoever is told to wait longer gives up for now. */
  longestWaitMs?: number;
}>;

export type Asked = Readonly<{
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
  /** For one answer, to its last byte; `Infinity` for one that never ends. */
  timeoutMs?: number;
  /** Ask again when the connection breaks: for what may be asked twice. */
  againWhenLost?: boolean;
  /** How often the same is asked at most, where not as often as everything else. */
  tries?: number;
}>;
export type Answered = Readonly<{ status: number; body: unknown }>;

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const LATER = new Set([429, 502, 503, 504]);
const FALLBACK_WAIT_MS = 1000;
const NOT_MODIFIED = 304;
const DEFAULTS = { timeoutMs: 10_000, mostBytes: 1_048_576, tries: 4, longestWaitMs: 30_000 } as const;

const endOf = (timeoutMs: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([
    ...(Number.isFinite(timeoutMs) ? [AbortSignal.timeout(timeoutMs)] : []),
    ...(signal ? [signal] : []),
  ]);

const safeBase = (url: string): URL => {
  const base = new URL(url);
  if (base.protocol === 'https:' || (base.protocol === 'http:' && LOCAL.has(base.hostname))) return base;
  throw new UnsafeAddress('the exchange is spoken to over https; plain http is for this machine only');
};

/** Speaks to an exchange: bounded in time and size, with a fresh token once, and as patient as it asks for. */
export class ExchangeClient {
  private readonly base: URL;
  private readonly limits: Required<Omit<ExchangeOptions, 'url' | 'token'>>;

  constructor(private readonly options: ExchangeOptions) {
    this.base = safeBase(options.url);
    this.limits = { ...DEFAULTS, ...options };
  }

  /** Throws ExchangeUnavailable, ExchangeRefused (a redirect, or 401 with a fresh token) or UnsafeAddress. */
  async ask(path: string, asked: Asked = {}): Promise<Answered> {
    const response = await this.respond(path, asked);
    return { status: response.status, body: await bodyOf(response, this.limits.mostBytes) };
  }

  /** As `ask`, with the body still to be read. */
  async respond(path: string, asked: Asked = {}): Promise<Response> {
    const url = this.within(path);
    const { tries: most = this.limits.tries, signal } = asked;
    for (let tries = 1; ; tries += 1) {
      const isLast = tries >= most;
      const response = await this.withToken(url, asked).catch((fault: unknown) =>
        this.lost(fault, asked, isLast),
      );
      if (response && !LATER.has(response.status)) return this.checked(response);
      await response?.body?.cancel();
      await this.pause(this.waitFor(response, { tries, isLast }), signal);
    }
  }

  /** Undefined where a lost connection is no reason to give up yet; else the fault goes on. */
  private lost(fault: unknown, { againWhenLost = false, signal }: Asked, isLast: boolean): undefined {
    const isOver = signal?.aborted === true || isLast;
    if (!(fault instanceof ExchangeUnavailable) || !againWhenLost || isOver) throw fault;
    return undefined;
  }

  /** How long to wait before asking again; throws ExchangeUnavailable when it was enough. */
  private waitFor(
    response: Response | undefined,
    { tries, isLast }: Readonly<{ tries: number; isLast: boolean }>,
  ): number {
    const asked = retryAfterMs(response?.headers.get('retry-after') ?? null, Date.now());
    const wait = asked ?? FALLBACK_WAIT_MS * tries;
    if (isLast || wait > this.limits.longestWaitMs)
      throw new ExchangeUnavailable(`it answered ${response?.status ?? 'nothing'}`, asked);
    return wait;
  }

  /** A token goes to the exchange and nowhere else, whatever a link says. */
  private within(path: string): URL {
    const url = new URL(path, this.base);
    if (url.origin === this.base.origin) return url;
    throw new UnsafeAddress('the link leads away from the exchange');
  }

  private async withToken(url: URL, asked: Asked): Promise<Response> {
    const first = await this.send(url, asked, await this.options.token(false));
    if (first.status !== 401) return first;
    await first.body?.cancel();
    return this.send(url, asked, await this.options.token(true));
  }

  private async send(url: URL, asked: Asked, token: string): Promise<Response> {
    const { method = 'GET', headers = {}, body, signal, timeoutMs = this.limits.timeoutMs } = asked;
    try {
      return await fetch(url, {
        method,
        headers: { accept: 'application/json', ...headers, authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        signal: endOf(timeoutMs, signal),
      });
    } catch (cause) {
      throw new ExchangeUnavailable(wordIn(cause, 'name') ?? 'fault', undefined, { cause });
    }
  }

  private async checked(response: Response): Promise<Response> {
    const { status } = response;
    const isRefused = status === 401 || (status >= 300 && status < 400 && status !== NOT_MODIFIED);
    if (!isRefused) return response;
    await response.body?.cancel();
    throw new ExchangeRefused(status, status === 401 ? 'token-not-accepted' : 'redirect');
  }

  private async pause(ms: number, signal?: AbortSignal): Promise<void> {
    try {
      await sleep(ms, undefined, signal ? { signal } : {});
    } catch (cause) {
      throw new ExchangeUnavailable('it was not waited for', undefined, { cause });
    }
  }
}
