import { AccessModule } from '@ibex/access';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { BoroughsModule } from '@ibex/boroughs';
import { IdentityModule } from '@ibex/identity';
import { MAILBOX, STATEMENT_SIGNER, TOKEN_VERIFIER } from '@ibex/kernel';
import type { Mailbox, Reader } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { ProofModule } from '@ibex/proof';
import { RuntimeModule, SystemClockModule, createHttpApp, silentLog } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CROYDON, someEntries } from '../../fixtures/relay';
import { DeliveryModule } from '../delivery.module';
import { HeartbeatSettingsModule } from './heartbeat.module';

const reader: Reader = { authority: CROYDON, person: 'p-1', roles: ['duty-desk'] };
const verifier = { verify: () => Promise.resolve(reader) };
const signer = { sign: () => Promise.resolve(''), jwks: () => Promise.resolve({ keys: [] }) };

@Global()
@Module({
  providers: [
    { provide: TOKEN_VERIFIER, useValue: verifier },
    { provide: STATEMENT_SIGNER, useValue: signer },
  ],
  exports: [TOKEN_VERIFIER, STATEMENT_SIGNER],
})
class Edges {}

@Module({})
class Exchange {}

describe('signs of life of a mailbox', () => {
  const folder = temporaryFolders();
  let app: NestFastifyApplication;
  let url = '';
  const asked = { headers: { authorization: 'Bearer token' } };

  beforeAll(async () => {
    const imports = [
      ...[SystemClockModule, Edges, HeartbeatSettingsModule.with({ streamEveryMs: 30 })],
      SqliteModule.forFolder({ folder: folder(), masterKey: new Uint8Array(32).fill(1) }),
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(2) }),
      RuntimeModule.forRoot({ definitions, actions: [] }),
      ...[BoroughsModule.forRoot(), IdentityModule, AccessModule, DeliveryModule],
    ];
    app = await createHttpApp({ module: Exchange, imports }, { log: silentLog() });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    await app.get<Mailbox>(MAILBOX).deliver('router', someEntries(2), 0);
  });
  afterAll(() => app.close());

  it('come on the event stream after its entries, without an id, so that a client resumes after the last entry', async () => {
    const answer = await fetch(`${url}/v1/inbox/stream`, asked);
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if ((text.match(/uk\.ibex\.heartbeat\ndata:.*\n\n/g) ?? []).length > 1) break;
    }
    const blocks = text.split('\n\n').filter((block) => block.includes('data: '));
    const kinds = blocks.map((block) => /^(?:id: (\d+)\n)?event: (\S+)\n/.exec(block)?.slice(1));
    expect(kinds.slice(0, 4)).toEqual([
      ['1', 'uk.ibex.placement.notified'],
      ['2', 'uk.ibex.placement.notified'],
      [undefined, 'uk.ibex.heartbeat'],
      [undefined, 'uk.ibex.heartbeat'],
    ]);
    const beat: unknown = JSON.parse(/data: (.*)/.exec(blocks[2] ?? '')?.[1] ?? '');
    expect(beat).toMatchObject({ subject: CROYDON, data: { head: 2, upTo: 2 } });
    expect(beat).not.toHaveProperty('sequence');
  });

  it('are in every answer of the pull feed: the number of the newest entry', async () => {
    const page = async (query: string): Promise<unknown> =>
      (await fetch(`${url}/v1/inbox?${query}`, asked)).json();
    expect(await page('limit=1')).toMatchObject({ next: 1, head: 2 });
    expect(await page('after=2')).toEqual({ entries: [], next: 2, head: 2 });
  });
});
