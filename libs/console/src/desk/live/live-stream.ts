/** What is needed of a response that is written bit by bit. */
export interface RawResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  write(text: string): boolean;
  end(): unknown;
  once(event: 'close', listener: () => void): unknown;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-accel-buffering': 'no',
  // kept alive, it could hold a stopping server up
  connection: 'close',
};

/** Server-sent events to one browser (WHATWG HTML, section 9.2). */
export class LiveStream {
  private readonly gone = new AbortController();

  constructor(
    private readonly response: RawResponse,
    serverStops: AbortSignal,
  ) {
    response.once('close', () => this.gone.abort());
    serverStops.addEventListener('abort', () => this.gone.abort(), { once: true });
    if (serverStops.aborted) this.gone.abort();
  }

  /** Aborts when the browser is gone or the server stops. */
  get over(): AbortSignal {
    return this.gone.signal;
  }

  open(): void {
    this.response.writeHead(200, HEADERS);
    this.response.write('retry: 3000\n\n');
  }

  entry(sequence: number, data: object): void {
    this.response.write(`id: ${String(sequence)}\nevent: entry\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** A sign of life, and whether the exchange answers. */
  beat(state: 'live' | 'away' | 'signed-out'): void {
    this.response.write(`event: beat\ndata: "${state}"\n\n`);
  }

  close(): void {
    this.response.end();
  }
}
