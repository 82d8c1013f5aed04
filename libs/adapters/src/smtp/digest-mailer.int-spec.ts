import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { BatchedEntry, ChannelBatch, Subscription } from '@ibex/kernel';
import { USUAL_MAIL_DOMAINS } from '@ibex/kernel';
import { FixedClock } from '../memory';
import { DigestMailer } from './digest-mailer';
import { MailServer, selfMade } from './smtp.fixture';
import type { SmtpPlace } from './smtp-place';

const CANARY = 'canary-Tilly-Invented';
const entry: BatchedEntry = {
  ...{ sequence: 12, kind: 'Reported missing', urgency: 'urgent', from: 'E09000007' },
  ...{ recordedAt: '2026-03-02T08:00:00.000Z', link: `/v1/notices/${CANARY}`, day: '2026-03-02' },
};
const batch: ChannelBatch = {
  id: '11111111-2222-4333-8444-555555555555',
  entries: [entry, { ...entry, sequence: 13, urgency: 'prompt', kind: 'Placement notified' }],
  isReplay: false,
};
const subscription = (target = 'duty-desk@croydon.gov.uk'): Subscription => ({
  ...{ id: '5f0c2a11-0000-4000-8000-000000000001', authority: 'E09000008', name: CANARY },
  ...{ channel: 'email-digest', target, filter: {}, startsAfter: 0, state: 'live', revision: 0 },
});
const headersOf = (text: string): string => text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');

