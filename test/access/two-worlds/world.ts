import { FixedClock, SequentialIds } from '@ibex/adapters/memory';
import { CLOCK, IDS, ROLES } from '@ibex/kernel';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ExchangeInProcess } from '../../support/exchange-in-process';
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

const hide = async (exchange: ExchangeInProcess, hidden: Hidden): Promise<string> => {
  const post = poster(exchange);
  const { surname, address, narrative, host } = hidden;
  const child = { localId: 'HIDDEN-1', forename: 'Cass', surname, dateOfBirth: '2011-08-17' };
  const stay = { host, startsOn: '2026-03-01', notice: 'planned', address, narrative, restricted: true };
  const placed = await post(ROUTE_OF.placement, { child, ...stay });
  const recordRef = String(placed['recordRef']);
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
  return recordRef;
};

export type World = Readonly<{ exchange: ExchangeInProcess; recordRef: string | undefined; open: string }>;

/** The same town both times: a child that its host was told of; and one that is hidden, or is not. */
export const openWorld = async (home: string, hidden: Hidden): Promise<World> => {
  const clock = new FixedClock(START);
  const exchange = await ExchangeInProcess.start(home, { module: TimeOfAWorld.with(clock), clock });
  const stay = { host: AUTHORITY.host, startsOn: '2026-03-01', notice: 'planned', address: '1 Old Street' };
  const { recordRef: open } = await poster(exchange)(ROUTE_OF.placement, { child: OPEN_CHILD, ...stay });
  // how often an authority posts is no secret: it has posted of every kind in both
  const missing = {
    recordRef: open,
    kind: 'M',
    from: 'care',
    host: AUTHORITY.host,
    lastSeen: { on: '2026-03-01' },
  };
  await poster(exchange)(ROUTE_OF.missing, missing, by('owner', 'system-client'));
  await exchange.settled();
  const recordRef = hidden.exists ? await hide(exchange, hidden) : undefined;
  await exchange.settled();
  return { exchange, recordRef, open: String(open) };
};

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/v1/missing-episodes': ['?scope=ours&state=all', '?scope=here&state=all', '?scope=heading-here'],
  '/v1/registers/placed-here': ['', '?on=2026-03-02', '?format=csv'],
  '/v1/registers/placed-elsewhere': ['', '?on=2026-03-02'],
  '/v1/duties': ['?scope=owed-by-us', '?scope=owed-to-us'],
  '/v1/inbox': ['?limit=500'],
};
const TRENDS = ['placements', 'missing', 'moves', 'exploitation'];

/** Paths that need no id, those of the open child, and those of the hidden one under the id that it would have. */
const pathsFor = ({ open }: World, hiddenRef: string): readonly string[] =>
  Object.keys(rolesByRoute)
    .filter((name) => name.startsWith('GET ') && !name.endsWith('/stream') && name !== 'GET /v1/views')
    .flatMap((name) => {
      const path = name.slice('GET '.length);
      if (!path.includes('{')) return (QUERIES[path] ?? ['']).map((query) => `${path}${query}`);
      if (path.includes('{recordRef}'))
        return [open, hiddenRef].map((ref) => path.replace('{recordRef}', ref));
      return path.includes('{topic}') ? TRENDS.map((topic) => path.replace('{topic}', topic)) : [];
    });

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

/** Everything that the readers can see, by who asked for what. */
export const seenIn = async (world: World, hiddenRef: string): Promise<ReadonlyMap<string, string>> => {
  const seen = new Map<string, string>();
  const paths = pathsFor(world, hiddenRef);
  for (const [relation, role] of READERS.flatMap((each) => ROLES.map((role) => [each, role] as const)))
    for (const url of paths) {
      const purpose: Record<string, string> = role === 'mash' ? { 'ibex-purpose': 'mash-enquiry' } : {};
      const headers = { accept: 'application/json', ...purpose };
      const { status, text } = await world.exchange.ask(by(relation, role), { method: 'GET', url, headers });
      if (status !== 403) seen.set(`${relation} as ${role}: ${url}`, `${String(status)} ${plain(text)}`);
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
