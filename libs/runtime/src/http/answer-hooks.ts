import type { FastifyInstance } from 'fastify';
import type { SafeLog } from '../logging/safe-log';
import type { Metrics } from '../metrics/metrics';
import { sha256 } from '../intake/digest';

type Seen = Readonly<{ method: string; headers: Readonly<Record<string, unknown>> }>;

/** Nothing here is for a browser to run, frame, guess or keep. Pages of the console set their own policy. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

/**
 * How far a view has read moves with every fact, the one that says that somebody has just looked among them: it is no
 * change of what is shown. A quote within text is escaped, so that nothing but the field itself is left out.
 */
const HOW_FAR = /"position":-?\d+,"upToDate":(?:true|false)/;

/** A tag of what is shown, so that a reader who has it already is told so instead of being sent it again. */
const tagOf = (payload: string): string => `W/"${sha256(payload.replace(HOW_FAR, '')).slice(0, 32)}"`;

const knows = (request: Seen, tag: string): boolean => {
  const known = request.headers['if-none-match'];
  return typeof known === 'string' && known.split(',').some((each) => each.trim() === tag);
};

const isTaggable = (
  request: Seen,
  reply: Readonly<{ statusCode: number }>,
  payload: unknown,
): payload is string => request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';

const routes = new WeakMap<object, string>();

/** A server within the server says which of its own routes answers a request (Node's own), by which it is logged and measured. */
export const answersUnder = (request: object, route: string): void => {
  routes.set(request, route);
};

const routeOf = (
  request: Readonly<{ raw: object; routeOptions: Readonly<{ url?: string | undefined }> }>,
): string => routes.get(request.raw) ?? request.routeOptions.url ?? 'none';

export const addAnswerHeaders = (server: FastifyInstance): void => {
  server.addHook('onSend', (request, reply, payload) => {
    for (const [name, value] of Object.entries(HEADERS)) {
      if (reply.getHeader(name) === undefined) reply.header(name, value);
    }
    if (!isTaggable(request, reply, payload)) return Promise.resolve(payload);
    const tag = tagOf(payload);
    reply.header('etag', tag);
    if (!knows(request, tag)) return Promise.resolve(payload);
    reply.code(304);
    reply.removeHeader('content-type');
    reply.removeHeader('content-length');
    return Promise.resolve('');
  });
};

/** One line per answer: the route's pattern, never the address that was asked for. */
export const addAnswerLog = (server: FastifyInstance, log: SafeLog): void => {
  server.addHook('onResponse', (request, reply) => {
    log.info('answered', {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime * 10) / 10,
    });
    return Promise.resolve();
  });
};

/** How long each answer took. */
export const addAnswerMeasure = (server: FastifyInstance, metrics: Metrics): void => {
  server.addHook('onResponse', (request, reply, done) => {
    metrics.answered({
      route: routeOf(request),
      method: request.method,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
    });
    done();
  });
};
