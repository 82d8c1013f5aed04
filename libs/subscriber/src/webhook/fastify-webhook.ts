import type { ListenerOptions, Receives } from './listener';
import { MOST_BODY_BYTES } from './raw-body';
import type { WebhookHeaders } from './webhook-signature';

/** As much of Fastify as is needed. */
export interface FastifyReplyLike {
  code(status: number): unknown;
  headers(headers: Readonly<Record<string, string>>): unknown;
  send(body: string): unknown;
}
export interface FastifyRequestLike {
  readonly headers: WebhookHeaders;
  readonly body: unknown;
}
export interface FastifyLike {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    type: string,
    options: { parseAs: 'buffer'; bodyLimit: number },
    parser: (request: unknown, body: Buffer, done: (error: null, body: Buffer) => void) => void,
  ): unknown;
  post(
    path: string,
    handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>,
  ): unknown;
}

/** A Fastify plugin, whose parsers stay within it: `app.register(fastifyWebhook(receiver), { prefix: '/ibex' })`. */
export const fastifyWebhook =
  (receiver: Receives, { mostBytes = MOST_BODY_BYTES }: ListenerOptions = {}) =>
  (app: FastifyLike): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_, body, done) =>
      done(null, body),
    );
    app.post('/', async (request, reply) => {
      const { body } = request;
      const bytes = body instanceof Uint8Array ? body : new Uint8Array();
      const answer = await receiver.receive({ headers: request.headers, body: bytes });
      reply.code(answer.status);
      reply.headers(answer.headers);
      return reply.send(answer.body);
    });
    return Promise.resolve();
  };
