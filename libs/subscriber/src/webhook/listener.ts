import { rawBodyOf } from './raw-body';
import type { RawRequest } from './raw-body';
import { POST_ONLY } from './webhook-answer';
import type { WebhookAnswer, WebhookDelivery } from './webhook-answer';

export interface Receives {
  receive(delivery: WebhookDelivery): Promise<WebhookAnswer>;
}
export interface RawResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body: string): unknown;
  destroy(): unknown;
}
export type ListenerOptions = Readonly<{ mostBytes?: number }>;

const answerTo = async (
  receiver: Receives,
  request: RawRequest,
  mostBytes?: number,
): Promise<WebhookAnswer> => {
  if (request.method !== 'POST') return POST_ONLY;
  const body = await rawBodyOf(request, mostBytes);
  if (!(body instanceof Uint8Array)) return { ...body, headers: { ...body.headers, connection: 'close' } };
  return receiver.receive({ headers: request.headers, body });
};

/** For `http.createServer`, Express and Nest: `app.use('/ibex', listener(receiver))`, before any body parser. */
export const listener =
  (receiver: Receives, { mostBytes }: ListenerOptions = {}) =>
  (request: RawRequest, response: RawResponse): void => {
    answerTo(receiver, request, mostBytes).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      },
      // the connection broke while the body came: there is nobody to answer
      () => response.destroy(),
    );
  };
