import { Global, Module } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  AUTHORITIES,
  CURSORS,
  EVENT_STORE,
  MAILBOX,
  MEMBERSHIPS,
  MESSAGE_BUS,
  MessageNotTaken,
} from '@ibex/kernel';
import type { EventStore, Mailbox } from '@ibex/kernel';
import { DevelopmentIssuer, JoseModule, newSigningKey } from '@ibex/adapters/jose';
import { FixedClock, MemoryModule } from '@ibex/adapters/memory';
import { IdentityModule } from '@ibex/identity';
import { ProofModule } from '@ibex/proof';
import { Metrics, RuntimeModule } from '@ibex/runtime';
import { BARNET, CROYDON, KeptCursors, ScriptedBus, someEntries, until } from '../../fixtures/relay';
import { deliveryDefinition } from '../ladder/delivery.definition';
import { toRecipient } from '../ladder/recipients';
import { BusChannelModule } from './bus-channel.module';

const poison = `${CROYDON}-2`;
const NOW = '2026-03-02T09:00:00.000Z';
const anAuthority = (gss: string, member: boolean) => ({
  gss,
  dfeNumber: '1',
  name: gss,
  region: 'London',
  member,
});

const town = {
  all: [anAuthority(CROYDON, true), anAuthority(BARNET, false)],
  changed: (): void => undefined,
};

const started = async (bus: ScriptedBus, cursors: KeptCursors): Promise<INestApplicationContext> => {
  const clock = new FixedClock(NOW);
  const key = await newSigningKey();
  const issuer = new DevelopmentIssuer({ key, clock, production: false });
  @Global()
  @Module({
    providers: [
      { provide: MESSAGE_BUS, useValue: bus },
      { provide: CURSORS, useValue: cursors },
      { provide: AUTHORITIES, useValue: { all: () => town.all } },
      {
        provide: MEMBERSHIPS,
        useValue: { whenChanged: (listener: () => void) => (town.changed = listener) },
      },
    ],
    exports: [MESSAGE_BUS, CURSORS, AUTHORITIES, MEMBERSHIPS],
  })
  class Given {}
  @Module({
    imports: [
      Given,
      MemoryModule.with(clock),
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32).fill(7) }),
      JoseModule.forRoot({ issuers: [issuer.trusted], signingKey: key }),
      RuntimeModule.forRoot({ definitions: [deliveryDefinition], actions: [] }),
      IdentityModule,
      BusChannelModule,
    ],
  })
  class Relay {}
  const built = await Test.createTestingModule({ imports: [Relay] }).compile();
  return built.init();
};

describe('the bus as a channel', () => {
  const bus = new ScriptedBus();
  const cursors = new KeptCursors();
  let app: INestApplicationContext;

  beforeAll(async () => {
    bus.faultOf = (messages) => {
      const at = messages.findIndex(({ event }) => event.id === poison);
      return at < 0 ? undefined : { holds: at, error: new MessageNotTaken(poison, 'too large') };
    };
    app = await started(bus, cursors);
    const mailbox = app.get<Mailbox>(MAILBOX);
    const entries = [...someEntries(3), ...someEntries(2, BARNET)];
    await mailbox.deliver('router-standard', entries, 1);
    await until(() => cursors.stands.get(`bus ${CROYDON}`) === 3, 'Croydon has its own');
  });
  afterAll(() => app.close());

  it('brings out the mailboxes of the members, and no others', () => {
    expect(new Set(bus.held.map(({ event }) => event.id))).toEqual(new Set([`${CROYDON}-1`, `${CROYDON}-3`]));
  });

  it('puts on record what it will not take, as done on behalf of the sender', async () => {
    const [fact, ...more] = await app.get<EventStore>(EVENT_STORE).readStream(`delivery-${poison}`);
    expect(more).toEqual([]);
    expect(fact).toMatchObject({
      type: 'DeliverySetAside',
      data: {
        authority: CROYDON,
        sequence: 2,
        factId: `fact-of-${poison}`,
        notice: 'placement-1',
        channel: 'bus',
        reason: 'not-taken',
      },
      metadata: {
        actor: { authority: 'E09000012', person: 'relay', role: 'system' },
        recordRef: 'record-1',
      },
    });
  });

  it('shows the sender what a channel would not take, still waiting in the mailbox', async () => {
    const entry = await app.get<Mailbox>(MAILBOX).find(CROYDON, 2);
    const facts = await app.get<EventStore>(EVENT_STORE).readStream(`delivery-${poison}`);
    if (!entry) throw new Error('the entry has left the mailbox');
    expect(toRecipient(entry, facts)).toEqual({
      authority: CROYDON,
      capacity: 'host',
      urgency: 'prompt',
      sequence: 2,
      state: 'queued',
      queuedAt: NOW,
      setAside: [{ at: NOW, channel: 'bus' }],
    });
  });

  it('tells how far each mailbox is behind, and that all is well', async () => {
    const measures = await app.get(Metrics).text();
    const labels = `{channel="bus",authority="${CROYDON}"}`;
    expect(measures.split('\n').filter((line) => line.includes('channel="bus"'))).toEqual([
      'ibex_channel_set_aside_total{channel="bus"} 1',
      `ibex_mailbox_lag_entries${labels} 0`,
      `ibex_mailbox_lag_seconds${labels} 0`,
      `ibex_channel_failing_seconds${labels} 0`,
    ]);
  });

  it('brings out the mailbox of whoever joins, from its first entry on', async () => {
    town.all = [anAuthority(CROYDON, true), anAuthority(BARNET, true)];
    town.changed();
    await until(() => cursors.stands.get(`bus ${BARNET}`) === 2, 'Barnet has its own');
    const ofBarnet = bus.held.filter(({ authority }) => authority === BARNET);
    expect(ofBarnet.map(({ event }) => event.sequence)).toEqual([1, 2]);
  });
});
