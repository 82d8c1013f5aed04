import type { SchemaObject } from './openapi-types';

const text = (description: string): SchemaObject => ({ type: 'string', description });

/** RFC 9457 with the members that IBEX adds. */
export const PROBLEM_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: '/problems/<code>' },
    title: text('The same for every problem of this kind.'),
    status: { type: 'integer' },
    detail: text('What happened, in a sentence. Never holds personal data.'),
    code: text('For programs; never changes its meaning.'),
    field: text('The field that it is about.'),
    mend: text('What you can do about it.'),
    instance: { type: 'string', format: 'uri-reference', description: 'Quote it when you report a fault.' },
    errors: {
      type: 'array',
      description: 'Every fault of the body.',
      items: {
        type: 'object',
        required: ['field', 'rule', 'detail', 'mend'],
        properties: {
          field: text('Path of the field.'),
          rule: text('The rule that it breaks.'),
          detail: text('What is wrong.'),
          mend: text('What would be right.'),
        },
      },
    },
  },
};

/** What any guarded route may answer instead, by status. */
export const GUARDED: Readonly<Record<string, string>> = {
  '401': 'No valid access token.',
  '403': 'The token carries no role that may do this.',
  '404': 'Nothing here that you may see.',
  '429': 'Too many requests; Retry-After says when to come again.',
  '503': 'Not available now; Retry-After says when to come again.',
};

/** What a route that takes a body may answer besides. */
export const WITH_BODY: Readonly<Record<string, string>> = {
  '400': 'The request cannot be read, or its Idempotency-Key is missing.',
  '409': 'Refused, with a code and a reason; or the Idempotency-Key stands for another command.',
  '413': 'The body is too large.',
  '422': 'The body is not valid: every fault by field, rule and mend.',
};
