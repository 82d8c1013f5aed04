import { ExchangeUnavailable } from '../exchange/exchange-faults';
import { CannotUse, TryLater } from '../handling/notice';
import type { Handler } from '../handling/notice';
import { MemorySeenEvents } from '../keeping/memory-seen-events';
import { anEvent, noting, until } from '../subscriber.fixture';
import type { WebhookAnswer } from './webhook-answer';
import type { WebhookReceiver } from './webhook-receiver';
import { webhookReceiver } from './webhook-receiver';
import type { WebhookOptions } from './webhook.options';
import { NOW_MS, SECRET, delivered } from './webhook.fixture';

const NEW_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const open: WebhookReceiver[] = [];
const receiving = (options: Partial<WebhookOptions>): WebhookReceiver => {
  const made = webhookReceiver({ secrets: [SECRET], handlers: {}, nowMs: () => NOW_MS, ...options });
  open.push(made);
  return made;
};
afterEach(() => Promise.all(open.splice(0).map((each) => each.stop())));

const codeOf = ({ status, headers, body }: WebhookAnswer): readonly unknown[] => [
  status,
  ...(body === '' ? [] : [(JSON.parse(body) as Readonly<{ code: string }>).code]),
  ...('retry-after' in headers ? [headers['retry-after']] : []),
];
const failing =
  (fault: () => Error): Handler =>
  () =>
    Promise.reject(fault());

describe('a webhook delivery', () => {
  it('reaches the handler of its type, and is answered once that is through', async () => {
    let finish: () => void = () => undefined;
    const told: unknown[] = [];
    const receiver = receiving({
      handlers: {
        'uk.ibex.placement.notified': async ({ type, recordRef, sequence, attempt }) => {
          told.push([type, recordRef, sequence, attempt]);
          await new Promise<void>((resolve) => (finish = resolve));
        },
      },
    });
    const answers: number[] = [];
    const first = receiver.receive(delivered(anEvent(1))).then(({ status }) => answers.push(status));
    await until(() => told.length === 1);
    expect([told, answers]).toEqual([[['uk.ibex.placement.notified', 'child-1', 1, 1]], []]);
    finish();
    await first;
    expect(answers).toEqual([204]);
  });

  it('is dealt with once, however often it comes', async () => {
    const { got, handler } = noting();
    const receiver = receiving({ fallback: handler });
    const six = Array.from({ length: 6 }, () => receiver.receive(delivered(anEvent(1))));
    const statuses = (await Promise.all(six)).map(({ status }) => status);
    const again = await receiver.receive(delivered(anEvent(1), { atMs: NOW_MS + 200_000 }));
    expect([statuses, again.status, got]).toEqual([[204, 204, 204, 204, 204, 204], 204, ['e-1']]);
  });

  it('is known after a restart where what was seen is kept', async () => {
    const { got, handler } = noting();
    const seen = new MemorySeenEvents();
    await receiving({ fallback: handler, seen }).receive(delivered(anEvent(1)));
    await receiving({ fallback: handler, seen }).receive(delivered(anEvent(1)));
    expect(got).toEqual(['e-1']);
  });

  it('waits for what came before about the same child, and for nobody else', async () => {
    const log: string[] = [];
    const held: (() => void)[] = [];
    const receiver = receiving({
      fallback: async ({ id }) => {
        log.push(`begin ${id}`);
        if (id === 'e-1') await new Promise<void>((resolve) => held.push(resolve));
        log.push(`end ${id}`);
      },
    });
    const all = [
      receiver.receive(delivered(anEvent(1, 'child-1'))),
      receiver.receive(delivered(anEvent(2, 'child-1'))),
      receiver.receive(delivered(anEvent(3, 'child-2'))),
    ];
    await until(() => log.includes('end e-3'));
    expect(log).toEqual(['begin e-1', 'begin e-3', 'end e-3']);
    held.forEach((letGo) => letGo());
    await Promise.all(all);
    expect(log.slice(3)).toEqual(['end e-1', 'begin e-2', 'end e-2']);
  });

  it('is believed under the old and the new secret while both are held, and then under the new one', async () => {
    const faults: string[] = [];
    const receiver = receiving({
      fallback: () => Promise.resolve(),
      onNotBelieved: (fault) => faults.push(fault),
    });
    const by = async (secret: string, sequence: number): Promise<number> =>
      (await receiver.receive(delivered(anEvent(sequence), { secret }))).status;
    const before = [await by(SECRET, 1), await by(NEW_SECRET, 2)];
    receiver.rotate([SECRET, NEW_SECRET]);
    const between = [await by(SECRET, 3), await by(NEW_SECRET, 4)];
    receiver.rotate([NEW_SECRET]);
    expect([before, between, [await by(SECRET, 5), await by(NEW_SECRET, 6)]]).toEqual([
      [204, 401],
      [204, 204],
      [401, 204],
    ]);
    expect(faults).toEqual(['webhook/signature-not-good', 'webhook/signature-not-good']);
  });

  it.each([
    [-301_000, 401],
    [-300_000, 204],
    [300_000, 204],
    [301_000, 401],
  ])('whose time is %i ms from now: %i', async (offMs, status) => {
    const receiver = receiving({ fallback: () => Promise.resolve() });
    expect((await receiver.receive(delivered(anEvent(1), { atMs: NOW_MS + offMs }))).status).toBe(status);
  });
});

