/**
 * A JSON document of at most so many bytes. Redirects are not followed: an address that an operator checked must not lead
 * elsewhere. Errors say what was wrong, never what was in the answer.
 */
export const fetchJson = async (url: URL, signal: AbortSignal, longestBytes: number): Promise<unknown> => {
  try {
    return await asked(url, signal, longestBytes);
  } catch (cause) {
    throw signal.aborted ? new Error('too slow', { cause }) : cause;
  }
};

const asked = async (url: URL, signal: AbortSignal, longestBytes: number): Promise<unknown> => {
  const headers = { accept: 'application/jwk-set+json, application/json' };
  const answer = await fetch(url, { signal, headers, redirect: 'manual' });
  try {
    if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
    return parsed(await textOf(answer, longestBytes));
  } finally {
    await answer.body?.cancel().catch(() => undefined);
  }
};

const textOf = async (answer: Response, longestBytes: number): Promise<string> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > longestBytes) throw new Error(`answer longer than ${longestBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('answer is not JSON');
  }
};
