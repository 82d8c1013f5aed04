import { FixedClock, MemoryModule, MemoryPostcodes } from '@ibex/adapters/memory';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { BoroughsModule } from '@ibex/boroughs';
import { IdentityModule, recordDefinition } from '@ibex/identity';
import { EVENT_STORE, POSTCODES } from '@ibex/kernel';
import type { EventStore, Role } from '@ibex/kernel';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, createHttpApp, silentLog } from '@ibex/runtime';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { placementDefinition } from '../placement.definition';
import { PlacementModule } from '../placement.module';
import { placementActions } from './placement.actions';

@Module({})
class ExchangeOfPlacements {}

const [HACKNEY, CROYDON, CAMDEN] = ['E09000012', 'E09000008', 'E09000007'];
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
    RuntimeModule.forRoot({
      definitions: [placementDefinition, recordDefinition],
      actions: placementActions,
    }),
    BoroughsModule.forRoot(),
    IdentityModule,
    PlacementModule,
  ];
  app = await createHttpApp(
    { module: ExchangeOfPlacements, imports },
    { log: silentLog(), logAnswers: false },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  async function* table() {
    yield await Promise.resolve([['CR0 1EA', CROYDON] as const]);
  }
  await app.get<MemoryPostcodes>(POSTCODES).load(table());
});
afterAll(() => app.close());

const post = async (
  path: string,
  payload: object,
  {
    authority = HACKNEY,
    role = 'placing-practitioner',
    key = '',
  }: { authority?: string; role?: Role; key?: string } = {},
) => {
  const token = await issuer.issue({ authority, person: 'person-1', roles: [role] });
  keys += 1;
  const answer = await app.inject({
    method: 'POST',
    url: `/v1/placements${path}`,
    payload,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key === '' ? `key-${keys}` : key },
  });
  const body: Readonly<Record<string, unknown>> = answer.json();
  return { status: answer.statusCode, body, location: answer.headers.location };
};

const body = {
  child: { localId: 'CH-1', forename: 'Maya', dateOfBirth: '2010-05-14' },
  startsOn: '2026-03-09',
  notice: 'emergency',
  postcode: 'cr01ea',
  address: '1 Sample Road',
};
const desk = { authority: CROYDON, role: 'duty-desk' } as const;
const opened = async (more: object = {}): Promise<string> => {
  const { body: answer } = await post('', { ...body, ...more });
  return String(answer['id']);
};
const storedOf = (id: string) => app.get<EventStore>(EVENT_STORE).readStream(`placement-${id}`);

describe('POST /v1/placements', () => {
  it('records the placement with its host found by postcode and its personal part sealed', async () => {
    const { status, body: answer, location } = await post('', body);
    const id = String(answer['id']);
    expect(status).toBe(201);
    expect(location).toBe(`/v1/placements/${id}`);
    expect(answer).toMatchObject({ facts: ['PlacementNotified'], repeated: false });
    const [fact] = await storedOf(id);
    expect(fact?.data).toEqual({
      by: HACKNEY,
      host: { kind: 'authority', gss: CROYDON },
      restricted: false,
      startsOn: '2026-03-09',
      occurredAt: '2026-03-09',
      notice: 'emergency',
      carePlan: 'pending',
      assessment: 'pending',
      consulted: false,
    });
    expect(JSON.stringify(fact)).not.toMatch(/Maya|Sample Road|CR0|CH-1/);
    expect(fact?.sealed).toEqual(expect.any(String));
  });

  it('gives the same answer for the same key, and refuses the key for another body', async () => {
    const first = await post('', body, { key: 'again' });
    const second = await post('', body, { key: 'again' });
    const other = await post('', { ...body, startsOn: '2026-03-10' }, { key: 'again' });
    expect(second.body).toMatchObject({ id: first.body['id'], repeated: true });
    expect(other.status).toBe(409);
  });

  it('asks for the host where it cannot be found', async () => {
    const { status, body: problem } = await post('', { ...body, postcode: 'ZZ9 9ZZ' });
    expect(status).toBe(422);
    expect(problem).toMatchObject({
      field: 'host',
      detail: 'host is missing, and no loaded table knows the postcode.',
    });
  });

  it('refuses a placement in the own area with a sentence and the field', async () => {
    const { status, body: problem } = await post('', { ...body, postcode: undefined, host: HACKNEY });
    expect(status).toBe(409);
    expect(problem).toMatchObject({
      field: 'host',
      detail: expect.stringMatching(/^The placement is in your own area/) as string,
    });
  });

  it('is closed to the duty desk', async () => {
    expect(await post('', body, { role: 'duty-desk' })).toMatchObject({ status: 403 });
  });
});

