import { ROOT_CONTEXT, SpanKind, context, trace } from '@opentelemetry/api';
import type { Context, Span } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { toAttributes, tracer } from './span';

/** W3C Trace Context, version 00: trace id, span id, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The caller's span, where it names one in proper form; nothing else of what it sends is taken over. */
export const callersContext = (traceparent: unknown): Context => {
  const [, traceId, spanId, flags] =
    typeof traceparent === 'string' ? (TRACEPARENT.exec(traceparent) ?? []) : [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16) & 1,
    isRemote: true,
  });
};

/** A span for each request, named by the pattern of the route, never by the address that was asked for. */
export const addRequestSpans = (server: FastifyInstance): void => {
  const spans = new WeakMap<object, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url ?? 'none';
    const parent = callersContext(request.headers.traceparent);
    const attributes = toAttributes({ method, route });
    const span = tracer().startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    if (!span) {
      done();
      return;
    }
    span.setAttributes(toAttributes({ status: reply.statusCode }));
    // so that the line about the answer names the trace too
    context.with(trace.setSpan(ROOT_CONTEXT, span), done);
    span.end();
  });
};
