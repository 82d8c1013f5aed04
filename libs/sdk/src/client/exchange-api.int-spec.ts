import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../../../../test/support/exchange-in-process';
import { exchangeApi } from './exchange-api';
import type { ApiOptions, ExchangeApi } from './exchange-api';
import type { OwnWrites } from './own-writes';
import { ExchangeProblem, isProblem } from './problem';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const folders = temporaryFolders();

const child = { localId: 'R-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2010-05-06' } as const;
const body = {
  child,
  host: CROYDON,
  startsOn: '2026-03-02',
  notice: 'emergency',
  address: '1 Old Street',
} as const;
const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'none',
    (fault: unknown) => fault,
  );

describe('the client of an exchange', () => {
  let exchange: ExchangeInProcess;
  let api: ExchangeApi;
  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    const url = await exchange.listen();
    const token = (): Promise<string> => exchange.tokenOf([HACKNEY, 'system-client']);
    api = exchangeApi({ url, token, authority: HACKNEY });
  }, 60_000);
  afterAll(() => exchange.stop());

  it('posts under a key of its own, has the receipt checked, and reads what it wrote', async () => {
    const placed = await api.post('/v1/placements', { body });
    const receipt = await api.checkReceipt(placed, HACKNEY);
    const { position, recordedAt, id } = placed;
    expect(receipt).toMatchObject({ authority: HACKNEY, position, recordedAt, stream: `placement-${id}` });
    const register = await api.get('/v1/registers/placed-elsewhere', {
      params: { query: { atLeast: position } },
    });
    expect(register.items.map(({ recordRef }) => recordRef)).toEqual([placed.recordRef]);
  }, 30_000);

  it('gets the same answer for the same key, and a receipt that holds', async () => {
    const first = await api.post('/v1/placements', {
      body: { ...body, child: { ...child, localId: 'R-2' } },
      key: 'our-2',
    });
    const again = await api.post('/v1/placements', {
      body: { ...body, child: { ...child, localId: 'R-2' } },
      key: 'our-2',
    });
    expect([again, first.repeated, again.repeated]).toEqual([{ ...first, repeated: true }, false, true]);
  }, 30_000);

  const asSent = { authority: HACKNEY, key: 'our-3' };
  it.each([
    ['another authority', 'authority', {}, { ...asSent, authority: CROYDON }],
    ['another key', 'command', {}, { ...asSent, key: 'our-4' }],
    ['another place in the log', 'position', { position: 1 }, asSent],
    ['another notice', 'notice', { id: 'x' }, asSent],
    ['another time', 'time', { recordedAt: '2026-01-01T00:00:00.000Z' }, asSent],
    ['other facts', 'facts', { facts: ['PlacementEnded'] }, asSent],
    ['nobody, unsigned', 'signature', { receipt: 'e30.e30.AAAA' }, asSent],
  ])('takes no receipt that is for %s', async (_, fault, change, by) => {
    const third = { ...body, child: { ...child, localId: 'R-3' } };
    const placed = await api.post('/v1/placements', { body: third, key: asSent.key });
    const checked = faultOf(api.checkReceiptOf({ ...placed, ...change }, by));
    expect(await checked).toMatchObject({ code: 'receipt/not-valid', fault });
  });

  it('throws what the exchange says no with: code, field and mend', async () => {
    const wrong = await faultOf(api.post('/v1/placements', { body: { ...body, startsOn: 'tomorrow' } }));
    expect(wrong).toBeInstanceOf(ExchangeProblem);
    expect(isProblem(wrong, 'body-not-valid') && wrong.errors.map(({ field }) => field)).toEqual([
      'startsOn',
    ]);
    const ended = await faultOf(
      api.post('/v1/placements/{id}/end', {
        params: { path: { id: 'no-such-one' } },
        body: { endedOn: '2026-03-03' },
      }),
    );
    expect(isProblem(ended) && [ended.status, ended.document.code]).not.toBe(false);
  });
});

