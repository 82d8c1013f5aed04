import type { Answer, ExchangeInProcess } from '../../support/exchange-in-process';
import { AUTHORITY, BREAKER, LABELS, NOT_JOINED, ROUTE_OF, STATES, by, done, poster } from './town';
import type { Category, Label, State, Subject } from './town';

type Post = ReturnType<typeof poster>;

const DAY_MS = 86_400_000;
/** So many days before today, as the machine has it. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const STEPS: Readonly<
  Record<Category, Readonly<{ over: () => readonly [string, object]; recalled: object }>>
> = {
  placement: {
    over: () => ['end', { endedOn: daysAgo(1), reasonEpisodeCeased: 'E4A' }],
    recalled: { reason: 'duplicate' },
  },
  missing: {
    over: () => ['found', { when: { on: daysAgo(1) }, foundBy: 'police' }],
    recalled: { because: 'posted-in-error' },
  },
  move: { over: () => ['arrived', { arrivedOn: daysAgo(1) }], recalled: { reason: 'posted-in-error' } },
  exploitation: {
    over: () => ['close', { on: daysAgo(0), because: 'no-longer-a-concern' }],
    recalled: { because: 'posted-in-error' },
  },
};

/** Nobody takes one of these for another: nothing of them sounds alike. */
export const NAMES: Readonly<
  Record<string, readonly [forename: string, surname: string, monthAndDay: string, age: number]>
> = {
  'open live': ['Ada', 'Obi', '05-01', 14],
  'open over': ['Bram', 'Lindqvist', '11-17', 16],
  'open recalled': ['Chidi', 'Marsh', '02-26', 12],
  'restricted live': ['Delyth', 'Prosser', '08-09', 15],
  'restricted over': ['Emre', 'Yildiz', '12-30', 13],
  'restricted recalled': ['Fay', 'Whitcombe', '03-14', 11],
};

type Kind = readonly [label: Label, state: State];

const tell = async (
  post: Post,
  kind: Kind,
  localId: string,
): Promise<Pick<Subject, 'recordRef' | 'notices'>> => {
  const [forename, surname, monthAndDay = '', age = 0] = NAMES[kind.join(' ')] ?? [];
  const dateOfBirth = `${String(new Date().getUTCFullYear() - age)}-${monthAndDay}`;
  const child = { localId, forename, surname, dateOfBirth };
  const { host, former } = AUTHORITY;
  const stay = { notice: 'planned', narrative: 'With her aunt', address: '1 Hidden Lane' };
  const placed = await post(ROUTE_OF.placement, {
    child,
    host: former,
    startsOn: daysAgo(30),
    placementType: 'U4',
    ...stay,
  });
  const [recordRef, placement] = [String(placed['recordRef']), String(placed['id'])];
  await post(`${ROUTE_OF.placement}/${placement}/change`, { host, changedOn: daysAgo(10), ...stay });
  const worker = by('owner', 'system-client');
  const about = { recordRef, host };
  const missing = await post(
    ROUTE_OF.missing,
    { ...about, kind: 'M', from: 'care', lastSeen: { on: daysAgo(2) } },
    worker,
  );
  const move = await post(
    ROUTE_OF.move,
    {
      recordRef,
      cohort: 'child-in-need',
      permanence: 'permanent',
      fromAuthority: AUTHORITY.owner,
      toAuthority: host,
      movedOn: daysAgo(5),
    },
    worker,
  );
  const concern = {
    ...about,
    raisedOn: daysAgo(3),
    flags: ['county-lines'],
    areas: [{ gss: host }, { gss: NOT_JOINED }],
  };
  const exploitation = await post(ROUTE_OF.exploitation, concern, worker);
  const [missingId, moveId, concernId] = [missing, move, exploitation].map(({ id }) => String(id));
  return {
    recordRef,
    notices: {
      placement,
      missing: missingId ?? '',
      move: moveId ?? '',
      exploitation: concernId ?? '',
    },
  };
};

const bring = async (post: Post, state: State, { notices }: Pick<Subject, 'notices'>): Promise<void> => {
  for (const [category, id] of Object.entries(notices)) {
    const { over, recalled } = STEPS[category as Category];
    const who = by('owner', 'system-client');
    const [step, body] = state === 'over' ? over() : (['withdraw', recalled] as const);
    await post(`${ROUTE_OF[category as Category]}/${id}/${step}`, body, who);
  }
};

const one = async (exchange: ExchangeInProcess, [label, state]: Kind, localId: string): Promise<Subject> => {
  const post = poster(exchange);
  const told = await tell(post, [label, state], localId);
  const reason = { reason: 'She is here and hurt', purpose: 'section-47' };
  const opened = await post(`/v1/records/${told.recordRef}/break-glass`, reason, BREAKER);
  if (state !== 'live') await bring(post, state, told);
  return { label, state, ...told, grant: String(opened['id']) };
};

/** A child for every label and state, none restricted yet. `mark` sets these apart from others of the same town. */
export const subjectsIn = async (exchange: ExchangeInProcess, mark: string): Promise<readonly Subject[]> => {
  const subjects: Subject[] = [];
  for (const label of LABELS)
    for (const state of STATES)
      subjects.push(await one(exchange, [label, state], `${mark}-${label}-${state}`));
  return subjects;
};

/** Shuts everybody else out of those that are to be restricted. */
export const restrict = async (exchange: ExchangeInProcess, subjects: readonly Subject[]): Promise<void> => {
  const body = { label: 'refuge', reason: 'Her father looks for her' };
  for (const { recordRef } of subjects.filter(({ label }) => label === 'restricted'))
    await poster(exchange)(`/v1/records/${recordRef}/restrictions`, body);
};

/** The owner and its neighbour agree on missing children and placements, under the id that it gives; somebody else has a child of its own. */
export const settle = async (exchange: ExchangeInProcess): Promise<Readonly<{ agreement: string }>> => {
  const parties = [AUTHORITY.owner, AUTHORITY.party];
  const proposed = await exchange.post(by('owner', 'governance'), '/v1/agreements', {
    ...{ title: 'Neighbours', purpose: 'Find children sooner', legalBasis: 'Children Act 2004 s11' },
    ...{ parties, from: '2020-01-01', to: '2099-12-31' },
    clauses: [{ id: 'all', types: ['missing', 'placement', 'move'] }],
  });
  const { id } = done(proposed, 'proposing');
  for (const relation of ['owner', 'party'] as const) {
    const signed: Answer = await exchange.post(
      by(relation, 'governance'),
      `/v1/agreements/${String(id)}/signature`,
      { version: 1, name: `Lead of ${relation}` },
    );
    done(signed, 'signing');
  }
  const child = { localId: 'OTHER-1', forename: 'Bo', surname: 'Lind' };
  const stay = { host: AUTHORITY.host, startsOn: daysAgo(20), notice: 'planned' };
  await poster(exchange)(ROUTE_OF.placement, { child, ...stay }, by('other', 'placing-practitioner'));
  return { agreement: String(id) };
};