describe('a notice that comes after a newer one of the same child', () => {
  it('is told for late, and those of others are not', async () => {
    const late: unknown[] = [];
    const fallback: Handler = ({ id, isLate }) => Promise.resolve(void late.push([id, isLate]));
    const receiver = receiving({ fallback });
    for (const [sequence, child] of [
      [5, 'child-1'],
      [4, 'child-1'],
      [3, 'child-2'],
      [6, 'child-1'],
    ] as const)
      await receiver.receive(delivered(anEvent(sequence, child)));
    expect(late).toEqual([
      ['e-5', false],
      ['e-4', true],
      ['e-3', false],
      ['e-6', false],
    ]);
  });
});

describe('a handler that fails', () => {
  it('is called again when the exchange comes again, and after some times the exchange is told to set it aside', async () => {
    const troubles: string[] = [];
    const receiver = receiving({
      attempts: 3,
      onTrouble: ({ what, attempts }) => troubles.push(`${what} ${attempts}`),
      fallback: failing(() => new Error('no column "legs"')),
    });
    const answers: unknown[] = [];
    for (let times = 0; times < 4; times += 1)
      answers.push(codeOf(await receiver.receive(delivered(anEvent(1)))));
    expect(answers).toEqual([
      [500, 'webhook/handler-failed'],
      [500, 'webhook/handler-failed'],
      [422, 'webhook/not-usable'],
      [422, 'webhook/not-usable'],
    ]);
    expect(troubles).toEqual([
      'handler-failed 1',
      'handler-failed 2',
      'handler-failed 3',
      'quarantined 3',
      'handler-failed 4',
      'quarantined 4',
    ]);
  });

  it('for ever is told at once', async () => {
    const receiver = receiving({ fallback: failing(() => new CannotUse()) });
    expect(codeOf(await receiver.receive(delivered(anEvent(1))))).toEqual([422, 'webhook/not-usable']);
  });

  it('for a reason of its own surroundings is called again and again, when it asked to be', async () => {
    const faults = [new TryLater(90_000), new ExchangeUnavailable('fault'), new TryLater(), new TryLater()];
    const receiver = receiving({
      attempts: 1,
      fallback: () => {
        const fault = faults.shift();
        return fault ? Promise.reject(fault) : Promise.resolve();
      },
    });
    const answers: unknown[] = [];
    for (let times = 0; times < 5; times += 1)
      answers.push(codeOf(await receiver.receive(delivered(anEvent(1)))));
    expect(answers).toEqual([
      [503, 'webhook/not-now', '90'],
      [503, 'webhook/not-now', '2'],
      [503, 'webhook/not-now', '4'],
      [503, 'webhook/not-now', '8'],
      [204],
    ]);
  });

  it('to finish in time is not waited for, goes on, and is not called again', async () => {
    const { got, handler } = noting();
    let finish: () => void = () => undefined;
    const receiver = receiving({
      answerWithinMs: 20,
      fallback: async (notice) => {
        await handler(notice);
        await new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const first = codeOf(await receiver.receive(delivered(anEvent(1))));
    const meanwhile = codeOf(await receiver.receive(delivered(anEvent(1))));
    finish();
    await until(async () => (await receiver.receive(delivered(anEvent(1)))).status === 204);
    expect([first, meanwhile, got]).toEqual([
      [503, 'webhook/still-at-work', '1'],
      [503, 'webhook/still-at-work', '1'],
      ['e-1'],
    ]);
  });
});

describe('a delivery that no handler gets', () => {
  it.each([
    ['no event', 'not json', {}, [422, 'webhook/not-usable']],
    ['a list', '[]', {}, [422, 'webhook/not-usable']],
    ['no notice', { id: 'e-1', type: 'x' }, {}, [422, 'webhook/not-usable']],
    ['an event of another name', anEvent(1), { id: 'e-2' }, [422, 'webhook/id-differs']],
    ['a type that nobody handles', anEvent(1), {}, [422, 'webhook/not-usable']],
  ] as const)('because it is %s', async (_, event, more, answer) => {
    expect(codeOf(await receiving({}).receive(delivered(event, more)))).toEqual(answer);
  });

  it('because too many are held already', async () => {
    const finish: (() => void)[] = [];
    const fallback = (): Promise<void> => new Promise((resolve) => finish.push(resolve));
    const receiver = receiving({ mostWaiting: 1, fallback });
    const first = receiver.receive(delivered(anEvent(1)));
    await until(() => finish.length === 1);
    expect(codeOf(await receiver.receive(delivered(anEvent(2))))).toEqual([503, 'webhook/busy', '1']);
    finish.forEach((letGo) => letGo());
    expect((await first).status).toBe(204);
  });

  it('because the receiver stops, which waits for what is at work', async () => {
    const log: string[] = [];
    const finish: (() => void)[] = [];
    const receiver = receiving({
      fallback: async () => {
        await new Promise<void>((resolve) => finish.push(resolve));
        log.push('handled');
      },
    });
    const first = receiver.receive(delivered(anEvent(1)));
    await until(() => finish.length === 1);
    const stopped = receiver.stop().then(() => log.push('stopped'));
    expect(codeOf(await receiver.receive(delivered(anEvent(2))))).toEqual([503, 'webhook/stopping', '1']);
    finish.forEach((letGo) => letGo());
    await stopped;
    expect([log, (await first).status]).toEqual([['handled', 'stopped'], 204]);
  });

  it('because nothing more is wanted: only once asked to, and only to whom the exchange signed', async () => {
    const receiver = receiving({ fallback: () => Promise.resolve() });
    const before = await receiver.receive(delivered(anEvent(1)));
    receiver.retire();
    const stranger = delivered(anEvent(2), { secret: NEW_SECRET });
    expect([before.status, codeOf(await receiver.receive(delivered(anEvent(2))))]).toEqual([
      204,
      [410, 'webhook/retired'],
    ]);
    expect((await receiver.receive(stranger)).status).toBe(401);
  });
});

describe('signs of life', () => {
  const heartbeat = {
    specversion: '1.0',
    id: 'h-1',
    type: 'uk.ibex.heartbeat',
    time: '2026-03-02T09:00:00.000Z',
  };

  it('are no notices', async () => {
    const { got, handler } = noting();
    const beats: string[] = [];
    const receiver = receiving({
      fallback: handler,
      onHeartbeat: ({ id, time }) => beats.push(`${id} ${time}`),
    });
    expect((await receiver.receive(delivered(heartbeat))).status).toBe(204);
    expect([beats, got]).toEqual([['h-1 2026-03-02T09:00:00.000Z'], []]);
  });

  it('that do not come are missed', async () => {
    const silences: number[] = [];
    receiving({ silentAfterMs: 40, onSilence: ({ forMs }) => silences.push(forMs) });
    await until(() => silences.length > 0);
    expect(silences[0]).toBeGreaterThanOrEqual(40);
  });
});
