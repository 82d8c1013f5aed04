import type { ArrivedContent } from '@ibex/kernel';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The event of a body, or the reason why there is none. */
export const eventIn = (body: Buffer): ArrivedContent => {
  const text = body.toString('utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (isFields(parsed)) return { event: parsed };
  } catch {
    return { unreadable: text, reason: 'the body is not JSON' };
  }
  return { unreadable: text, reason: 'the body is no JSON object' };
};
