import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';
const ANN: By = [CROYDON, 'duty-desk', 'ann'];
const BOB: By = [CROYDON, 'duty-desk', 'bob'];
const LEAD: By = [CROYDON, 'governance', 'lead'];
const REVOCATIONS = '/v1/access/revocations';
const WITHIN_MS = 1_000;

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
let url: string;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
  url = await exchange.listen();
}, 30_000);
afterAll(() => exchange.stop());

const revoke = (body: object, by: By = LEAD) => exchange.post(by, REVOCATIONS, { reason: 'left', ...body });
const lift = (body: object) => exchange.post(LEAD, `${REVOCATIONS}/lift`, { reason: 'came back', ...body });
const place = (localId: string) =>
  exchange.post([HACKNEY, 'placing-practitioner'], '/v1/placements', {
    child: { localId },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned' },
  });

/** An open event stream: what has come in, and when it ended. */
class OpenStream {
  text = '';
  ended: Promise<number>;

  private constructor(body: AsyncIterable<Uint8Array>) {
    this.ended = this.read(body);
  }

  static async open(token: string): Promise<OpenStream> {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/v1/inbox/stream`, { headers });
    if (answer.status !== 200 || !answer.body) throw new Error(`no stream: ${String(answer.status)}`);
    return new OpenStream(answer.body);
  }

  private async read(body: AsyncIterable<Uint8Array>): Promise<number> {
    const decoder = new TextDecoder();
    for await (const bytes of body) this.text += decoder.decode(bytes, { stream: true });
    return performance.now();
  }

  async until(says: RegExp): Promise<void> {
    for (const end = performance.now() + 20_000; performance.now() < end;) {
      if (says.test(this.text)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the stream never said it');
  }
}

describe('a person whose access was taken away', () => {
  it('is let in nowhere from the next request on, a colleague is, and so is it once that is lifted', async () => {
    expect((await exchange.get(ANN, '/v1/inbox')).status).toBe(200);
    expect((await revoke({ person: 'ann' })).status).toBe(200);
    const refused = await exchange.get(ANN, '/v1/inbox');
    expect(refused).toMatchObject({ status: 401, body: { code: 'token-needed' } });
    expect((await exchange.get(BOB, '/v1/inbox')).status).toBe(200);
    expect((await exchange.get([HACKNEY, 'duty-desk', 'ann'], '/v1/inbox')).status).toBe(200);
    expect((await exchange.get(LEAD, REVOCATIONS)).body).toMatchObject({
      revocations: [{ person: 'ann', decidedBy: 'lead', reason: 'left' }],
    });
    expect((await lift({ person: 'ann' })).status).toBe(200);
    expect((await exchange.get(ANN, '/v1/inbox')).status).toBe(200);
    expect((await exchange.get(LEAD, REVOCATIONS)).body).toEqual({ revocations: [] });
  });

  it('reads nothing more on a stream that was open, which ends within a second', async () => {
    const stream = await OpenStream.open(await exchange.tokenOf(ANN));
    await place('RV-1');
    await stream.until(/uk\.ibex\.placement\.notified/);
    const before = stream.text;
    await revoke({ person: 'ann' });
    const revokedAt = performance.now();
    // recorded after the revocation, and routed to the mailbox that the stream was reading
    await Promise.all(['RV-2', 'RV-3', 'RV-4'].map(place));
    expect((await stream.ended) - revokedAt).toBeLessThan(WITHIN_MS);
    expect(stream.text).toBe(before);
    await expect(OpenStream.open(await exchange.tokenOf(ANN))).rejects.toThrow('no stream: 401');
    await lift({ person: 'ann' });
  }, 60_000);

  it('is cut off within a second though nothing comes in', async () => {
    const stream = await OpenStream.open(await exchange.tokenOf(ANN));
    await stream.until(/open/);
    await revoke({ person: 'ann' });
    const revokedAt = performance.now();
    expect((await stream.ended) - revokedAt).toBeLessThan(WITHIN_MS);
    await lift({ person: 'ann' });
  }, 60_000);

  it('is not answered when it was waiting for an entry', async () => {
    const { body } = await exchange.get(BOB, '/v1/inbox?limit=500');
    const waiting = exchange.get(BOB, `/v1/inbox?after=${String(body['next'])}&wait=20`);
    await revoke({ person: 'bob' });
    await place('RV-5');
    expect((await waiting).status).toBe(401);
    await lift({ person: 'bob' });
  }, 60_000);
});

describe('a token that was taken away', () => {
  it('is good for nothing more, another one of the same person is', async () => {
    const [one, other] = await Promise.all([exchange.tokenOf(ANN), exchange.tokenOf(ANN)]);
    const claims = JSON.parse(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      jti: string;
    };
    const ask = async (token: string) =>
      (await fetch(`${url}/v1/inbox`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await ask(one), await ask(other)]).toEqual([200, 200]);
    expect((await revoke({ tokenId: claims.jti })).status).toBe(200);
    expect([await ask(one), await ask(other)]).toEqual([401, 200]);
    await lift({ tokenId: claims.jti });
  });
});

describe('whoever takes access away', () => {
  it('does so for its own authority alone, never for itself, and says whose', async () => {
    expect((await revoke({ person: 'ann' }, [HACKNEY, 'governance', 'other'])).status).toBe(200);
    expect((await exchange.get(ANN, '/v1/inbox')).status).toBe(200);
    expect((await revoke({ person: 'lead' })).body).toMatchObject({ code: 'revocation/own-access' });
    expect((await lift({ person: 'nobody' })).body).toMatchObject({ code: 'revocation/not-revoked' });
    expect((await revoke({})).body).toMatchObject({ status: 422, field: 'person' });
    expect((await revoke({ person: 'ann', tokenId: 't-1' })).status).toBe(422);
    expect((await revoke({ person: 'ann' }, ANN)).status).toBe(403);
  });

  it('is answered the same when it sends the same again', async () => {
    const body = { person: 'carl', reason: 'left' };
    const first = await exchange.post(LEAD, REVOCATIONS, body, 'once');
    const again = await exchange.post(LEAD, REVOCATIONS, body, 'once');
    expect(again.body).toMatchObject({ position: first.body['position'], repeated: true });
  });
});