describe('a client of an exchange in trouble', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
  });

  type Script = (response: ServerResponse, request: IncomingMessage) => void;
  type Tried = Readonly<{ url: string | undefined; key: unknown; body: string }>;
  const against = async (
    scripts: readonly Script[],
    more: Partial<ApiOptions> = {},
  ): Promise<Readonly<{ api: ExchangeApi; tried: Tried[] }>> => {
    const tried: Tried[] = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url, headers } = request;
        tried.push({ url, key: headers['idempotency-key'], body: Buffer.concat(chunks).toString() });
        scripts[Math.min(tried.length, scripts.length) - 1]?.(response, request);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return { api: exchangeApi({ url, token: () => Promise.resolve('t'), ...more }), tried };
  };
  const answering =
    (status: number, headers: Readonly<Record<string, string>> = {}, answer: object = {}): Script =>
    (response) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(answer));
  const lost: Script = (response) => response.destroy();

  it('comes again when it is told to, or the connection is lost, each time with the same key and body', async () => {
    const { api, tried } = await against([
      lost,
      answering(503, { 'retry-after': '0' }),
      answering(429, { 'retry-after': '0' }),
      answering(201, {}, { id: 'n-1' }),
    ]);
    expect(await api.post('/v1/placements', { body })).toEqual({ id: 'n-1' });
    const [first] = tried;
    expect(String(first?.key)).toMatch(/^[\da-f-]{36}$/);
    expect(tried).toEqual([first, first, first, first]);
  }, 20_000);

  it('gives up when it was told often enough, and says how long it was asked to wait', async () => {
    const { api, tried } = await against([answering(503, { 'retry-after': '0' })], { tries: 2 });
    const fault = await faultOf(api.post('/v1/placements', { body }));
    expect([fault, tried.length]).toMatchObject([{ code: 'exchange/unavailable', retryAfterMs: 0 }, 2]);
  });

  it('ends a call within its time, waits included', async () => {
    const { api } = await against([answering(503, { 'retry-after': '20' })]);
    const beganMs = Date.now();
    expect(await faultOf(api.get('/v1/duties', { withinMs: 100 }))).toMatchObject({
      code: 'exchange/unavailable',
    });
    expect(Date.now() - beganMs).toBeLessThan(15_000);
  });

  it('reads no more of an answer than was agreed, and follows no redirect', async () => {
    const large = await against([answering(200, {}, { text: 'x'.repeat(5000) })], { mostBytes: 1000 });
    expect(await faultOf(large.api.get('/v1/duties'))).toMatchObject({ problem: 'answer-too-large' });
    server?.close();
    const { api } = await against([answering(302, { location: 'http://elsewhere/' })]);
    expect(await faultOf(api.get('/v1/duties'))).toMatchObject({ status: 302, problem: 'redirect' });
  });

  describe('that waits for what was posted', () => {
    const written = (): { at: number | undefined; writes: OwnWrites } => {
      const kept = {
        at: undefined as number | undefined,
        writes: {
          last: () => Promise.resolve(kept.at),
          wrote: (position: number) => Promise.resolve(void (kept.at = position)),
          givenUp: () => Promise.resolve(void (kept.at = undefined)),
        },
      };
      return kept;
    };
    const asksIn = (tried: readonly Tried[]) => tried.map(({ url }) => url);

    it('asks for nothing older than the last of it, of a batch the last of all', async () => {
      const { writes } = written();
      const answers = [{ answer: { position: 8 } }, { problem: {} }, { answer: { position: 9 } }];
      const { api, tried } = await against(
        [
          answering(200),
          answering(201, {}, { position: 7 }),
          answering(200),
          answering(200, {}, { answers }),
        ],
        { ownWrites: writes },
      );
      await api.get('/v1/duties');
      await api.post('/v1/placements', { body });
      await api.get('/v1/duties', { params: { query: { notice: 'n 1' } } });
      await api.post('/v1/batches', { body: { commands: [] } });
      await api.get('/v1/duties');
      await api.get('/v1/duties', { params: { query: { atLeast: 3 } } });
      expect(asksIn(tried).filter((url) => url?.startsWith('/v1/duties'))).toEqual([
        '/v1/duties',
        '/v1/duties?notice=n+1&atLeast=7',
        '/v1/duties?atLeast=9',
        '/v1/duties?atLeast=3',
      ]);
    });

    it('takes what there is where the views do not come, and asks for that no more until the next post', async () => {
      const { writes } = written();
      await writes.wrote(7);
      const behind = answering(504, { 'retry-after': '1' }, { code: 'view-behind' });
      const { api, tried } = await against(
        [behind, answering(200, {}, { items: [] }), answering(200), answering(201, {}, { position: 8 })],
        { ownWrites: writes },
      );
      expect(await api.get('/v1/duties')).toEqual({ items: [] });
      await api.get('/v1/duties');
      await api.post('/v1/placements', { body });
      await api.get('/v1/duties').catch(() => undefined);
      expect(asksIn(tried)).toEqual([
        '/v1/duties?atLeast=7',
        '/v1/duties',
        '/v1/duties',
        '/v1/placements',
        '/v1/duties?atLeast=8',
      ]);
    });
  });

  it('takes no receipt of an exchange that signs with a key that it does not publish', async () => {
    const receipt = `${Buffer.from('{"alg":"EdDSA","kid":"k"}').toString('base64url')}.e30.AAAA`;
    const answer = { id: 'n-1', position: 1, recordedAt: 'x', facts: [], receipt };
    const { api } = await against([answering(201, {}, answer), answering(200, {}, { keys: [] })], {
      authority: HACKNEY,
    });
    expect(await faultOf(api.post('/v1/placements', { body }))).toMatchObject({
      code: 'receipt/not-valid',
      fault: 'signature',
    });
  });
});
