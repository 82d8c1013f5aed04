import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { FixedClock, MemoryModule } from '@ibex/adapters/memory';
import type { MemoryPostcodes } from '@ibex/adapters/memory';
import { BoroughsModule } from '@ibex/boroughs';
import { IdentityModule, recordDefinition } from '@ibex/identity';
import { EVENT_STORE, POSTCODES } from '@ibex/kernel';
import type { EventStore, Role } from '@ibex/kernel';
import { ProofModule } from '@ibex/proof';
import { createHttpApp, RuntimeModule, silentLog } from '@ibex/runtime';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BRENT, CROYDON, HACKNEY, LAMBETH } from '../domain/missing.examples';
import { missingDefinition } from '../missing.definition';
import { missingActions, MissingModule } from '../missing.module';

@Module({})
class ExchangeOfMissing {}

const clock = new FixedClock();
let app: NestFastifyApplication;
let issuer: DevelopmentIssuer;
let keys = 0;

beforeAll(async () => {
  const signingKey = await newSigningKey();
  issuer = new DevelopmentIssuer({ key: signingKey, clock, production: false });
  const imports = [
    MemoryModule.with(clock),
    JoseModule.forRoot({ signingKey, issuers: [issuer.trusted] }),
    ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
    RuntimeModule.forRoot({ definitions: [missingDefinition, recordDefinition], actions: missingActions }),
    BoroughsModule.forRoot(),
    IdentityModule,
    MissingModule,
  ];
  app = await createHttpApp({ module: ExchangeOfMissing, imports }, { log: silentLog(), logAnswers: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  async function* table() {
    yield await Promise.resolve([['CR0 1EA', CROYDON] as const]);
  }
  await app.get<MemoryPostcodes>(POSTCODES).load(table());
});
afterAll(() => app.close());

type By = Readonly<{ authority?: string; role?: Role; key?: string }>;
const post = async (path: string, payload: object, by: By = {}) => {
  keys += 1;
  const { authority = HACKNEY, role = 'duty-desk', key = `key-${String(keys)}` } = by;
  const token = await issuer.issue({ authority, person: 'person-1', roles: [role] });
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/missing-episodes${path}`,
    payload,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });
  const body: Readonly<Record<string, unknown>> = answer.json();
  return { status: answer.statusCode, body, location: answer.headers.location };
};
const factsOf = async (id: unknown) => app.get<EventStore>(EVENT_STORE).readStream(`missing-${String(id)}`);

const body = {
  child: { localId: 'CH-1', forename: 'Maya' },
  kind: 'M',
  from: 'care',
  postcode: 'cr0 1ea',
  lastSeen: { on: '2026-03-01' },
  areasAtRisk: [BRENT],
  policeReference: '26MIS001234',
};

describe('missing episodes over HTTP', () => {
  it('takes a report, finds the host by the postcode and seals what is personal', async () => {
    const { status, body: answer, location } = await post('', body);
    expect([status, answer['facts'], location]).toStrictEqual([
      201,
      ['MissingReported'],
      `/v1/missing-episodes/${String(answer['id'])}`,
    ]);
    const [fact] = await factsOf(answer['id']);
    expect(fact?.data).toMatchObject({ by: HACKNEY, host: { kind: 'authority', gss: CROYDON } });
    expect(fact?.sealed).toEqual(expect.any(String));
    expect(JSON.stringify(fact)).not.toMatch(/26MIS001234|CR0 1EA|Maya|CH-1/);
  });

  it('answers the same for the same key, and recorded it once', async () => {
    const first = await post('', body, { key: 'once' });
    const again = await post('', body, { key: 'once' });
    expect([again.body['id'], again.body['repeated']]).toStrictEqual([first.body['id'], true]);
    await expect(factsOf(first.body['id'])).resolves.toHaveLength(1);
  });

  it('takes both ends of an old episode in one go', async () => {
    const end = { when: { on: '2026-03-01' }, whereabouts: 'At the placement.' };
    const { body: answer } = await post('', { ...body, end }, { role: 'system-client' });
    expect(answer['facts']).toStrictEqual(['MissingReported', 'MissingFound']);
  });

  it('lets the host find the child, and answers 404 to a stranger as to an unknown episode', async () => {
    const { body: answer } = await post('', body);
    const path = `/${String(answer['id'])}/found`;
    const end = { when: { on: '2026-03-01' } };
    const stranger = await post(path, end, { authority: LAMBETH });
    const unknown = await post('/00000000-0000-8000-8000-00000000ffff/found', end);
    expect(stranger.status).toBe(404);
    expect({ ...stranger.body, instance: '' }).toStrictEqual({ ...unknown.body, instance: '' });
    expect((await post(path, end, { authority: CROYDON })).status).toBe(201);
    const twice = await post(path, end);
    expect([twice.status, twice.body['code']]).toStrictEqual([409, 'missing/found-already']);
  });

  it('tells the keepers of an episode who may not do what, since they know of it', async () => {
    const { body: answer } = await post('', body);
    const refused = await post(
      `/${String(answer['id'])}/withdraw`,
      { because: 'duplicate' },
      { authority: BRENT },
    );
    expect([refused.status, refused.body['code']]).toStrictEqual([409, 'missing/not-responsible-authority']);
  });

  it('refuses an area at risk that no children’s services authority has', async () => {
    const { status, body: problem } = await post('', { ...body, areasAtRisk: ['E07000999'] });
    expect([status, problem['field']]).toStrictEqual([422, 'areasAtRisk']);
  });

  it('refuses a role that has no part in it', async () => {
    expect((await post('', body, { role: 'mash' })).status).toBe(403);
  });
});
