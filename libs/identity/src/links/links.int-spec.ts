import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LedgerRoutesModule, accessDefinitions } from '@ibex/access';
import { CLUSTERS, EVENT_STORE, MAILBOX, READ_LEDGER, RECORDS } from '@ibex/kernel';
import type { Clusters, EventStore, Mailbox, ReadLedger, Records } from '@ibex/kernel';
import { postgresServer, temporaryFolders } from '@ibex/testing';
import { onPostgres, onSqlite } from '../../../../test/support/identity/town';
import { settled } from '../../../../test/support/settled';
import { startExchange } from '../../../../test/support/subscriptions/exchange';
import { LinkRoutesModule } from '../review/review.module';
import { correctionDefinition } from './correction/correction.definition';
import { LinkWorkModule } from './corrections.module';
import { linkDefinition } from './domain/link.definition';
import { LINK_PROPOSALS } from './link-proposals';
import type { LinkProposals, PairOutcome } from './link-proposals';
import { LinksModule } from './links.module';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const CROYDON = 'E09000008';
const server = postgresServer('--no-fsync');
const folders = temporaryFolders();
type Body = Readonly<Record<string, unknown>>;

describe.each([
  ['embedded stores', (): Promise<readonly DynamicModule[]> => Promise.resolve(onSqlite(folders()))],
  ['PostgreSQL', async (): Promise<readonly DynamicModule[]> => onPostgres(await server().database())],
])('links on %s', (_, stores) => {
  let app: NestFastifyApplication;
  let commands = 0;

  beforeAll(async () => {
    const more = [LinksModule, LinkRoutesModule, LedgerRoutesModule];
    const work = LinkWorkModule.with({ lookEveryMs: 50, graceMs: 0 });
    const kept = [linkDefinition, correctionDefinition, ...accessDefinitions];
    app = await startExchange(await stores(), [...more, work], kept);
  }, 60_000);
  afterAll(() => app.close());

  const introduce = async (authority: string): Promise<string> => {
    const localId = `local-${String((commands += 1))}`;
    const by = {
      actor: { authority, person: 'p', role: 'mash' },
      commandId: localId,
      correlationId: localId,
    };
    return (await app.get<Records>(RECORDS).introduce({ localId, forename: 'Zoe' }, by)).recordRef;
  };
  const propose = async (
    refs: readonly [string, string],
    outcome: PairOutcome,
    weight = 12,
  ): Promise<void> => {
    await app.get<LinkProposals>(LINK_PROPOSALS).propose({ refs, outcome, weight, reasons: [] });
    await settled(app);
  };
  const ask = async (token: string, url: string, payload?: object): Promise<Body> => {
    const key = { 'idempotency-key': `key-${String((commands += 1))}` };
    const headers = { authorization: `Bearer ${token}`, ...(payload === undefined ? {} : key) };
    const asked = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload };
    return (await app.inject({ ...asked, url, headers })).json<Body>();
  };
  const ada = `${CAMDEN}.ada.mash`;
  const listed = async (token: string, query = ''): Promise<readonly Body[]> =>
    (await ask(token, `/v1/links/review${query}`))['items'] as readonly Body[];
  const members = (ref: string, before?: number): Promise<readonly string[]> =>
    app.get<Clusters>(CLUSTERS).membersOf(ref, before);

  it('are walked to a cluster, and as they stood before', async () => {
    const refs = [await introduce(CAMDEN), await introduce(LAMBETH), await introduce(CROYDON)] as const;
    await propose([refs[0], refs[1]], 'automatic');
    const then = await app.get<EventStore>(EVENT_STORE).head();
    await propose([refs[2], refs[1]], 'automatic');
    expect(await members(refs[0])).toEqual([...refs].sort());
    expect(await members(refs[0], then + 1)).toEqual([refs[0], refs[1]].sort());
    await propose([refs[2], refs[1]], 'nothing');
    expect(await members(refs[0])).toEqual([refs[0], refs[1]].sort());
    expect(await members(refs[2])).toEqual([refs[2]]);
  });

  it('are listed for their owners, likeliest first, page after page', async () => {
    const weights = [3.1, 9.3, 5.7, 9.3, 7];
    for (const weight of weights)
      await propose([await introduce(CAMDEN), await introduce(LAMBETH)], 'review', weight);
    await propose([await introduce(LAMBETH), await introduce(CROYDON)], 'review');
    const all = await listed(ada);
    expect(all).toHaveLength(weights.length);
    const first = await ask(ada, '/v1/links/review?limit=2');
    const second = await ask(ada, `/v1/links/review?limit=2&cursor=${String(first['next'])}`);
    const third = await ask(ada, `/v1/links/review?limit=2&cursor=${String(second['next'])}`);
    expect([first, second, third].flatMap(({ items }) => items as readonly Body[])).toEqual(all);
    expect(third).not.toHaveProperty('next');
    expect(await listed(`${LAMBETH}.ben.mash`)).toHaveLength(weights.length + 1);
  });

  it('that are undone are told to whoever saw the two as one child, once', async () => {
    const refs = [await introduce(CAMDEN), await introduce(LAMBETH)] as const;
    await propose(refs, 'automatic');
    const basis = { text: 'told', source: 'law' };
    const shown = refs.map((recordRef, at) => ({ recordRef, owner: [CAMDEN, LAMBETH][at] ?? '', basis }));
    const reader = { authority: CROYDON, person: 'dee', roles: ['duty-desk'] } as const;
    await app
      .get<ReadLedger>(READ_LEDGER)
      .note(reader, { what: 'child-chronology', purpose: 'act-on-notice', shown });
    const [linked] = await listed(ada, '?state=linked&limit=100').then((all) =>
      all.filter(({ recordRef }) => recordRef === refs[0]),
    );
    const id = String(linked?.['id']);
    expect(await ask(ada, `/v1/links/${id}/unlink`, { reason: 'Cousins.' })).toMatchObject({
      facts: ['LinkUndone'],
    });

    const mailbox = app.get<Mailbox>(MAILBOX);
    const corrections = async () => {
      const entries = await mailbox.read(CROYDON, 0, 500);
      return entries.filter(({ type }) => type === 'uk.ibex.correction.issued');
    };
    const until = Date.now() + 30_000;
    while ((await corrections()).length === 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(app);
    const told = await corrections();
    expect(told).toHaveLength(1);
    expect(told[0]?.recordRef).toMatch(/^correction-/);
    const { spells } = (await ask(ada, `/v1/links/${id}/blast-radius`)) as { spells: readonly Body[] };
    expect(spells).toEqual([
      expect.objectContaining({
        reached: [expect.objectContaining({ authority: CROYDON, records: 2, correctedAt: told[0]?.putAt })],
      }),
    ]);
    expect(
      await ask(
        `${CROYDON}.dee.duty-desk`,
        `/v1/links/corrections/${String(told[0]?.stream.slice('correction-'.length))}`,
      ),
    ).toMatchObject({
      children: expect.arrayContaining([[refs[0]], [refs[1]]]) as unknown,
    });
  });
});
