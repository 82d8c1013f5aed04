import type { WebhookKey } from './webhook-key';

/** Header names in lower case, as Node and `Headers` give them. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Signed = Readonly<{ id: string; timestamp: string; signatures: string }>;

/** Why a delivery is not believed. */
export type SignatureFault = 'webhook/header-missing' | 'webhook/time-not-now' | 'webhook/signature-not-good';

/** Standard Webhooks 1.0: five minutes either way. */
export const TOLERANCE_MS = 300_000;
/** A sender that rotates sends two or three; what is beyond that only costs time. */
const MOST_SIGNATURES = 20;
const SECONDS = /^\d{1,12}$/;

const single = (headers: WebhookHeaders, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The three headers; undefined where one is missing or comes twice. */
export const signedIn = (headers: WebhookHeaders): Signed | undefined => {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    single(headers, `webhook-${name}`),
  );
  if (id === undefined || timestamp === undefined || signatures === undefined) return undefined;
  return { id, timestamp, signatures };
};

/** What stands behind `v1,` and `v1a,`, in its one spelling; other versions are passed over later. */
const readSignatures = (header: string): readonly Readonly<{ version: string; bytes: Buffer }>[] =>
  header.split(' ', MOST_SIGNATURES).flatMap((each) => {
    const comma = each.indexOf(',');
    const text = each.slice(comma + 1);
    const bytes = Buffer.from(text, 'base64');
    return comma > 0 && bytes.toString('base64') === text ? [{ version: each.slice(0, comma), bytes }] : [];
  });

/** Whether one of the keys made one of the signatures over exactly this body, within five minutes of now. */
export const faultOf = (
  signed: Signed | undefined,
  body: Buffer,
  { keys, nowMs }: Readonly<{ keys: readonly WebhookKey[]; nowMs: number }>,
): SignatureFault | undefined => {
  if (!signed) return 'webhook/header-missing';
  const { id, timestamp, signatures } = signed;
  if (!SECONDS.test(timestamp) || Math.abs(nowMs - Number(timestamp) * 1000) > TOLERANCE_MS)
    return 'webhook/time-not-now';
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const good = readSignatures(signatures).some(({ version, bytes }) =>
    keys.some((key) => key.version === version && key.isGood(content, bytes)),
  );
  return good ? undefined : 'webhook/signature-not-good';
};