describe('POST /v1/placements/{id}/…', () => {
  it('leads from consultation to notice on one id', async () => {
    const { body: asked } = await post('/consult', {
      child: body.child,
      consultedOn: '2026-02-20',
      host: CROYDON,
      carePlan: 'supplied',
    });
    const id = String(asked['id']);
    const answered = await post(`/${id}/respond`, { concerns: true, narrative: 'words' }, desk);
    const went = await post(`/${id}/go-ahead`, { startsOn: '2026-03-09', notice: 'planned', host: CROYDON });
    expect([answered.status, went.status]).toEqual([201, 201]);
    const facts = await storedOf(id);
    expect(facts.map(({ type }) => type)).toEqual([
      'PlacementHostConsulted',
      'PlacementResponded',
      'PlacementNotified',
    ]);
    expect(facts.at(-1)?.data).toMatchObject({ consulted: true, carePlan: 'supplied' });
    expect(new Set(facts.map(({ metadata }) => metadata.recordRef)).size).toBe(1);
  });

  it('takes every action of both sides', async () => {
    const id = await opened();
    const answers = [
      await post(`/${id}/acknowledge`, {}, desk),
      await post(`/${id}/respond`, { riskAssessedOn: '2026-03-02' }, desk),
      await post(`/${id}/supply`, { supplied: ['care-plan', 'assessment'] }),
      await post(`/${id}/change`, { changedOn: '2026-03-20', notice: 'planned', host: CAMDEN }),
      await post(`/${id}/correct`, { changedOn: '2026-03-21' }),
      await post(`/${id}/end`, { endedOn: '2026-03-30', reasonForPlacementChange: 'LAREQ' }),
      await post(`/${id}/withdraw`, { reason: 'wrong-child' }),
    ];
    expect(answers.map(({ status, body: { facts } }) => [status, facts])).toEqual(
      ['Acknowledged', 'Responded', 'Supplied', 'Changed', 'Corrected', 'Ended', 'Withdrawn'].map(
        (happened) => [201, [`Placement${happened}`]],
      ),
    );
  });

  it('records nothing when the host acknowledges twice', async () => {
    const id = await opened();
    await post(`/${id}/acknowledge`, {}, desk);
    expect(await post(`/${id}/acknowledge`, {}, desk)).toMatchObject({ status: 201, body: { facts: [] } });
  });

  it('answers alike for a placement of others, one that is not there, and an id that is none', async () => {
    const id = await opened();
    const answers = [
      await post(`/${id}/end`, { endedOn: '2026-03-30' }, { authority: CAMDEN }),
      await post(`/${id}/end`, { endedOn: '2026-03-30' }, { authority: CROYDON }),
      await post('/00000000-0000-8000-8000-000000000000/end', { endedOn: '2026-03-30' }),
      await post(`/${id}/acknowledge`, {}, { ...desk, authority: CAMDEN }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(
      new Set(answers.map(({ body: { title, detail } }) => `${String(title)} ${String(detail)}`)).size,
    ).toBe(1);
  });

  it('refuses to end a placement twice', async () => {
    const id = await opened();
    await post(`/${id}/end`, { endedOn: '2026-03-30' });
    const again = await post(`/${id}/end`, { endedOn: '2026-03-31' });
    expect(again).toMatchObject({ status: 409, body: { field: 'endedOn' } });
  });

  it('keeps the sides apart', async () => {
    const id = await opened();
    expect(await post(`/${id}/end`, { endedOn: '2026-03-30' }, desk)).toMatchObject({ status: 403 });
    expect(await post(`/${id}/acknowledge`, {}, { authority: CROYDON })).toMatchObject({ status: 403 });
  });
});
