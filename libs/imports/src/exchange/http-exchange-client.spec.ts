import type { ExchangeCommand, OwnMissing, OwnPlacement } from './exchange-client.port';
import { HttpExchangeClient } from './http-exchange-client';

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const command = (key: string): ExchangeCommand => ({ action: 'placement/notify', key, body: { a: 1 } });
const recorded = (key: string) => ({ key, status: 201, answer: { id: `id of ${key}`, repeated: false } });

const exchange = (...answers: readonly (Response | Error)[]) => {
  const asked: { path: string; keys: readonly string[]; token: string | null }[] = [];
  const waited: number[] = [];
  const client = new HttpExchangeClient({
    url: 'http://127.0.0.1:1',
    token: 'secret',
    attempts: 3,
    sleep: (ms) => Promise.resolve(void waited.push(ms)),
    fetch: (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : {};
      const commands = (body as { commands?: readonly ExchangeCommand[] }).commands ?? [];
      asked.push({
        path: url.pathname + url.search,
        keys: commands.map(({ key }) => key),
        token: new Headers(init?.headers).get('authorization'),
      });
      const answer = answers[asked.length - 1] ?? new Error('nobody there');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { client, asked, waited };
};
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

describe('commands over HTTP', () => {
  it('are sent as one batch and answered one by one', async () => {
    const problem = {
      code: 'placement/not-known',
      detail: 'There is none.',
      field: 'x',
      mend: 'Look again.',
    };
    const { client, asked } = exchange(
      json({ answers: [recorded('a'), { key: 'b', status: 409, problem }] }),
    );
    expect(await client.submit([command('a'), command('b')])).toStrictEqual([
      { outcome: 'recorded', id: 'id of a', repeated: false },
      {
        outcome: 'refused',
        code: 'placement/not-known',
        because: 'There is none.',
        field: 'x',
        mend: 'Look again.',
      },
    ]);
    expect(asked).toStrictEqual([{ path: '/v1/batches', keys: ['a', 'b'], token: 'Bearer secret' }]);
  });

  it('are sent again while the exchange is busy or away, after the time that it asks for', async () => {
    const { client, asked, waited } = exchange(
      json({}, 429, { 'retry-after': '2' }),
      new TypeError('fetch failed'),
      json({ answers: [recorded('a')] }),
    );
    expect(await client.submit([command('a')])).toStrictEqual([
      { outcome: 'recorded', id: 'id of a', repeated: false },
    ]);
    expect([asked.map(({ keys }) => keys), waited]).toStrictEqual([
      [['a'], ['a'], ['a']],
      [2_000, 500],
    ]);
  });

  it('are sent again one by one where only some met a passing fault', async () => {
    const { client, asked } = exchange(
      json({ answers: [recorded('a'), { key: 'b', status: 503, problem: { code: 'busy' } }] }),
      json({ answers: [recorded('b')] }),
    );
    const answers = await client.submit([command('a'), command('b')]);
    expect([answers.map(({ outcome }) => outcome), asked.map(({ keys }) => keys)]).toStrictEqual([
      ['recorded', 'recorded'],
      [['a', 'b'], ['b']],
    ]);
  });

  it.each([
    ['unreachable', [], 'imports/exchange-unreachable'],
    ['refusing the token', [json({ detail: 'The token has expired.' }, 401)], 'imports/exchange-refused'],
    [
      'failing for ever',
      [1, 2, 3].map(() => json({ answers: [{ key: 'a', status: 500, problem: { code: 'unforeseen' } }] })),
      'imports/exchange-unreachable',
    ],
  ])('end the import with an exchange that is %s', async (_, answers, code) => {
    await expect(exchange(...answers).client.submit([command('a')])).rejects.toMatchObject({ code });
  });

  it('are not sent when there are none', async () => {
    const { client, asked } = exchange();
    expect([await client.submit([]), asked]).toStrictEqual([[], []]);
  });
});

describe('what the exchange holds', () => {
  it('is read page by page, a placement whose carer moved as its stays', async () => {
    const known = {
      localId: '4711',
      startsOn: '2024-05-01',
      restricted: false,
      placementType: 'U6',
      provider: 'PR4',
      providerUrn: 'SC123456',
      postcode: 'CR0 7UD',
    };
    const placed = {
      ...known,
      noticeId: 'p-1',
      host: { kind: 'authority', gss: 'E09000008', name: 'Croydon' },
      stays: [{ host: { kind: 'authority', gss: 'E09000008' }, startsOn: '2024-05-01' }],
    };
    const stays = [
      { host: { kind: 'outside-england', code: 'WAL' }, startsOn: '2024-05-01', endedOn: '2024-06-01' },
      { host: { kind: 'unknown' }, startsOn: '2024-06-01' },
    ];
    const withheld = { noticeId: 'p-3', localId: '4713', startsOn: '2024-05-01', endedOn: '2024-07-01' };
    const { client, asked } = exchange(
      json({ items: [placed, { noticeId: 'p-9', startsOn: '2024-05-01' }], next: 'n/2' }),
      json({
        items: [
          {
            noticeId: 'p-2',
            localId: '4712',
            startsOn: '2024-05-01',
            host: { kind: 'unknown' },
            stays,
            restricted: false,
          },
          { ...withheld, host: { kind: 'withheld' }, stays: [], restricted: true },
        ],
      }),
    );
    const moved = { kind: 'placement', id: 'p-2', localId: '4712', restricted: false, moved: true } as const;
    expect(await all<OwnPlacement>(client.ownPlacements())).toStrictEqual([
      { kind: 'placement', id: 'p-1', ...known, host: { kind: 'authority', gss: 'E09000008' } },
      {
        ...moved,
        startsOn: '2024-05-01',
        endedOn: '2024-06-01',
        host: { kind: 'outside-england', code: 'WAL' },
      },
      { ...moved, startsOn: '2024-06-01', host: { kind: 'unknown' } },
      {
        kind: 'placement',
        id: 'p-3',
        localId: '4713',
        restricted: true,
        startsOn: '2024-05-01',
        endedOn: '2024-07-01',
        host: { kind: 'withheld' },
      },
    ]);
    expect(asked.map(({ path }) => path)).toStrictEqual([
      '/v1/registers/placed-elsewhere?includeEnded=true&limit=500',
      '/v1/registers/placed-elsewhere?includeEnded=true&limit=500&cursor=n%2F2',
    ]);
  });

  it('tells missing episodes by London date', async () => {
    const { client } = exchange(
      json({
        items: [
          { noticeId: 'm-1', localId: '4711', kind: 'M', startedOn: '2024-06-01', endedOn: '2024-06-03' },
          { noticeId: 'm-2', localId: '4711', kind: 'A', startedOn: '2024-07-01', state: 'closed' },
          { noticeId: 'm-3', kind: 'A', startedOn: '2024-07-01' },
        ],
      }),
    );
    expect(await all<OwnMissing>(client.ownMissing())).toStrictEqual([
      {
        kind: 'missing-episode',
        id: 'm-1',
        localId: '4711',
        missing: 'M',
        startedOn: '2024-06-01',
        endedOn: '2024-06-03',
      },
      {
        kind: 'missing-episode',
        id: 'm-2',
        localId: '4711',
        missing: 'A',
        startedOn: '2024-07-01',
        closed: true,
      },
    ]);
  });
});
