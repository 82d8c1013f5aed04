import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers by Node's own request and response. */
export type Pages = Readonly<{
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}>;