describe('a digest by mail', () => {
  const server = new MailServer();
  const tls = selfMade();
  let place: SmtpPlace;

  const mailer = (change: Partial<SmtpPlace> = {}, timeoutMs = 20_000): DigestMailer =>
    new DigestMailer(new FixedClock('2026-03-02T09:00:00.000Z'), {
      smtp: { ...place, ...change },
      ...{ from: 'notices@ibex.example', publicUrl: 'https://ibex.example', timeoutMs },
      domains: USUAL_MAIL_DOMAINS,
    });
  const start = async (options: Parameters<MailServer['listen']>[0] = {}): Promise<void> => {
    place = { host: '127.0.0.1', port: await server.listen(options), isSecure: false };
  };

  beforeEach(() => {
    server.got.length = 0;
    server.refusal = undefined;
    server.hangsUpAfter = undefined;
  });
  afterEach(() => server.close());

  it('is taken once the server has said so, and says how many', async () => {
    await start();
    expect(await mailer().deliver(subscription(), batch)).toEqual({ kind: 'taken', status: 250 });
    const [mail] = server.got;
    expect(mail).toMatchObject({ from: 'notices@ibex.example', to: ['duty-desk@croydon.gov.uk'] });
    const headers = headersOf(mail?.text ?? '');
    for (const line of [
      'From: IBEX <notices@ibex.example>',
      'To: duty-desk@croydon.gov.uk',
      'Subject: IBEX: 1 urgent notice waits, and 1 other',
      'Message-ID: <11111111-2222-4333-8444-555555555555@ibex.example>',
      'Date: Mon, 02 Mar 2026 09:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'List-ID: <5f0c2a11-0000-4000-8000-000000000001.ibex.example>',
      'X-Priority: 1 (Highest)',
    ])
      expect(headers.toLowerCase().split('\r\n')).toContain(line.toLowerCase());
    expect(headers).toMatch(/Content-Type: multipart\/alternative/i);
    expect(mail?.text).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  it('holds nothing of the notice, of its sender or of what the subscription is called', async () => {
    await start();
    await mailer().deliver(subscription(), batch);
    const raw = server.got[0]?.text ?? '';
    const decoded = raw
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    expect(decoded).toContain('Reported missing');
    expect(raw + decoded).not.toMatch(/canary|Tilly|E09000007|Camden/i);
  });

  it('repeats itself with the same Message-ID', async () => {
    await start();
    await mailer().deliver(subscription(), batch);
    await mailer().deliver(subscription(), batch);
    const ids = server.got.map(({ text }) => /^Message-ID: .*$/im.exec(text)?.[0]);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it.each([
    'a@b.gov.uk\r\nBcc: spy@example.gov.uk',
    'a@b.gov.uk, spy@c.gov.uk',
    'a@b.gov.uk> SIZE=1\r\nRCPT TO:<spy@c.gov.uk',
    'spy',
    '',
  ])('goes to no target but one address: %j', async (target) => {
    await start();
    expect(await mailer().deliver(subscription(target), batch)).toEqual({
      kind: 'later',
      reason: 'target/not-an-address',
    });
    expect(server.got).toEqual([]);
  });

  it('goes to no domain that is not allowed, whenever the target was taken', async () => {
    await start();
    const outcome = await mailer().deliver(subscription('desk@example.com'), batch);
    expect(outcome).toEqual({ kind: 'later', reason: 'target/domain-not-allowed' });
    expect(server.got).toEqual([]);
  });

  it('keeps ids that are no ids out of its headers', async () => {
    await start();
    await mailer().deliver(subscription(), { ...batch, id: 'x\r\nBcc: spy@example.com' });
    const headers = headersOf(server.got[0]?.text ?? '');
    expect(headers).toMatch(/^Message-ID: <xBccspyexamplecom@ibex\.example>$/im);
    expect(headers).not.toMatch(/^bcc/im);
    expect(server.got[0]?.to).toEqual(['duty-desk@croydon.gov.uk']);
  });

  it.each([
    ['connect', 421, 'closing', { kind: 'later', reason: 'smtp/busy', status: 421 }],
    ['connect', 554, 'no', { kind: 'later', reason: 'smtp/not-let-in', status: 554 }],
    ['from', 451, 'local error', { kind: 'later', reason: 'smtp/busy', status: 451 }],
    ['to', 450, '4.2.1 mailbox busy', { kind: 'later', reason: 'smtp/busy', status: 450 }],
    [
      ...(['to', 451, '4.7.1 greylisted, try again in 120 seconds'] as const),
      { kind: 'later', reason: 'smtp/busy', status: 451, retryAfterMs: 120_000 },
    ],
    ['to', 550, 'no such mailbox', { kind: 'refused', reason: 'smtp/refused', status: 550 }],
    ['data', 452, 'full', { kind: 'later', reason: 'smtp/busy', status: 452 }],
    ['data', 554, 'refused', { kind: 'refused', reason: 'smtp/refused', status: 554 }],
  ] as const)('is told what the server says, at %s: %i %s', async (at, status, text, outcome) => {
    await start();
    server.refusal = { at, status, text };
    expect(await mailer().deliver(subscription(), batch)).toEqual(outcome);
    server.refusal = undefined;
    expect(await mailer().deliver(subscription(), batch)).toEqual({ kind: 'taken', status: 250 });
    expect(server.got.length).toBe(1);
  });

  it.each(['keeping', 'losing'] as const)(
    'does not know whether it was taken when the server hangs up after the message, %s it',
    async (how) => {
      await start();
      server.hangsUpAfter = how;
      expect(await mailer().deliver(subscription(), batch)).toEqual({
        kind: 'later',
        reason: 'smtp/unknown',
      });
      server.hangsUpAfter = undefined;
      await mailer().deliver(subscription(), batch);
      const ids = server.got.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
      expect(new Set(ids)).toEqual(new Set([`<${batch.id}@ibex.example>`]));
    },
  );

  it('waits for a server that is not there', async () => {
    await start();
    await server.close();
    expect(await mailer().deliver(subscription(), batch)).toEqual({
      kind: 'later',
      reason: 'smtp/not-reached',
    });
  });

  it('is encrypted by STARTTLS, checked against the named certificate, and signs in', async () => {
    const users: unknown[] = [];
    await start({
      ...{ ...tls, disabledCommands: [], authOptional: false },
      onAuth: ({ username, password }, { secure }, done) => {
        users.push([username, password, secure]);
        if (password === 'right') done(null, { user: username });
        else done(new Error('no'));
      },
    });
    const credentials = { user: 'ibex', password: 'right' };
    const secured = mailer({ ca: tls.cert, credentials });
    expect(await secured.deliver(subscription(), batch)).toEqual({ kind: 'taken', status: 250 });
    expect(server.got).toMatchObject([{ isSecure: true, user: 'ibex' }]);
    const wrong = mailer({ ca: tls.cert, credentials: { ...credentials, password: 'wrong' } });
    expect(await wrong.deliver(subscription(), batch)).toEqual({
      ...{ kind: 'later', reason: 'smtp/not-let-in', status: 535 },
    });
    expect(users).toEqual([
      ['ibex', 'right', true],
      ['ibex', 'wrong', true],
    ]);
  });

  it('is encrypted from the first byte where that is asked for', async () => {
    await start({ ...tls, secure: true });
    const outcome = await mailer({ ca: tls.cert, isSecure: true }).deliver(subscription(), batch);
    expect(outcome).toEqual({ kind: 'taken', status: 250 });
    expect(server.got).toMatchObject([{ isSecure: true }]);
  });

  it('sends nothing to a server whose certificate is somebody else’s', async () => {
    await start({ ...tls, disabledCommands: [] });
    const outcome = await mailer({ ca: selfMade().cert }).deliver(subscription(), batch);
    expect(outcome).toEqual({ kind: 'later', reason: 'smtp/not-trusted' });
    expect(server.got).toEqual([]);
  });

  it('sends nothing, not even a password, in the clear where it must be encrypted', async () => {
    const users: unknown[] = [];
    await start({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _, done) => {
        users.push(auth.username);
        done(null, { user: 'ibex' });
      },
    });
    const secured = mailer({ ca: tls.cert, credentials: { user: 'ibex', password: 'right' } });
    expect(await secured.deliver(subscription(), batch)).toEqual({
      kind: 'later',
      reason: 'smtp/no-tls',
      status: 500,
    });
    expect([users, server.got]).toEqual([[], []]);
  });

  describe('to a server that says nothing', () => {
    let silent: Server;
    const sockets: Socket[] = [];
    beforeEach(async () => {
      silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      place = { host: '127.0.0.1', port: (silent.address() as AddressInfo).port, isSecure: false };
    });
    afterEach(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => silent.close(resolve));
    });

    it('gives up after its time', async () => {
      const timeouts = { connectMs: 200, answerMs: 200 };
      const outcome = await mailer({ timeouts }).deliver(subscription(), batch);
      expect(outcome).toEqual({ kind: 'later', reason: 'smtp/timed-out' });
    });

    it('gives up at once when it is cut off', async () => {
      const stopping = new AbortController();
      const delivering = mailer().deliver(subscription(), batch, stopping.signal);
      while (sockets.length === 0) await new Promise((resolve) => setImmediate(resolve));
      stopping.abort();
      expect(await delivering).toEqual({ kind: 'later', reason: 'smtp/cut-off' });
    });
  });
});
