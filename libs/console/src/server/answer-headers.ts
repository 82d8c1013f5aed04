import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ConsoleRequest } from '../frame/visits';

const ASSETS = '/console/assets/';
const FOR_GOOD = 'public, max-age=31536000, immutable';

const policyFor = (leavesBy: string | undefined): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    // a form may end at the provider: signing out goes on there
    `form-action 'self'${leavesBy === undefined ? '' : ` ${leavesBy}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

const visitOf = (request: FastifyRequest): ConsoleRequest['visit'] => {
  const seen: unknown = Reflect.get(request, 'visit');
  return typeof seen === 'object' && seen !== null ? (seen as ConsoleRequest['visit']) : undefined;
};

/** On every answer, faults among them: nothing is kept, framed, guessed, or loaded from elsewhere. */
export const addAnswerHeaders = (server: FastifyInstance): void => {
  // also for what is written past Fastify, as an event stream is
  server.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
    reply.raw.setHeader('content-security-policy', policyFor(undefined));
    reply.raw.setHeader('cache-control', 'no-store');
    done();
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
    reply.header('content-security-policy', policyFor(visitOf(request)?.leavesBy));
    const isAsset = request.url.startsWith(ASSETS) && reply.statusCode < 400;
    reply.header('cache-control', isAsset ? FOR_GOOD : 'no-store');
    done(null, payload);
  });
};
