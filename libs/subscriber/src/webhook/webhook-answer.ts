import type { WebhookHeaders } from './webhook-signature';

/** A POST as it came: `body` byte for byte, since the signature is over these bytes. */
export type WebhookDelivery = Readonly<{ headers: WebhookHeaders; body: Uint8Array }>;

/** What to answer. The exchange reads the status and Retry-After and nothing else; the body is for whoever debugs. */
export type WebhookAnswer = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

export const TAKEN: WebhookAnswer = { status: 204, headers: {}, body: '' };

/** RFC 9457. Quotes nothing of what came. */
export const problem = (status: number, code: string, detail: string): WebhookAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: `/problems/${code}`, status, code, detail }),
});

/** 503: nothing is wrong with the notice, and it is to be sent again. */
export const later = (code: string, afterMs: number): WebhookAnswer => {
  const answer = problem(503, code, 'The receiver cannot take it now.');
  const seconds = Math.max(Math.ceil(afterMs / 1000), 1);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
};

/** 401 and not 400: the exchange then waits for a mend of secrets or clocks, instead of giving this one notice up. */
export const NOT_BELIEVED = {
  'webhook/header-missing': problem(
    401,
    'webhook/header-missing',
    'webhook-id, webhook-timestamp and webhook-signature are needed, each once.',
  ),
  'webhook/time-not-now': problem(
    401,
    'webhook/time-not-now',
    'webhook-timestamp is more than five minutes from the clock of the receiver.',
  ),
  'webhook/signature-not-good': problem(
    401,
    'webhook/signature-not-good',
    'None of the signatures fits this body under the keys that the receiver holds.',
  ),
} as const;

/** 500: the handler failed; the exchange comes again. */
export const FAILED = problem(500, 'webhook/handler-failed', 'The handler failed.');
/** 422: the exchange sets it aside after a few of these, where it can be looked at and sent once more. */
export const NOT_USABLE = problem(422, 'webhook/not-usable', 'The receiver cannot use this one.');
export const ID_DIFFERS = problem(422, 'webhook/id-differs', 'webhook-id is not the id of the event.');
/** 410: the exchange stops until somebody there resumes the subscription. */
export const RETIRED = problem(410, 'webhook/retired', 'Nothing more is taken here.');
export const TOO_LARGE = problem(413, 'webhook/too-large', 'The body is larger than the receiver takes.');
export const POST_ONLY: WebhookAnswer = {
  ...problem(405, 'webhook/post-only', 'Notices are posted.'),
  headers: { 'content-type': 'application/problem+json', allow: 'POST' },
};
/** A fault of how the receiver is put together, so a 500. */
export const ALREADY_PARSED = problem(
  500,
  'webhook/body-already-parsed',
  'The bytes of the body are gone: put the receiver before the body parser, or give it the raw body.',
);
