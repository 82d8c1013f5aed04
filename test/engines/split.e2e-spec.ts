import { setTimeout as pause } from 'node:timers/promises';
import { JweUnsealer, newSealingJwk, sealingKeyFrom } from '@ibex/adapters/jose';
import type { Role } from '@ibex/kernel';
import { exchangeAt } from '@ibex/subscriber';
import { startSplit } from '../../apps/cli/src/engines/split';
import type { AppName, AppProcess, Split } from '../../apps/cli/src/engines/split';
import type { Doors } from '../../apps/cli/src/exchange/doors';
import { Desk, eventually } from '../support/desk';
import type { Answer, Body } from '../support/desk';
import { leasesHeld } from '../support/engines/leases-held';
import { TopicReader } from '../support/engines/topic-reader';
import { steadyLoad } from './steady-load';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const LEWISHAM = 'E09000023';
/** A killed holder is replaced within this, measured by what a reader sees. */
const REPLACED_WITHIN_MS = 10_000;

jest.setTimeout(30_000);

let names = 0;
const aChild = (): object => {
  names += 1;
  return {
    ...{ localId: `SPLIT-${names}`, forename: 'Invented', surname: 'Child' },
    dateOfBirth: '2012-04-05',
  };
};
const aPlacement = (): object => ({
  ...{ child: aChild(), notice: 'planned', startsOn: '2026-03-02', host: CROYDON, placementType: 'U6' },
});
const aMove = (): object => ({
  ...{ child: aChild(), cohort: 'child-protection-plan', planCategory: 'NEG', permanence: 'permanent' },
  ...{ fromAuthority: CAMDEN, toAuthority: CROYDON, movedOn: '2026-03-02', newAddress: '3 New Road' },
});
const aMissingEpisode = (): object => ({
  ...{ child: aChild(), kind: 'M', from: 'care', host: CROYDON, risk: 'high' },
  ...{ lastSeen: { at: new Date(Date.now() - 3_600_000).toISOString() }, areasAtRisk: [LEWISHAM] },
});

