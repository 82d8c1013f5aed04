import type { ArrivedContent } from '@ibex/kernel';
import type { Trouble } from './trouble';

/** How a message ended: handled now, known from before, or set aside. */
export type Ending = 'handled' | 'seen' | 'quarantined';

/** One message on its way through the handlers. */
export class Task {
  /** Times that a handler failed on it. */
  attempts = 0;
  /** Times that it could not be tried, since the last time that it could. */
  outages = 0;
  /** The handler is through; what is left is to remember it. */
  isHandled = false;

  constructor(
    readonly key: string,
    readonly content: ArrivedContent,
    /** Names what is no event. */
    readonly place: string,
    readonly ended: (ending: Ending) => void,
  ) {}

  /** Names it in what is told of troubles. */
  get id(): string {
    const id = 'event' in this.content ? this.content.event['id'] : undefined;
    return typeof id === 'string' && id !== '' ? id : this.place;
  }

  get sequence(): number | undefined {
    const sequence = 'event' in this.content ? this.content.event['sequence'] : undefined;
    return typeof sequence === 'number' && Number.isSafeInteger(sequence) ? sequence : undefined;
  }

  trouble(what: Trouble['what'], error: unknown): Trouble {
    return { what, id: this.id, attempts: this.attempts, error };
  }
}
