import { request } from 'node:http';

/**
 * One request as a browser makes it when it goes to a page: Node's own `fetch` would say of itself that it is a script
 * (Sec-Fetch-Mode). Redirects are not followed.
 */
export const navigate = async (url: URL, init: RequestInit = {}): Promise<Response> => {
  const wrapped = new Request(url, {
    method: 'POST',
    ...(init.body === undefined ? {} : { body: init.body }),
  });
  const body = init.body === undefined ? undefined : Buffer.from(await wrapped.arrayBuffer());
  const headers = new Headers(init.headers);
  const type = wrapped.headers.get('content-type');
  if (body && type !== null && !headers.has('content-type')) headers.set('content-type', type);
  if (body) headers.set('content-length', String(body.length));
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: init.method ?? 'GET', headers: Object.fromEntries(headers) });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const told = new Headers();
        for (const [name, values = []] of Object.entries(answer.headersDistinct))
          for (const value of values) told.append(name, value);
        const status = answer.statusCode ?? 0;
        resolve(
          new Response([204, 304].includes(status) ? null : Buffer.concat(parts), { status, headers: told }),
        );
      });
    });
    asked.end(body);
  });
};
