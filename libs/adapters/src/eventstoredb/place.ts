import { BEGINNING } from '@ibex/kernel';
import type { FactFilter, Position, RecordedFact } from '@ibex/kernel';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { ofEvent, placeOf, toPosition } from './fact-codec';
import { isOpen, matches } from './server-filter';

/** How far one follower has got. */
export class Place {
  /** The server is asked for what comes behind here; may be the position of an event of its own. */
  resume: Position;
  /** The last position that the reader was told. */
  told: Position | undefined;
  /** A fact was passed over here. */
  private passedFact: Position = BEGINNING;
  /** Something was passed over up to here; it may have been an event of the server's own. */
  private passedSomething: Position = BEGINNING;
  /** A fact known to be in the log that may still lie ahead. */
  private ahead: Position = BEGINNING;
  private readonly after: Position;

  constructor(
    after: Position | undefined,
    private readonly filter: FactFilter,
  ) {
    this.after = after ?? BEGINNING;
    this.resume = this.after;
  }

  /** Takes one frame and gives the fact to hand over, if it is one; what was here before is dropped. */
  take(frame: ReadResp): RecordedFact | undefined {
    const event = frame.getEvent();
    if (event) return this.takeEvent(event);
    const checkpoint = frame.getCheckpoint();
    if (!checkpoint) return undefined;
    const position = toPosition(checkpoint.getCommitPosition());
    this.resume = Math.max(this.resume, position);
    // Without a filter of ours a checkpoint only ever passes over the server's own events.
    if (!isOpen(this.filter)) this.passedSomething = position;
    return undefined;
  }

  hasReached(position: Position): boolean {
    return this.resume >= position;
  }

  /** Everything up to here was handed over. */
  reach(position: Position): Position {
    this.resume = Math.max(this.resume, position);
    return Math.max(position, this.told ?? this.after);
  }

  tell(position: Position): Position {
    this.told = Math.max(position, this.told ?? BEGINNING);
    return position;
  }

  /**
   * How far facts were passed over since the reader was last told; undefined when it was told all there is to tell.
   * `head` is asked only when nothing but a checkpoint says that something was passed over.
   */
  async passed(head: () => Promise<Position>): Promise<Position | undefined> {
    const told = Math.max(this.told ?? BEGINNING, this.after);
    if (this.passedSomething > Math.max(told, this.passedFact)) await this.lookForFact(told, head);
    return this.passedFact > told ? this.passedFact : undefined;
  }

  private async lookForFact(told: Position, head: () => Promise<Position>): Promise<void> {
    if (this.ahead <= Math.max(told, this.passedFact)) this.ahead = await head();
    // Not there yet: more frames are on their way.
    if (this.ahead > this.passedSomething) return;
    this.passedFact = Math.max(this.passedFact, this.ahead);
    if (this.passedFact <= told) this.passedSomething = BEGINNING;
  }

  private takeEvent(event: ReadResp.ReadEvent): RecordedFact | undefined {
    const position = placeOf(event);
    if (position <= this.resume) return undefined;
    this.resume = position;
    const fact = ofEvent(event)?.fact;
    if (fact && matches(fact, this.filter)) return fact;
    this.passedFact = position;
    return undefined;
  }
}
