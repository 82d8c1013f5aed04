import { newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import { addHours } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const [CAMDEN, CROYDON, LAMBETH] = ['E09000007', 'E09000008', 'E09000022'];
const worker: By = [CAMDEN, 'placing-practitioner'];
const desk: By = [CROYDON, 'duty-desk'];
const governance: By = [CROYDON, 'governance'];
const stranger: By = [LAMBETH, 'duty-desk'];
const folders = temporaryFolders();

/** What a problem says, without what is told of it twice. */
type Said = Readonly<{ status: unknown; code: unknown; field: unknown; mend: unknown }>;
const said = ({ body: { status, code, field, mend } }: Answer): Said => ({ status, code, field, mend });
/** The 422 of a body: the field that is at fault, and a mend that says this. */
const atFault = (field: unknown, mend: RegExp): Said => ({
  ...{ status: 422, code: 'body-not-valid', field },
  mend: expect.stringMatching(mend) as unknown,
});

describe('a receiving authority that asks for what cannot be', () => {
  let exchange: ExchangeInProcess;
  let placement: Body;
  let episode: Body;

  beforeAll(async () => {
    exchange = await ExchangeInProcess.start(folders());
    const child = { forename: 'Bo', surname: 'Invented', dateOfBirth: '2012-01-01' };
    ({ body: placement } = await exchange.post(worker, '/v1/placements', {
      child: { ...child, localId: 'CAM-1' },
      ...{ host: CROYDON, placementType: 'U4', startsOn: '2026-03-02', notice: 'planned' },
    }));
    ({ body: episode } = await exchange.post(worker, '/v1/missing-episodes', {
      child: { ...child, localId: 'CAM-2' },
      ...{ kind: 'M', from: 'care', host: CROYDON, risk: 'high' },
      lastSeen: { at: addHours(new Date().toISOString(), -3) },
    }));
  }, 60_000);
  afterAll(() => exchange.stop());

  const subscribe = (wish: object): Promise<Answer> =>
    exchange.post(desk, '/v1/subscriptions', { name: 'desk', channel: 'pull-feed', ...wish });
  const opened = async (): Promise<string> => {
    const { status, body } = await subscribe({});
    expect(status).toBe(201);
    return String(body['id']);
  };

  it('with an unknown part of a filter, wherever it is named', async () => {
    const filter = { colour: ['red'] };
    const id = await opened();
    const answers = await Promise.all([
      subscribe({ filter }),
      exchange.post(desk, '/v1/subscriptions/test', { filter }),
      exchange.post(desk, `/v1/subscriptions/${id}/changes`, { filter }),
    ]);
    const unknown = atFault('filter.colour', /^Leave it out, or check its spelling\.$/);
    expect(answers.map(said)).toEqual([unknown, unknown, unknown]);
  });

  it.each([
    ['types', { types: ['placements'] }, /placement, move, missing/],
    ['urgencies', { urgencies: ['panic'] }, /urgent, prompt, routine/],
    ['directions', { directions: ['sideways'] }, /placed-here/],
    ['agesTo', { agesFrom: 17, agesTo: 3 }, /./],
  ])('with a filter that cannot match: %s', async (field, filter, mend) => {
    const answer = await subscribe({ filter });
    expect(said(answer)).toEqual(atFault(expect.stringMatching(`^filter\\.${field}$`), mend));
  });

  it.each([
    ['https://10.0.0.5/in', /public DNS/],
    ['https://169.254.169.254/latest/meta-data', /public DNS/],
    ['https://[fd00::1]/in', /public DNS/],
    ['https://[::ffff:127.0.0.1]/in', /public DNS/],
    ['https://[64:ff9b::a00:5]/in', /public DNS/],
    ['https://2130706433/in', /public DNS/],
    ['https://0x7f.1/in', /public DNS/],
    ['https://localhost/in', /public DNS/],
    ['https://user:secret@example.org/in', /each message is signed/],
    ['http://example.org/in', /https:\/\//],
  ])('with a target that may not be reached: %s', async (target, mend) => {
    expect(said(await subscribe({ channel: 'webhook', target }))).toEqual(atFault('target', mend));
  });

  it('from a number or a moment that is still to come', async () => {
    const ahead = addHours(new Date().toISOString(), 24);
    expect(said(await subscribe({ startsAt: 999 }))).toEqual(atFault('startsAt', /^Give a number from 0 to/));
    expect(said(await subscribe({ startsAt: ahead }))).toEqual(
      atFault('startsAt', /^Give a moment that is past/),
    );
    expect(said(await exchange.get(desk, '/v1/inbox?after=999'))).toEqual({
      ...{ status: 400, code: 'inbox/cursor-ahead', field: 'after' },
      mend: expect.stringMatching(/^Give a number from 0 to 2\./) as unknown,
    });
    expect(said(await exchange.get(desk, '/v1/inbox/stream?after=999'))).toMatchObject({
      ...{ status: 400, code: 'inbox/cursor-ahead', field: 'after' },
    });
  });

  describe('with a key', () => {
    const offer = (publicJwk: object, more: object = {}): Promise<Answer> =>
      exchange.post(governance, '/v1/authority-keys', { jwk: publicJwk, ...more });
    const pair = () => sealingKeyFrom(newSealingJwk('x25519'));

    it('that has expired, or would within a day', async () => {
      const { publicJwk } = await pair();
      for (const hours of [-24, 1]) {
        const answer = await offer(publicJwk, { notAfter: addHours(new Date().toISOString(), hours) });
        expect(answer.body).toMatchObject({ status: 409, code: 'key/ends-too-soon', field: 'notAfter' });
        expect(answer.body['detail']).toMatch(/Give a later end/);
      }
    });

    it('of another authority: as if there were none of that name', async () => {
      const { publicJwk, kid } = await pair();
      expect((await offer(publicJwk)).status).toBe(201);
      const other: By = [LAMBETH, 'governance'];
      const proof = { nonce: 'whatever-it-may-be' };
      const foreign = await exchange.post(other, `/v1/authority-keys/${kid}/proof`, proof);
      const unknown = await exchange.post(other, '/v1/authority-keys/never-offered/proof', proof);
      const revoked = await exchange.post(other, `/v1/authority-keys/${kid}/revocation`, { reason: 'lost' });
      expect([foreign.status, revoked.status]).toEqual([404, 404]);
      expect([foreign.text, revoked.text]).toEqual([unknown.text, unknown.text]);
      expect(foreign.body['mend']).toEqual(expect.any(String));
    });

    it('whose holder did not prove it, or that was revoked', async () => {
      const { publicJwk, kid } = await pair();
      await offer(publicJwk);
      const guessed = await exchange.post(governance, `/v1/authority-keys/${kid}/proof`, {
        nonce: 'a-guess',
      });
      expect(guessed.body).toMatchObject({ status: 409, code: 'key/proof-wrong', field: 'nonce' });
      await exchange.post(governance, `/v1/authority-keys/${kid}/revocation`, { reason: 'compromised' });
      const again = await offer(publicJwk);
      expect(again.body).toMatchObject({ status: 409, code: 'key/was-revoked', field: 'jwk' });
      expect(again.body['detail']).toMatch(/Make a new pair/);
    });
  });

  describe('to acknowledge what is not its own', () => {
    const acknowledgements = (): readonly (readonly [string, object])[] => [
      ['/v1/inbox/1/acknowledgement', {}],
      [`/v1/placements/${String(placement['id'])}/acknowledge`, {}],
      [`/v1/missing-episodes/${String(episode['id'])}/acknowledge`, { response: 'staff-alerted' }],
    ];

    it('is told no more than of what does not exist, and what it may see', async () => {
      for (const [path, body] of acknowledgements()) {
        const { status, text } = await exchange.post(stranger, path, body);
        const nowhere = await exchange.post(stranger, path.replace(/\/(?:1|[0-9a-f-]{36})\//, '/999/'), body);
        expect([path, status, text]).toEqual([path, 404, nowhere.text]);
        expect(nowhere.body['mend']).toBe(
          'Check the reference. You see what your authority owns and what it was told of.',
        );
      }
    });

    it('as the sender itself is told whose it is', async () => {
      const path = `/v1/placements/${String(placement['id'])}/acknowledge`;
      const answer = await exchange.post([CAMDEN, 'duty-desk'], path, {});
      expect(answer.body).toMatchObject({ status: 409, code: 'placement/not-host' });
      expect(answer.body['detail']).toMatch(/Only the authority in whose area/);
    });

    it('and the one that was told is heard', async () => {
      for (const [path, body] of acknowledgements())
        expect([200, 201]).toContain((await exchange.post(desk, path, body)).status);
    });
  });
});
