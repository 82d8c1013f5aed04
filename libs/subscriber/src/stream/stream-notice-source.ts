import { setTimeout as sleep } from 'node:timers/promises';
import { ExchangeClient } from '../exchange/exchange-client';
import type { ExchangeOptions } from '../exchange/exchange-client';
import { MailboxSource } from '../inbox/mailbox-source';
import type { MailboxSourceOptions, Reading } from '../inbox/mailbox-source';
import { EventStream } from './event-stream';

export type StreamSourceOptions = MailboxSourceOptions &
  Readonly<{
    exchange: ExchangeOptions;
    /** When nothing came for so long, not even a sign of life, the stream is opened anew. */
    silentForMs?: number;
  }>;

/** Three signs of life missed. */
const SILENT_FOR_MS = 45_000;
/** An exchange that ends each stream at once must not be asked without a pause. */
const BEFORE_NEXT_MS = 1_000;

/** Reads the own mailbox as it fills, by server-sent events; goes on by Last-Event-ID when the stream ends. Runs once. */
export class StreamNoticeSource extends MailboxSource {
  private readonly stream: EventStream;
  private readonly silentForMs: number;
  private readonly through: Readonly<{ subscription?: string }>;

  constructor(options: StreamSourceOptions) {
    super(options);
    this.stream = new EventStream(new ExchangeClient(options.exchange));
    this.silentForMs = options.silentForMs ?? SILENT_FOR_MS;
    this.through = options.subscription === undefined ? {} : { subscription: options.subscription };
  }

  protected async read(after: number, { hand, alive, signal }: Reading): Promise<number> {
    const { silentForMs, through } = this;
    for await (const { entries } of this.stream.open({ after, signal, silentForMs, ...through })) {
      alive();
      for (const event of entries) if (!(await hand(event))) return after;
    }
    await sleep(BEFORE_NEXT_MS, undefined, { signal }).catch(() => undefined);
    return after;
  }
}
