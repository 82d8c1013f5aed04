import type { ChannelOutcome } from '@ibex/kernel';

/**
 * What went wrong on the way. `status`: the server's, where it said one; `text`: its words, to be read and never passed
 * on. `isSent`: all of the message had left.
 */
export type SmtpTrouble = Readonly<{
  stage: 'connecting' | 'entering' | 'sending';
  code: string;
  status?: number;
  text: string;
  isSent: boolean;
}>;

const MINUTE = 60_000;
/** Greylisting turns away what comes back sooner, mostly within these (RFC 6647, 5). */
const GREYLISTED_MS = 5 * MINUTE;
const LONGEST_MS = 60 * MINUTE;
const GREYLISTING = /\b4\.7\.[01]\b|gr[ae]y-?list/i;
const ASKED = /\b(\d{1,4})\s*(s|secs?|seconds?|m|mins?|minutes?)\b/i;

/** When a server that turned us away for now wants to see us again; undefined: it did not say. */
export const askedForMs = (status: number, text: string): number | undefined => {
  if ((status !== 450 && status !== 451) || !GREYLISTING.test(text)) return undefined;
  const [, amount, unit = ''] = ASKED.exec(text) ?? [];
  if (amount === undefined) return GREYLISTED_MS;
  const ms = Number(amount) * (unit.toLowerCase().startsWith('m') ? MINUTE : 1_000);
  return Math.min(Math.max(ms, 1_000), LONGEST_MS);
};

const NO_TLS = 'smtp/no-tls';
const CODES: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'smtp/timed-out',
  ETLS: NO_TLS,
  EDISTRUST: 'smtp/not-trusted',
  EAUTH: 'smtp/not-let-in',
  ECUT: 'smtp/cut-off',
};

const reasonWithoutAnswer = ({ stage, code, isSent }: SmtpTrouble): string => {
  // nobody knows whether it was taken: the repeat carries the same Message-ID
  if (isSent) return 'smtp/unknown';
  return CODES[code] ?? (stage === 'connecting' ? 'smtp/not-reached' : 'smtp/dropped');
};

/** What a server's answer, or none, says of the message and of the server (RFC 5321, 4.2.1 and 4.5.4.1). */
export const outcomeOf = (trouble: SmtpTrouble): ChannelOutcome => {
  const { stage, status, text } = trouble;
  if (status === undefined) return { kind: 'later', reason: reasonWithoutAnswer(trouble) };
  if (trouble.code === 'ETLS') return { kind: 'later', reason: NO_TLS, status };
  if (status < 400 || status > 599) return { kind: 'later', reason: 'smtp/odd-answer', status };
  if (status < 500) {
    const retryAfterMs = askedForMs(status, text);
    return {
      kind: 'later',
      reason: 'smtp/busy',
      status,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  }
  // before anything was said of a message it speaks of us and of our settings
  if (stage !== 'sending') return { kind: 'later', reason: 'smtp/not-let-in', status };
  return { kind: 'refused', reason: 'smtp/refused', status };
};
