import { BEGINNING } from '@ibex/kernel';
import type { Position, ReadStreamOptions, Revision } from '@ibex/kernel';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { faultOf, unavailable } from './client-faults';
import type { Connection } from './connection';
import { ofEvent, placeOf } from './fact-codec';
import type { ReadFact } from './fact-codec';
import { newestRequest, readStreamRequest } from './requests';
import type { StreamPart } from './requests';
import { NOT_SYSTEM } from './server-filter';

/** Facts asked for in one call, so that each call ends well within its deadline. */
const PAGE = 2048;

const factsIn = (frames: readonly ReadResp[]): readonly ReadFact[] =>
  frames.flatMap((frame) => {
    const event = frame.getEvent();
    return (event && ofEvent(event)) ?? [];
  });

/** Where the page after these begins; undefined when there can be none. */
const nextFrom = (
  facts: readonly ReadFact[],
  direction: ReadStreamOptions['direction'],
): Revision | undefined => {
  const last = facts.at(-1)?.fact.revision;
  if (last === undefined) return undefined;
  if (direction === 'forwards') return last + 1;
  return last > 0 ? last - 1 : undefined;
};

/** Reads that end by themselves: one stream, and where the log stands. */
export class LogReader {
  private reading: Promise<Position> | undefined;
  private next: Promise<Position> | undefined;

  constructor(private readonly connection: Connection) {}

  /** The facts of a part of a stream; none when it is not there. */
  async stream(name: string, options: ReadStreamOptions, until: number): Promise<readonly ReadFact[]> {
    const { direction = 'forwards', limit = Infinity } = options;
    const facts: ReadFact[] = [];
    let from: Revision | 'end' | undefined = options.from ?? (direction === 'forwards' ? 0 : 'end');
    while (from !== undefined && facts.length < limit) {
      const count = Math.min(limit - facts.length, PAGE);
      const page = await this.page({ stream: name, from, direction, count }, until);
      facts.push(...factsIn(page));
      from = page.length < count ? undefined : nextFrom(facts, direction);
    }
    return facts;
  }

  /**
   * Position of the newest event that is not the server's own. Calls that come while one is under way share the one
   * that follows: its answer is as new as theirs would be.
   */
  head(): Promise<Position> {
    if (!this.reading) {
      this.reading = this.readHead().finally(() => {
        this.reading = undefined;
      });
      return this.reading;
    }
    const begin = (): Promise<Position> => {
      this.next = undefined;
      return this.head();
    };
    this.next ??= this.reading.then(begin, begin);
    return this.next;
  }

  private async page(part: StreamPart, until: number): Promise<readonly ReadResp[]> {
    try {
      const frames = await this.connection.read(readStreamRequest(part), until);
      return frames.filter((frame) => frame.hasEvent());
    } catch (error) {
      const fault = faultOf(error);
      if (fault.answer === 'no-stream') return [];
      throw unavailable(fault);
    }
  }

  private async readHead(): Promise<Position> {
    try {
      const frames = await this.connection.read(newestRequest(NOT_SYSTEM), this.connection.until());
      const newest = frames.find((frame) => frame.hasEvent())?.getEvent();
      return newest ? placeOf(newest) : BEGINNING;
    } catch (error) {
      throw unavailable(faultOf(error));
    }
  }
}
