import { IbexError } from '@ibex/kernel';
import { Injectable } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { pino } from 'pino';
import type { DestinationStream, Level, Logger } from 'pino';

/** Every field that may stand in a log line. What is not listed cannot be logged, because nothing else is copied. */
const ALLOWED = {
  correlationId: 'token',
  traceId: 'token',
  code: 'token',
  reaction: 'token',
  view: 'token',
  group: 'token',
  work: 'token',
  context: 'token',
  method: 'token',
  route: 'token',
  host: 'token',
  port: 'number',
  status: 'number',
  durationMs: 'number',
  position: 'number',
  attempts: 'number',
  facts: 'number',
} as const;
export type LogFields = Readonly<
  Partial<{ [K in keyof typeof ALLOWED]: (typeof ALLOWED)[K] extends 'number' ? number : string }>
>;

// no space, comma or @: names, addresses and sentences do not fit
const TOKEN = /^[A-Za-z0-9_:./{}*-]{1,120}$/;
const EVENT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const FRAME = /^\s+at (.+)$/;

const isSafe = (kind: 'token' | 'number', value: unknown): boolean =>
  kind === 'number' ? typeof value === 'number' : typeof value === 'string' && TOKEN.test(value);

const allowed = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(ALLOWED)
      .filter(([name, kind]) => isSafe(kind, fields[name]))
      .map(([name]) => [name, fields[name]]),
  );

/** What an error says without its words: a message may quote what somebody sent. */
const outline = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: typeof error };
  const message = error.message.split('\n');
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => FRAME.test(line) && !message.includes(line));
  return {
    error: TOKEN.test(error.name) ? error.name : 'Error',
    ...(error instanceof IbexError && TOKEN.test(error.code) ? { code: error.code } : {}),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: outline(error.cause) }),
  };
};

/** The log: an event's name and fields from a closed list. Nothing personal can reach it, whatever is handed in. */
@Injectable()
export class SafeLog {
  private readonly logger: Logger;

  constructor(level: Level | 'silent', destination: DestinationStream) {
    this.logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  }

  info(event: string, fields: LogFields = {}): void {
    if (this.logger.isLevelEnabled('info')) this.logger.info(lineOf(event, fields));
  }

  warn(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.warn({ ...outline(error), ...lineOf(event, fields) });
  }

  error(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.error({ ...outline(error), ...lineOf(event, fields) });
  }
}

/** Under which trace the line was written, where somebody traces. */
const traced = (): LogFields => {
  const span = trace.getActiveSpan();
  return span?.isRecording() === true ? { traceId: span.spanContext().traceId } : {};
};

const lineOf = (event: string, fields: LogFields): Record<string, unknown> => ({
  event: EVENT.test(event) ? event : 'event-without-a-name',
  ...allowed({ ...traced(), ...fields }),
});
