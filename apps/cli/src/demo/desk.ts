import type { Received, Watching } from './watching';

type Message = Readonly<{
  sequence: number;
  type: string;
  data: { kind: string; urgency: string; duty?: string; links: { detail: string; acknowledgement: string } };
}>;

const toReceived = (message: Message): Received => ({
  atMs: performance.now(),
  sequence: message.sequence,
  type: message.type,
  kind: message.data.kind,
  urgency: message.data.urgency,
  detail: message.data.links.detail,
  acknowledgement: message.data.links.acknowledgement,
  ...(message.data.duty === undefined ? {} : { duty: message.data.duty }),
});

/** A desk that watches its mailbox, as a borough's browser or system would. */
export class Desk implements Watching {
  readonly received: Received[] = [];
  private readonly stopped = new AbortController();

  private constructor(readonly name: string) {}

  /** Opens the stream after `from`, the last entry seen. Resolves once the exchange answers. */
  static async open(name: string, at: Readonly<{ url: string; token: string; from: number }>): Promise<Desk> {
    const desk = new Desk(name);
    const answer = await fetch(`${at.url}/v1/inbox/stream`, {
      headers: { authorization: `Bearer ${at.token}`, 'last-event-id': String(at.from) },
      signal: desk.stopped.signal,
    });
    if (!answer.ok || answer.body === null)
      throw new Error(`${name} could not open its stream: ${String(answer.status)}`);
    void desk.follow(answer.body);
    return desk;
  }

  /** The first entry of a type after `afterMs`; throws when none comes within five seconds. */
  async waitFor(type: string, afterMs: number): Promise<Received> {
    for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 5) {
      const found = this.received.find((entry) => entry.type === type && entry.atMs >= afterMs);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${this.name} did not hear of ${type} within five seconds`);
  }

  close(): void {
    this.stopped.abort();
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      this.stopped.abort(); // the exchange or the demo ends
    }
  }

  private take(block: string): void {
    const data = block.split('\n').find((line) => line.startsWith('data: '));
    // what has no number is a sign of life
    if (data !== undefined && block.startsWith('id: '))
      this.received.push(toReceived(JSON.parse(data.slice(6)) as Message));
  }
}
