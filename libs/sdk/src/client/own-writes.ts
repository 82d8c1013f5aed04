import { ExchangeUnavailable } from '@ibex/subscriber';
import type { Asked, ExchangeClient } from '@ibex/subscriber';

/** How far into the log somebody's own posts reach, so that whatever they read next has them. Kept by whoever makes a client. */
export interface OwnWrites {
  /** Position of the last; undefined where nothing was posted lately. */
  last(): Promise<number | undefined>;
  /** Something was recorded at this position. */
  wrote(position: number): Promise<void>;
  /** The views did not come that far in time: they are read as they stand until something else is posted. */
  givenUp(): Promise<void>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Position of what a post recorded, the last of a batch; undefined where it recorded nothing. */
export const positionIn = (answer: unknown): number | undefined => {
  if (!isObject(answer)) return undefined;
  const { position, answers } = answer;
  if (typeof position === 'number') return position;
  if (!Array.isArray(answers)) return undefined;
  const each = answers.map((one: unknown) => (isObject(one) ? positionIn(one['answer']) : undefined));
  const positions = each.filter((one) => one !== undefined);
  return positions.length === 0 ? undefined : Math.max(...positions);
};

const WAITS = 'atLeast';

/**
 * Asks for what is no older than one's own writes. Views that do not get there within the time that the exchange waits are
 * then read as they stand: something old is better than nothing.
 */
export class OwnWritesReader {
  constructor(
    private readonly exchange: ExchangeClient,
    private readonly writes: OwnWrites,
  ) {}

  async respond(address: string, asked: Asked): Promise<Response> {
    const url = new URL(address);
    const position = url.searchParams.has(WAITS) ? undefined : await this.writes.last();
    if (position === undefined) return this.exchange.respond(address, asked);
    url.searchParams.set(WAITS, String(position));
    try {
      return await this.exchange.respond(url.href, { ...asked, tries: 1 });
    } catch (fault) {
      if (!(fault instanceof ExchangeUnavailable) || asked.signal?.aborted === true) throw fault;
      await this.writes.givenUp();
      return this.exchange.respond(address, asked);
    }
  }
}
