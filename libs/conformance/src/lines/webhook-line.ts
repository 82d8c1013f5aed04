import { GuardedPoster, isPublicAddress } from '@ibex/adapters/webhook';
import { toOutcome, toSignedPost } from '@ibex/adapters/webhook';
import type { Answered, Outgoing, SignedPost } from '@ibex/adapters/webhook';
import type { Notice } from '../notices/invented-notices';
import type { Answer, Line } from './line';
import { plainPost } from './plain-post';

export type WebhookTarget = Readonly<{
  url: URL;
  /** Signs unless told otherwise. */
  secrets: readonly string[];
  /** Loopback and private addresses too, and there without TLS. */
  allowPrivate: boolean;
  /** PEM: an authority of certificates to trust instead of the usual ones. */
  ca?: string;
}>;

/** One try that is not the usual one: other secrets, another time, or something done to what was signed. */
export type Unusual = Readonly<{
  secrets?: readonly string[];
  /** How far the timestamp is from now. */
  skewMs?: number;
  alter?: (post: SignedPost) => SignedPost;
}>;

type Post = Readonly<{ post: (outgoing: Outgoing) => Promise<Answered>; close: () => void }>;

const posterFor = ({ url, allowPrivate, ca }: WebhookTarget): Post => {
  if (url.protocol === 'http:') {
    if (!allowPrivate) throw new Error('a receiver without TLS is tried only with --allow-private');
    return { post: plainPost, close: () => undefined };
  }
  const tls = { ...(ca === undefined ? {} : { ca }), ...(url.port === '' ? {} : { port: Number(url.port) }) };
  const poster = new GuardedPoster({ tls, isAllowed: allowPrivate ? () => true : isPublicAddress });
  return { post: (outgoing) => poster.post(outgoing), close: () => poster.close() };
};

const fieldsOf = (fault: unknown): Readonly<{ name?: unknown; code?: unknown }> =>
  typeof fault === 'object' && fault !== null
    ? { name: Reflect.get(fault, 'name'), code: Reflect.get(fault, 'code') }
    : {};

const CUT_OFF = new Set(['AbortError', 'TimeoutError']);

/** The name of what went wrong, which quotes nothing. */
const wordFor = (fault: unknown): string => {
  const { name = '', code = '' } = { ...fieldsOf(fault) };
  if (CUT_OFF.has(String(name))) return 'timed-out';
  return typeof code === 'string' && code !== '' ? code : 'not-reached';
};

/** Posts to the receiver as the dispatcher does. */
export class WebhookLine implements Line {
  readonly kind = 'webhook';
  private readonly poster: Post;

  constructor(private readonly target: WebhookTarget) {
    this.poster = posterFor(target);
  }

  async send(notice: Notice, { secrets, skewMs = 0, alter = (post) => post }: Unusual = {}): Promise<Answer> {
    const nowMs = Date.now();
    const beganMs = performance.now();
    const signed = alter(toSignedPost(notice, secrets ?? this.target.secrets, nowMs + skewMs));
    const { id } = notice;
    const ms = (): number => Math.round(performance.now() - beganMs);
    try {
      const answered = await this.poster.post({ url: this.target.url, ...signed });
      const { kind: outcome, ...more } = toOutcome(answered, nowMs);
      const retryAfterMs = 'retryAfterMs' in more ? { retryAfterMs: more.retryAfterMs } : {};
      return { id, outcome, status: answered.status, ms: ms(), ...retryAfterMs };
    } catch (fault) {
      return { id, outcome: 'later', fault: wordFor(fault), ms: ms() };
    }
  }

  close(): void {
    this.poster.close();
  }
}
