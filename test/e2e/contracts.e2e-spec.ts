import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExchangeUnderTest } from '../support/exchange-under-test';

const committed = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'deploy', 'contracts', `${name}.json`), 'utf8'));

describe('the published documents', () => {
  const home = mkdtempSync(join(tmpdir(), 'ibex-contracts-'));
  let exchange: ExchangeUnderTest;
  const published = async (name: string): Promise<Record<string, unknown>> =>
    (await (await fetch(`${exchange.url}/${name}.json`)).json()) as Record<string, unknown>;

  beforeAll(async () => {
    exchange = await ExchangeUnderTest.start(home, { IBEX_LOG_LEVEL: 'silent' });
  }, 60_000);
  afterAll(async () => {
    await exchange.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it.each(['openapi', 'asyncapi'])(
    '%s is what stands in deploy/contracts (else: npm run contracts)',
    async (name) => {
      expect(await published(name)).toEqual(committed(name));
    },
  );

  it('are OpenAPI 3.1 and AsyncAPI 3.0, and every reference in them leads somewhere', async () => {
    const documents = { openapi: await published('openapi'), asyncapi: await published('asyncapi') };
    expect(documents.openapi).toMatchObject({ openapi: '3.1.0' });
    expect(documents.asyncapi).toMatchObject({ asyncapi: '3.0.0' });
    for (const document of Object.values(documents)) {
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
        ([, path]) => path ?? '',
      );
      const lost = references.filter((path) => {
        const end = path
          .split('/')
          .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
        return end === undefined;
      });
      expect(lost).toEqual([]);
      expect(references.length).toBeGreaterThan(20);
    }
  });

  it('ask for an Idempotency-Key on every POST that records something', async () => {
    const { paths } = (await published('openapi')) as {
      paths: Record<string, { post?: { parameters?: readonly { name: string }[] } }>;
    };
    const without = Object.entries(paths)
      .filter(([, { post }]) => post && !post.parameters?.some(({ name }) => name === 'Idempotency-Key'))
      .map(([path]) => path);
    expect(without).toEqual([
      '/v1/areas/find',
      '/v1/batches',
      '/v1/previews',
      '/v1/records/find',
      '/v1/records/likely',
      '/v1/subscriptions/test',
      '/v1/subscriptions/{id}/test',
      '/v1/views/{view}/rebuild',
    ]);
  });
});
