import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals } from '@ibex/identity';
import { CLOCK, EVENT_STORE, IDS, RECORDS, ROLES } from '@ibex/kernel';
import type { EventStore, Records } from '@ibex/kernel';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ExchangeInProcess } from '../../support/exchange-in-process';
import type { Body } from '../../support/exchange-in-process';
import rolesByRoute from '../../e2e/roles-by-route.json';
import { AUTHORITY, ROUTE_OF, by, poster } from '../town/town';
import type { Relation } from '../town/town';

/** What nobody but the owner may tell one world from the other by. */
export type Hidden = Readonly<{
  exists: boolean;
  surname: string;
  address: string;
  narrative: string;
  host: 'E10000016' | 'E10000030';
}>;

/** Everybody but the owner of the hidden child. */
export const READERS: readonly Relation[] = ['host', 'other', 'none'];
const START = '2026-03-02T09:00:00.000Z';
const OPEN_CHILD = { localId: 'OPEN-1', forename: 'Ada', surname: 'Obi', dateOfBirth: '2012-05-01' };

@Global()
@Module({})
class TimeOfAWorld {
  static with(clock: FixedClock): DynamicModule {
    const ids = new SequentialIds();
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: ids },
    ];
    return { module: TimeOfAWorld, providers, exports: [CLOCK, IDS] };
  }
}

/** An authority's own record that may be of the same child as another's: the id of the two, which nobody has looked at. */
const mayBeOne = async (exchange: ExchangeInProcess, refs: readonly [string, string]): Promise<string> => {
  const evidence = { outcome: 'review', weight: 12, reasons: ['surname: near'] } as const;
  await exchange.part<LinkProposals>(LINK_PROPOSALS).propose({ refs, ...evidence });
  const filter = { types: ['LinkProposed'] };
  for await (const facts of exchange.part<EventStore>(EVENT_STORE).readAll({ filter }))
    for (const { stream, data } of facts)
      if (refs.every((ref) => JSON.stringify(data['refs']).includes(ref)))
        return stream.slice('link-'.length);
  throw new Error('nothing was proposed');
};

/** What only whoever guesses right could ask for. */
export type HiddenIds = Readonly<{ recordRef: string; link: string; task: string }>;

const taskAbout = async (exchange: ExchangeInProcess, recordRef: string): Promise<string> => {
  const { body } = await exchange.get(by('owner', 'duty-desk'), '/v1/tasks?limit=100');
  return String((body['tasks'] as readonly Body[]).find((task) => task['recordRef'] === recordRef)?.['id']);
};

const hide = async (exchange: ExchangeInProcess, hidden: Hidden, othersOwn: string): Promise<HiddenIds> => {
  const post = poster(exchange);
  const { surname, address, narrative, host } = hidden;
  const child = { localId: 'HIDDEN-1', forename: 'Cass', surname, dateOfBirth: '2011-08-17' };
  const stay = { host, startsOn: '2026-03-01', notice: 'planned', address, narrative, restricted: true };
  const placed = await post(ROUTE_OF.placement, { child, ...stay });
  const recordRef = String(placed['recordRef']);
  const link = await mayBeOne(exchange, [recordRef, othersOwn]);
  const task = await taskAbout(exchange, recordRef);
  const body = { label: 'protected', reason: narrative };
  await post(`/v1/records/${recordRef}/restrictions`, body);
  const missing = {
    recordRef,
    kind: 'M',
    from: 'care',
    host,
    restricted: true,
    lastSeen: { on: '2026-03-01' },
  };
  await post(ROUTE_OF.missing, { ...missing, circumstances: narrative }, by('owner', 'system-client'));
  return { recordRef, link, task };
};

export type World = Readonly<{
  exchange: ExchangeInProcess;
  hidden: HiddenIds | undefined;
  /** What may be asked for, by what stands in a path. */
  open: Readonly<{ recordRef: string; link: string; subscription: string; agreement: string }>;
}>;

const recordOf = async (exchange: ExchangeInProcess, localId: string): Promise<string> => {
  const actor = { authority: AUTHORITY.other, person: 'desk', role: 'placing-practitioner' };
  const told = { actor, commandId: `introduce-${localId}`, correlationId: 'worlds' };
  return (await exchange.part<Records>(RECORDS).introduce({ localId }, told)).recordRef;
};

/** The host's subscription, and an agreement of it with the owner. */
const arranged = async (
  exchange: ExchangeInProcess,
): Promise<Readonly<{ subscription: string; agreement: string }>> => {
  const post = poster(exchange);
  const pull = { channel: 'pull-feed', name: 'Case system' };
  const subscribed = await post('/v1/subscriptions', pull, by('host', 'system-client'));
  const proposed = await post(
    '/v1/agreements',
    {
      ...{ title: 'Neighbours', purpose: 'Find children', legalBasis: 'Children Act 2004 s11' },
      ...{ parties: [AUTHORITY.owner, AUTHORITY.host], from: '2020-01-01', to: '2099-12-31' },
      clauses: [{ id: 'all', types: ['missing', 'placement', 'exploitation'] }],
    },
    by('owner', 'governance'),
  );
  const agreement = String(proposed['id']);
  for (const relation of ['owner', 'host'] as const)
    await post(
      `/v1/agreements/${agreement}/signature`,
      { version: 1, name: 'Lead' },
      by(relation, 'governance'),
    );
  return { subscription: String(subscribed['id']), agreement };
};