describe('an exchange split over six processes, on PostgreSQL, Kafka and a stand-in for EventStoreDB', () => {
  let split: Split;
  let reader: TopicReader;

  beforeAll(async () => {
    split = await startSplit({ members: [CAMDEN, CROYDON, LEWISHAM] });
    reader = new TopicReader({ brokers: split.engines.addresses.kafka, authority: CROYDON });
  }, 180_000);
  afterAll(async () => {
    await reader.stop();
    await split.stopAll();
  }, 60_000);

  const the = (app: AppName, number: number): AppProcess => {
    const found = split.of(app)[number - 1];
    if (!found) throw new Error(`there is no ${app}-${number}`);
    return found;
  };
  const doors = (intake: number, view: number): Doors => ({
    ...{ commands: the('intake-api', intake).url, questions: the('view-api', view).url },
  });
  const desk = (authority: string, role: Role, [intake, view] = [1, 1]): Desk =>
    new Desk(doors(intake, view), (gss, given = role) => split.tokenFor(gss, given), authority, role);
  const camden = (intake: number, view: number): Desk => desk(CAMDEN, 'placing-practitioner', [intake, view]);
  const croydon = (view: number): Desk => desk(CROYDON, 'duty-desk', [1, view]);
  const inboxAt = async (view: number): Promise<readonly Body[]> => {
    const entries: Body[] = [];
    for (let next = 0; ;) {
      const { body } = await croydon(view).get(`/v1/inbox?after=${next}&limit=500`);
      const page = body['entries'] as readonly Body[];
      if (page.length === 0) return entries;
      entries.push(...page);
      next = Number(body['next']);
    }
  };
  /** The records in Croydon's register, once the view has a position. */
  const registerAt = async (view: number, position: unknown): Promise<ReadonlySet<unknown>> => {
    const records = new Set<unknown>();
    for (let cursor = ''; ;) {
      const path = `/v1/registers/placed-here?limit=500&atLeast=${String(position)}${cursor}`;
      const { body } = await croydon(view).get(path);
      for (const { recordRef } of body['items'] as readonly Body[]) records.add(recordRef);
      if (typeof body['next'] !== 'string') return records;
      cursor = `&cursor=${body['next']}`;
    }
  };

  it.each([
    ['placement', '/v1/placements', aPlacement, 'placement.notified'],
    ['move', '/v1/moves', aMove, 'move.notified'],
    ['missing episode', '/v1/missing-episodes', aMissingEpisode, 'missing.reported'],
  ] as const)(
    'brings a %s posted at either intake-api to the host’s topic and inbox, thin',
    async (_, path, body, type) => {
      for (const intake of [1, 2]) {
        const posted = await camden(intake, 1).post(path, body());
        expect(posted.status).toBe(201);
        const { notice } = await reader.about(posted.body['recordRef'], type);
        expect(JSON.stringify(notice.event)).not.toMatch(/Invented|SPLIT-|New Road/);
        for (const view of [1, 2]) expect(await inboxAt(view)).toContainEqual(notice.event);
      }
    },
  );

  it('shows the same inbox at either view-api, as the topic has it', async () => {
    const [first, second] = [await inboxAt(1), await inboxAt(2)];
    expect(second).toEqual(first);
    expect(first.map(({ sequence }) => sequence)).toEqual(reader.sequences);
    expect(reader.sequences).toEqual(first.map((_, i) => i + 1));
  });

  it('lets the host open and acknowledge at one view-api, and the sender see it at the other', async () => {
    const token = (): Promise<string> => split.tokenFor(LEWISHAM, 'system-client');
    const system = new TopicReader({
      ...{ brokers: split.engines.addresses.kafka, authority: LEWISHAM },
      exchange: exchangeAt({ url: the('view-api', 2).url, token }),
      onNotice: async ({ acknowledge }) => {
        await acknowledge({ note: 'Taken on' });
      },
    });
    const posted = await camden(1, 1).post('/v1/missing-episodes', aMissingEpisode());
    const { notice } = await system.about(posted.body['recordRef'], 'missing.reported');
    expect(notice.detail).toMatchObject({ sight: 'addressee', child: { forename: 'Invented' } });
    const ladder = await eventually(
      async () =>
        (await camden(1, 1).get(`${notice.data.links.detail}/recipients`)).body[
          'recipients'
        ] as readonly Body[],
      (all) => all.some(({ state }) => state === 'acknowledged'),
    );
    await system.stop();
    expect(ladder).toMatchObject([
      { authority: CROYDON, capacity: 'host' },
      { authority: LEWISHAM, state: 'acknowledged', opened: {}, acknowledged: { role: 'system-client' } },
    ]);
  });

  it('seals the detail of either view-api’s inbox to a key that was registered at the other, and not once it is revoked', async () => {
    const jwk = newSealingJwk('p-256');
    const [{ kid, publicJwk }, unsealer] = [await sealingKeyFrom(jwk), await JweUnsealer.with([jwk])];
    const lead = (view: number): Desk => desk(CROYDON, 'governance', [1, view]);
    const offered = await lead(1).post('/v1/authority-keys', { jwk: publicJwk });
    const nonce = await unsealer.answerTo(String(offered.body['challenge']), kid);
    expect(await lead(2).post(`/v1/authority-keys/${kid}/proof`, { nonce })).toMatchObject({ status: 200 });
    const posted = await camden(1, 1).post('/v1/placements', aPlacement());
    const { notice } = await reader.about(posted.body['recordRef'], 'placement.notified');
    const path = `/v1/inbox?payload=sealed&after=${String(notice.sequence - 1)}&limit=1`;
    for (const view of [1, 2]) {
      const { status, text, body } = await croydon(view).get(path);
      expect([status, /Invented|SPLIT-/.test(text)]).toEqual([200, false]);
      const [entry] = body['entries'] as readonly Body[];
      const { sealed } = entry?.['data'] as Body;
      const detail = await unsealer.unseal(String(sealed), notice.id);
      expect(detail).toEqual((await croydon(view).get(notice.data.links.detail)).body);
      expect(detail).toMatchObject({ sight: 'addressee', child: { forename: 'Invented' } });
    }
    await lead(2).post(`/v1/authority-keys/${kid}/revocation`, { reason: 'not-needed-any-more' });
    const refused = { status: 409, body: { code: 'inbox/no-usable-key' } };
    for (const view of [1, 2]) expect(await croydon(view).get(path)).toMatchObject(refused);
  });

  it('answers the same from either view-api as soon as it has what the writer asks for', async () => {
    const posted = await camden(2, 1).post('/v1/placements', aPlacement());
    const { position, recordRef } = posted.body;
    const at = `atLeast=${String(position)}`;
    const [registers, chronologies] = await Promise.all([
      Promise.all([1, 2].map((view) => croydon(view).get(`/v1/registers/placed-here?limit=500&${at}`))),
      Promise.all(
        [1, 2].map((view) => camden(1, view).get(`/v1/children/${String(recordRef)}/chronology?${at}`)),
      ),
    ]);
    for (const [one, other] of [registers, chronologies]) {
      expect(one).toMatchObject({ status: 200 });
      expect(one?.text).toContain(String(recordRef));
      expect(other?.body['items']).toEqual(one?.body['items']);
    }
  });

  it('records a command once, whichever intake-api it is sent to', async () => {
    const body = aPlacement();
    const first = await camden(1, 1).post('/v1/placements', body, 'split-once');
    const again = await camden(2, 1).post('/v1/placements', body, 'split-once');
    expect([first.status, first.body['repeated']]).toEqual([201, false]);
    expect(again.body).toMatchObject({
      ...{ id: first.body['id'], position: first.body['position'], repeated: true },
    });
    const another = aPlacement();
    const both = await Promise.all(
      [1, 2, 1, 2].map((intake) => camden(intake, 1).post('/v1/placements', another, 'split-at-once')),
    );
    expect(new Set(both.map((answer) => answer.body['id'])).size).toBe(1);
    expect(both.filter((answer) => answer.body['repeated'] === false)).toHaveLength(1);
    await reader.about(first.body['recordRef'], 'placement.notified');
    await reader.about(both[0]?.body['recordRef'], 'placement.notified');
    const told = reader.told.filter(({ notice }) => notice.recordRef === first.body['recordRef']);
    expect(told).toHaveLength(1);
  });

  it('loses and repeats nothing while every process is restarted, one after the other, under load', async () => {
    const load = steadyLoad({
      doors: () => [doors(1, 1), doors(2, 2)],
      tokenFor: (authority, role) => split.tokenFor(authority, role),
      ...{ from: CAMDEN, host: CROYDON, everyMs: 80, newBody: aPlacement },
    });
    for (const app of split.apps) {
      await app.restart();
      await pause(300);
    }
    const { posted, reads } = await load.stop();
    expect(posted.length).toBeGreaterThan(100);
    for (const recordRef of posted) await reader.about(recordRef, 'placement.notified');
    expect(reader.repeatedIds).toEqual([]);
    expect(reader.sequences).toEqual(reader.sequences.map((_, i) => i + 1));
    expect(reads.failed).toBe(0);
    expect(reads.answered).toBeGreaterThan(20);
    const { position } = (await camden(1, 1).post('/v1/placements', aPlacement())).body;
    const register = await registerAt(2, position);
    expect(posted.filter((recordRef) => !register.has(recordRef))).toEqual([]);
  }, 240_000);

  const holderOf = async (app: AppName, group: string): Promise<AppProcess> => {
    const holders = async (): Promise<readonly AppProcess[]> => {
      const held = await Promise.all(split.of(app).map((process) => leasesHeld(process, group)));
      return split.of(app).filter((_, i) => (held[i] ?? 0) > 0);
    };
    const [holder] = await eventually(holders, (found) => found.length > 0);
    if (!holder) throw new Error(`no ${app} has work of ${group}`);
    return holder;
  };
  /** The number of a process that is not this one. */
  const other = ({ app, name }: AppProcess): number =>
    split.of(app).findIndex((process) => process.name !== name) + 1;
  const posting = async (): Promise<Answer> => camden(1, 1).post('/v1/placements', aPlacement());
  it('keeps a reader waiting at one view-api for what the other has still to build', async () => {
    const builder = await holderOf('view-api', 'views');
    builder.freeze();
    const { position, recordRef } = (await posting()).body;
    const asked = croydon(other(builder)).get(
      `/v1/registers/placed-here?limit=5&atLeast=${String(position)}`,
    );
    const first = await Promise.race([asked.then(() => 'answered'), pause(1_500, 'still waiting')]);
    builder.thaw();
    expect([first, (await asked).status]).toEqual(['still waiting', 200]);
    expect(await registerAt(other(builder), position)).toContain(recordRef);
  });

  const allHeld = async (app: AppName, group: string): Promise<number> => {
    const held = await Promise.all(split.of(app).map((process) => leasesHeld(process, group)));
    return held.reduce((sum, count) => sum + count, 0);
  };

  it.each(['routers', 'bus'])(
    'replaces a relay that is killed while it has %s on lease, within ten seconds',
    async (group) => {
      const holder = await holderOf('relay', group);
      const total = await allHeld('relay', group);
      await holder.kill('SIGKILL');
      const killedAtMs = performance.now();
      const posted = await posting();
      const { atMs } = await reader.about(posted.body['recordRef'], 'placement.notified');
      const survivor = the('relay', other(holder));
      const taken = await eventually(
        () => leasesHeld(survivor, group),
        (held) => held === total,
      );
      const replacedMs = performance.now() - killedAtMs;
      process.stdout.write(
        `${holder.name}: ${group} replaced after ${Math.round(replacedMs)} ms, next notice after ${Math.round(atMs - killedAtMs)} ms\n`,
      );
      expect(taken).toBe(total);
      expect(atMs - killedAtMs).toBeLessThan(REPLACED_WITHIN_MS);
      expect(replacedMs).toBeLessThan(REPLACED_WITHIN_MS);
      await holder.start();
    },
    60_000,
  );

  it('replaces a view-api that is killed while it builds the views, within ten seconds', async () => {
    const holder = await holderOf('view-api', 'views');
    await holder.kill('SIGKILL');
    const killedAtMs = performance.now();
    const { position, recordRef } = (await posting()).body;
    const survivor = other(holder);
    const { status } = await eventually(
      () => croydon(survivor).get(`/v1/registers/placed-here?limit=1&atLeast=${String(position)}`),
      (answer) => answer.status === 200,
    );
    const replacedMs = performance.now() - killedAtMs;
    process.stdout.write(`${holder.name}: views replaced after ${Math.round(replacedMs)} ms\n`);
    expect(status).toBe(200);
    expect(await registerAt(survivor, position)).toContain(recordRef);
    expect(replacedMs).toBeLessThan(REPLACED_WITHIN_MS);
    await holder.start();
  }, 60_000);

  it('has told every notice once and in order when all is over', async () => {
    const entries = (await inboxAt(1)).map(({ sequence }) => sequence);
    const last = entries.at(-1);
    await eventually(
      () => Promise.resolve(reader.sequences.length),
      (length) => length === last,
    );
    expect(reader.sequences).toEqual(entries);
    expect(reader.repeatedIds).toEqual([]);
  });
});
