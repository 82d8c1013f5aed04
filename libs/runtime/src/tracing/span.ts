import { SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { Attributes, Span } from '@opentelemetry/api';
import { IbexError } from '@ibex/kernel';

/** Every attribute that a span may have. What is not listed is not sent, because nothing else is copied. */
const ALLOWED = {
  command: 'ibex.command',
  outcome: 'ibex.outcome',
  category: 'ibex.category',
  reaction: 'ibex.reaction',
  channel: 'ibex.channel',
  code: 'ibex.code',
  facts: 'ibex.facts',
  entries: 'ibex.entries',
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
} as const;
type Field = keyof typeof ALLOWED;
type Counted = 'facts' | 'entries' | 'status';
export type SpanFields = Readonly<Partial<{ [K in Field]: K extends Counted ? number : string }>>;

// as in the log: no space, comma or @, so that names, addresses and sentences do not fit
const TOKEN = /^[A-Za-z0-9_:./{}*-]{1,120}$/;
const isSafe = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && TOKEN.test(value));

export const toAttributes = (fields: SpanFields): Attributes =>
  Object.fromEntries(
    Object.entries(ALLOWED).flatMap(([field, name]) => {
      const value: unknown = Reflect.get(fields, field);
      return isSafe(value) ? [[name, value]] : [];
    }),
  );

/** Not the error's words: a message may quote what somebody sent. */
export const markFailed = (span: Span, error: unknown): void => {
  span.setAttributes(
    toAttributes({ outcome: 'failed', ...(error instanceof IbexError ? { code: error.code } : {}) }),
  );
  span.setStatus({ code: SpanStatusCode.ERROR });
};

export const tracer = () => trace.getTracer('ibex');

/** Does a piece of work within a span of its own; costs next to nothing while nobody traces. */
export const inSpan = <T>(
  name: string,
  fields: SpanFields,
  work: (tell: (more: SpanFields) => void) => Promise<T>,
): Promise<T> => {
  const span = tracer().startSpan(name);
  if (!span.isRecording()) return work(tellNobody);
  span.setAttributes(toAttributes(fields));
  return context.with(trace.setSpan(context.active(), span), async () => {
    try {
      return await work((more) => span.setAttributes(toAttributes(more)));
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
};

const tellNobody = (): void => undefined;