/** The same town both times: a child that its host was told of; and one that is hidden, or is not. */
export const openWorld = async (home: string, hidden: Hidden): Promise<World> => {
  const clock = new FixedClock(START);
  const exchange = await ExchangeInProcess.start(home, { module: TimeOfAWorld.with(clock), clock });
  const stay = { host: AUTHORITY.host, startsOn: '2026-03-01', notice: 'planned', address: '1 Old Street' };
  const { recordRef: open } = await poster(exchange)(ROUTE_OF.placement, { child: OPEN_CHILD, ...stay });
  // what is urgent has a lane of its own, and would overtake
  await exchange.settled();
  // how often an authority posts is no secret: it has posted of every kind in both
  const missing = {
    recordRef: open,
    kind: 'M',
    from: 'care',
    host: AUTHORITY.host,
    lastSeen: { on: '2026-03-01' },
  };
  await poster(exchange)(ROUTE_OF.missing, missing, by('owner', 'system-client'));
  const [linked, ofHidden] = [await recordOf(exchange, 'OTHER-1'), await recordOf(exchange, 'OTHER-2')];
  const link = await mayBeOne(exchange, [String(open), linked]);
  // a subscription begins behind what its mailbox holds
  await exchange.settled();
  const around = await arranged(exchange);
  await exchange.settled();
  const kept = hidden.exists ? await hide(exchange, hidden, ofHidden) : undefined;
  await exchange.settled();
  return { exchange, hidden: kept, open: { recordRef: String(open), link, ...around } };
};

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/v1/missing-episodes': ['?scope=ours&state=all', '?scope=here&state=all', '?scope=heading-here'],
  '/v1/registers/placed-here': ['', '?on=2026-03-02', '?format=csv'],
  '/v1/registers/placed-elsewhere': ['', '?on=2026-03-02'],
  '/v1/duties': ['?scope=owed-by-us', '?scope=owed-to-us'],
  '/v1/inbox': ['?limit=500'],
};
const TRENDS = ['placements', 'missing', 'moves', 'exploitation'];

type Named = Readonly<{ prefix: string; ids: readonly (string | undefined)[] }>;

/** Paths that need no id, those of the open child, and those of the hidden one under the id that it would have. */
const pathsFor = ({ open }: World, hidden: HiddenIds): readonly string[] =>
  Object.keys(rolesByRoute)
    .filter((name) => name.startsWith('GET ') && !name.endsWith('/stream') && name !== 'GET /v1/views')
    .flatMap((name) => {
      const path = name.slice('GET '.length);
      if (!path.includes('{')) return (QUERIES[path] ?? ['']).map((query) => `${path}${query}`);
      if (path.includes('{topic}')) return TRENDS.map((topic) => path.replace('{topic}', topic));
      const known = idsBy(open, hidden).find(({ prefix }) => path.startsWith(prefix));
      return (known?.ids ?? []).map((id) => path.replace(/\{(recordRef|id)\}/, id ?? ''));
    });

const idsBy = (open: World['open'], hidden: HiddenIds): readonly Named[] => {
  const children = [open.recordRef, hidden.recordRef];
  return [
    { prefix: '/v1/children/', ids: children },
    { prefix: '/v1/records/', ids: children },
    { prefix: '/v1/links/{', ids: [open.link, hidden.link] },
    { prefix: '/v1/tasks/', ids: [hidden.task] },
    { prefix: '/v1/subscriptions/', ids: [open.subscription] },
    { prefix: '/v1/agreements/', ids: [open.agreement] },
  ];
};

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Opaque ids by the order in which they come, and how far the log and its views have got; these are allowed to differ. */
export const plain = (text: string): string => {
  const names = new Map<string, string>();
  return text
    .replaceAll(UUID, (id) => {
      names.set(id, names.get(id) ?? `id-${String(names.size)}`);
      return names.get(id) ?? '';
    })
    .replaceAll(/"(position|head|behind)":\d+/g, '"$1":0')
    .replaceAll(/"upToDate":(true|false)/g, '"upToDate":0');
};

/**
 * Who else looked. What a reader itself looked at a moment ago may still be on its way into the ledger, and is compared as
 * what it saw; the clock stands still, so that no order of looks is the right one.
 */
const ofOthers = (text: string, reader: string): string => {
  if (!text.startsWith('{"reads":')) return text;
  const { reads, ...rest } = JSON.parse(text) as Readonly<{ reads: readonly Body[] }>;
  const others = reads.filter(({ authority }) => authority !== reader);
  return JSON.stringify({ reads: others.map((read) => JSON.stringify(read)).sort(), ...rest });
};

/** Everything that the readers can see, by who asked for what. */
export const seenIn = async (world: World, hidden: HiddenIds): Promise<ReadonlyMap<string, string>> => {
  const seen = new Map<string, string>();
  const paths = pathsFor(world, hidden);
  for (const [relation, role] of READERS.flatMap((each) => ROLES.map((role) => [each, role] as const)))
    for (const url of paths) {
      const purpose: Record<string, string> = role === 'mash' ? { 'ibex-purpose': 'mash-enquiry' } : {};
      const headers = { accept: 'application/json', ...purpose };
      const { status, text } = await world.exchange.ask(by(relation, role), { method: 'GET', url, headers });
      if (status !== 403)
        seen.set(
          `${relation} as ${role}: ${url}`,
          `${String(status)} ${ofOthers(plain(text), AUTHORITY[relation])}`,
        );
    }
  return seen;
};

/** What a hub finds by the very name of the hidden child. */
export const foundIn = async ({ exchange }: World): Promise<readonly string[]> => {
  const identifiers = { forename: 'Cass', surname: 'Verity', dateOfBirth: '2011-08-17' };
  const search = { identifiers, purpose: 'section-47', reason: 'She came to school hurt' };
  const answers = [];
  for (const relation of READERS)
    answers.push(
      await exchange.post(by(relation, 'mash'), '/v1/mash/searches', search, `search-${relation}`),
    );
  return answers.map(({ status, text }) => `${String(status)} ${plain(text)}`);
};
