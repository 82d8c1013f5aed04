import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { LookoutReminders } from '@ibex/access';
import { CLOCK, EVENT_STORE, IDS } from '@ibex/kernel';
import type { Clock, EventStore } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { By } from '../support/exchange-in-process';

const [HACKNEY, CROYDON, BRENT] = ['E09000012', 'E09000008', 'E09000005'] as const;
const OWNER: By = [HACKNEY, 'duty-desk', 'ann'];
const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000] as const;

/** Stands still until it is told to go on. */
class OwnClock implements Clock {
  private ms = Date.parse('2026-03-03T12:00:00.000Z');

  now(): string {
    return new Date(this.ms).toISOString();
  }

  passes(ms: number): void {
    this.ms += ms;
  }
}
@Module({})
class OwnTime {
  static of(clock: Clock): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: { next: () => randomUUID() } },
    ];
    return { module: OwnTime, global: true, providers, exports: [CLOCK, IDS] };
  }
}

const folders = temporaryFolders();
let clock: OwnClock;
let exchange: ExchangeInProcess;
beforeEach(async () => {
  clock = new OwnClock();
  exchange = await ExchangeInProcess.start(folders(), { module: OwnTime.of(clock), clock });
}, 30_000);
afterEach(() => exchange.stop());

type Missing = Readonly<{ recordRef: string; episode: string }>;
const aMissingChild = async (label?: string): Promise<Missing> => {
  const placed = await exchange.post([HACKNEY, 'placing-practitioner', 'ann'], '/v1/placements', {
    child: { localId: 'LR-1', forename: 'Ada', surname: 'Obi' },
    ...{ host: CROYDON, startsOn: '2026-03-02', notice: 'planned' },
  });
  const recordRef = String(placed.body['recordRef']);
  const why = { label, reason: 'Her father looks for her' };
  if (label !== undefined)
    await exchange.post([HACKNEY, 'governance', 'gil'], `/v1/records/${recordRef}/restrictions`, why);
  const missing = { recordRef, kind: 'M', from: 'care', host: CROYDON };
  const told = await exchange.post(OWNER, '/v1/missing-episodes', {
    ...{ ...missing, lastSeen: { at: '2026-03-03T10:00:00Z' }, circumstances: 'From the refuge' },
  });
  return { recordRef, episode: String(told.body['id']) };
};
/** Resolves once everything on record has been told and stands in every view. */
const quiet = async (): Promise<void> => {
  const head = await exchange.part<EventStore>(EVENT_STORE).head();
  expect(await exchange.part(SubscriptionRunner).caughtUpTo(head, 30_000)).toBe(true);
};
const looked = async (): Promise<void> => {
  await quiet();
  await exchange.part(LookoutReminders).look();
  await quiet();
};
type Entry = Readonly<{ type: string; data: Readonly<{ urgency: string; links: { detail: string } }> }>;
const told = async (authority: string): Promise<readonly Entry[]> => {
  const { body } = await exchange.get([authority, 'duty-desk'], '/v1/inbox?limit=500');
  return (body['entries'] as readonly Entry[]).filter(({ type }) => /lookout|restricted-child/.test(type));
};
const kindsTo = async (authority: string): Promise<readonly string[]> =>
  (await told(authority)).map(({ type }) => type.replace('uk.ibex.access.', ''));
const ask = async ({ recordRef }: Missing): Promise<string> => {
  const { body } = await exchange.post(OWNER, '/v1/lookouts', {
    ...{ recordRef, authorities: [BRENT], since: '2026-03-03' },
    ...{ name: 'Ann Lee', phone: '020 7946 0000' },
  });
  return String(body['id']);
};

describe('the owner of a restricted child that is missing', () => {
  it('is reminded once that nobody was let know, and nobody else is told of it', async () => {
    const child = await aMissingChild('refuge');
    await looked();
    expect(await kindsTo(HACKNEY)).toEqual([]);
    clock.passes(15 * MINUTE_MS);
    for (let look = 0; look < 3; look += 1) await looked();
    const [entry, ...more] = await told(HACKNEY);
    expect([entry?.type, entry?.data.urgency, more]).toEqual(['uk.ibex.access.lookout-wanted', 'urgent', []]);
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`${child.recordRef}|Ada|Obi|refuge`));
    const detail = await exchange.get(OWNER, entry?.data.links.detail ?? '');
    expect([detail.status, detail.text]).toEqual([200, expect.stringContaining('"MissingReported"')]);
    for (const other of [CROYDON, BRENT]) expect(await kindsTo(other)).toEqual([]);
  }, 60_000);

  it('is not reminded where the record is open: everybody concerned was told', async () => {
    await aMissingChild();
    clock.passes(DAY_MS);
    await looked();
    expect(await kindsTo(HACKNEY)).toEqual([]);
  }, 60_000);

  it('is reminded every three days of a lookout that is still open', async () => {
    await ask(await aMissingChild('protected'));
    clock.passes(15 * MINUTE_MS);
    await looked();
    expect(await kindsTo(HACKNEY)).toEqual([]);
    for (let days = 0; days < 6; days += 1) {
      clock.passes(DAY_MS);
      await looked();
    }
    expect(await kindsTo(HACKNEY)).toEqual(['lookout-still-open', 'lookout-still-open']);
    expect(await kindsTo(BRENT)).toEqual(['restricted-child-missing']);
  }, 60_000);

  it('has its lookout ended when it reports the child back, and so has everybody who was let know', async () => {
    const child = await aMissingChild('refuge');
    const id = await ask(child);
    const found = { when: { at: '2026-03-03T11:30:00Z' } };
    const back = await exchange.post(OWNER, `/v1/missing-episodes/${child.episode}/found`, found);
    expect(back.status).toBe(201);
    for (let look = 0; look < 3; look += 1) await looked();
    expect(await kindsTo(BRENT)).toEqual(['restricted-child-missing', 'restricted-child-found']);
    expect(await kindsTo(HACKNEY)).toEqual(['restricted-child-found']);
    const seen = (await exchange.get([BRENT, 'mash'], `/v1/lookouts/${id}`)).body;
    expect([seen['state'], seen['phone']]).toEqual(['over', undefined]);
    const own = (await exchange.get(OWNER, `/v1/lookouts/${id}`)).body;
    expect(own).toMatchObject({ state: 'over', endedBecause: 'child-found' });
  }, 60_000);
});
