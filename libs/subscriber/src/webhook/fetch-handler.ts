import type { ListenerOptions, Receives } from './listener';
import { rawBodyOf } from './raw-body';
import { POST_ONLY } from './webhook-answer';
import type { WebhookAnswer } from './webhook-answer';

// eslint knows the platform's streams as iterable, older libraries of types do not
async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}

const toResponse = ({ status, headers, body }: WebhookAnswer): Response =>
  new Response(body === '' ? null : body, { status, headers: { ...headers } });

/** For servers that speak the Fetch API (Hono, Next, Deno, Bun): a Request in, a Response out. */
export const fetchHandler =
  (receiver: Receives, { mostBytes }: ListenerOptions = {}) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return toResponse(POST_ONLY);
    const headers = Object.fromEntries(request.headers);
    const asked = { headers, [Symbol.asyncIterator]: () => chunksOf(request) };
    const body = await rawBodyOf(asked, mostBytes);
    return toResponse(body instanceof Uint8Array ? await receiver.receive({ headers, body }) : body);
  };
