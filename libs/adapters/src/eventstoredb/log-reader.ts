import { BEGINNING } from '@ibex/kernel';
import type { Position, ReadStreamOptions } from '@ibex/kernel';
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

/** Reads that end by themselves: one stream, and where the log stands. */
export class LogReader {
  private reading: Promise<Position> | undefined;
  private next: Promise<Position> | undefined;

  constructor(private readonly connection: Connection) {}

  /** The facts of a part of a stream; none when it is not there. */
  async stream(name: string, options: ReadStreamOptions, until: number): Promise<readonly ReadFact[]> {
    const { direction = 'forwards', limit = Infinity } = options;
    const facts: ReadFact[] = [];
    let from: number | 'end' = options.from ?? (direction === 'forwards' ? 0 : 'end');
    while (facts.length < limit) {
      const count = Math.min(limit - facts.length, PAGE);
      const page = await this.page({ stream: name, from, direction, count }, until);
      facts.push(...page.facts);
      const last = page.facts.at(-1)?.fact.revision;
      if (page.frames < count || last === undefined) break;
      from = direction === 'forwards' ? last + 1 : last - 1;
      if (from < 0) break;
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

  private async page(
    part: StreamPart,
    until: number,
  ): Promise<Readonly<{ facts: readonly ReadFact[]; frames: number }>> {
    try {
      const frames = await this.connection.read(readStreamRequest(part), until);
      return { facts: factsIn(frames), frames: frames.filter((frame) => frame.hasEvent()).length };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.answer === 'no-stream') return { facts: [], frames: 0 };
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
