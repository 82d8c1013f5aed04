import { askedForMs, outcomeOf } from './smtp-answer.rule';
import type { SmtpTrouble } from './smtp-answer.rule';

const MINUTE = 60_000;
const trouble = (change: Partial<SmtpTrouble>): SmtpTrouble => ({
  ...{ stage: 'sending', code: 'EENVELOPE', text: '', isSent: false },
  ...change,
});

describe('the answer of a mail server', () => {
  it.each([421, 450, 451, 452, 454])('%i: come again later', (status) => {
    expect(outcomeOf(trouble({ status }))).toEqual({ kind: 'later', reason: 'smtp/busy', status });
  });

  it.each([500, 530, 550, 552, 554, 556])('%i to the message: it does not want this one', (status) => {
    expect(outcomeOf(trouble({ status }))).toEqual({ kind: 'refused', reason: 'smtp/refused', status });
  });

  it.each([
    ['connecting', 554],
    ['entering', 535],
  ] as const)('to us, %s: %i is for the operator to mend', (stage, status) => {
    expect(outcomeOf(trouble({ stage, status }))).toEqual({
      kind: 'later',
      reason: 'smtp/not-let-in',
      status,
    });
  });

  it('that is none of SMTP is waited out', () => {
    expect(outcomeOf(trouble({ status: 302 }))).toEqual({
      kind: 'later',
      reason: 'smtp/odd-answer',
      status: 302,
    });
  });

  it.each([
    ['connecting', 'ESOCKET', false, 'smtp/not-reached'],
    ['connecting', 'EDNS', false, 'smtp/not-reached'],
    ['connecting', 'ETIMEDOUT', false, 'smtp/timed-out'],
    ['connecting', 'ETLS', false, 'smtp/no-tls'],
    ['entering', 'EAUTH', false, 'smtp/not-let-in'],
    ['sending', 'ECONNECTION', false, 'smtp/dropped'],
    ['sending', 'ECUT', false, 'smtp/cut-off'],
    ['sending', 'ECONNECTION', true, 'smtp/unknown'],
    ['sending', 'ETIMEDOUT', true, 'smtp/unknown'],
    ['sending', 'ECUT', true, 'smtp/unknown'],
  ] as const)('that never came, %s (%s, all sent: %s): %s', (stage, code, isSent, reason) => {
    expect(outcomeOf(trouble({ stage, code, isSent }))).toEqual({ kind: 'later', reason });
  });

  it.each([
    ['451 4.7.1 Greylisting in action, please come back later', 5 * MINUTE],
    ['450 4.2.0 <a@b.uk>: Recipient address rejected: Greylisted, see http://x for 300 seconds', 5 * MINUTE],
    ['450 Gray-listed; try again in 2 minutes', 2 * MINUTE],
    ['451 4.7.1 retry in 90 sec', 90_000],
    ['451 greylisted for 9999 minutes', 60 * MINUTE],
  ])('that greylists says when: %s', (text, ms) => {
    expect(askedForMs(Number(text.slice(0, 3)), text)).toBe(ms);
    const status = Number(text.slice(0, 3));
    expect(outcomeOf(trouble({ status, text }))).toMatchObject({ kind: 'later', retryAfterMs: ms });
  });

  it.each(['450 4.2.1 mailbox busy, 3 minutes', '421 4.7.0 try again in 3 minutes', '452 4.3.1 full'])(
    'that does not greylist does not: %s',
    (text) => {
      expect(askedForMs(Number(text.slice(0, 3)), text)).toBeUndefined();
    },
  );
});
