import type { Arrival } from '@ibex/kernel';
import type { Trouble } from './trouble';

/** How a message ended: handled now, known from before, set aside, or left to whoever it belongs to by now. */
export type Ending = 'handled' | 'seen' | 'quarantined' | 'left';

export type Message = Pick<Arrival, 'key' | 'content' | 'where' | 'isOurs'>;

/** One message on its way through the handlers. */
export class Task {
  /** Times that a handler failed on it. */
  attempts = 0;
  /** Times that it could not be tried, since the last time that it could. */
  outages = 0;
  /** The handler is through; what is left is to remember it. */
  isHandled = false;

  constructor(
    private readonly message: Message,
    private readonly onEnd: (ending: Ending) => void,
  ) {}

  get key(): string {
    return this.message.key;
  }

  get content(): Message['content'] {
    return this.message.content;
  }

  isOurs(): boolean {
    return this.message.isOurs?.() ?? true;
  }

  ended(ending: Ending): void {
    this.onEnd(ending);
  }

  /** Names it in what is told of troubles. */
  get id(): string {
    const id = 'event' in this.content ? this.content.event['id'] : undefined;
    return typeof id === 'string' && id !== '' ? id : this.message.where;
  }

  get sequence(): number | undefined {
    const sequence = 'event' in this.content ? this.content.event['sequence'] : undefined;
    return typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : undefined;
  }

  trouble(what: Trouble['what'], error: unknown): Trouble {
    return { what, id: this.id, attempts: this.attempts, error };
  }
}
