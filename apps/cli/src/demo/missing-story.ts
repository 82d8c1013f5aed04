import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../exchange/api';
import type { Session } from '../exchange/session';
import { say, tableOf } from '../output';
import { Desk } from './desk';
import type { Received, Watching } from './watching';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const LEWISHAM = 'E09000023';

type Recorded = Readonly<{ id: string; recordRef: string; position: number; receipt: string }>;
type Teller = Readonly<{ camden: Api; tell(path: string, body: unknown): Promise<Recorded> }>;
type Line = Readonly<{ clock: string; desk: string; receives: string; after: string; acknowledged: string }>;
/** How somebody at an authority comes to hear of its mailbox. */
export type OpenDesk = (session: Session, name: string, gss: string) => Promise<Watching>;

const tellerFor = async (session: Session): Promise<Teller> => {
  const camden = await session.apiFor(CAMDEN, 'placing-practitioner');
  return { camden, tell: async (path, body) => (await camden.post(path, body, randomUUID())) as Recorded };
};

const openStream: OpenDesk = async (session, name, gss) => {
  const token = await session.tokenFor(gss, 'duty-desk');
  const api = await session.apiFor(gss, 'duty-desk');
  let from = 0;
  for (;;) {
    const page = (await api.get(`/v1/inbox?after=${String(from)}&limit=200`)) as {
      entries: { sequence: number }[];
    };
    const last = page.entries.at(-1);
    if (last === undefined) return Desk.open(name, { url: session.url, token, from });
    from = last.sequence;
  }
};

const CHILD = {
  localId: 'CAM-2041',
  forename: 'Tilly',
  surname: 'Invented',
  dateOfBirth: '2011-03-09',
  sex: 'F',
};
const CONTACTS = {
  socialWorker: { name: 'J. Example, Camden', phone: '020 7946 0101' },
  outOfHours: { team: 'Camden emergency duty team', phone: '020 7946 0199' },
};
const today = (): string => new Date().toISOString().slice(0, 10);
const reportOf = (): Readonly<Record<string, unknown>> => ({
  child: CHILD,
  kind: 'M',
  from: 'care',
  host: CROYDON,
  lastSeen: { at: new Date(Date.now() - 45 * 60_000).toISOString() },
  lastSeenPlace: 'Bus stop outside East Croydon station',
  risk: 'high',
  policeReference: 'INVENTED/2041',
  areasAtRisk: [LEWISHAM],
  known: { missingHistory: 'repeated' },
  contacts: CONTACTS,
});

const clockOf = (): string => new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/London' });

/** Posts, waits until each named desk has it, and says how long that took. */
const scene = async (
  title: string,
  post: () => Promise<Recorded>,
  expects: readonly (readonly [Watching, string])[],
): Promise<Readonly<{ recorded: Recorded; heard: readonly Received[] }>> => {
  say(`\n  ${title}`);
  const begun = performance.now();
  const recorded = await post();
  const heard = await Promise.all(expects.map(([desk, type]) => desk.waitFor(type, begun)));
  const lines = expects.map(([desk], i): Line => {
    const entry = heard[i];
    const since = (atMs: number | undefined): string =>
      atMs === undefined ? '' : `${String(Math.round(atMs - begun))} ms`;
    return {
      clock: clockOf(),
      desk: desk.name,
      receives: `${entry?.kind ?? ''} (${entry?.urgency ?? ''})`,
      after: since(entry?.atMs),
      acknowledged: since(entry?.acknowledgedAtMs),
    };
  });
  const columns = ['clock', 'desk', 'receives', 'after'];
  const isAcknowledged = lines.some(({ acknowledged }) => acknowledged !== '');
  const table = tableOf(lines, isAcknowledged ? [...columns, 'acknowledged'] : columns);
  say(table.replaceAll(/^/gm, '    '));
  return { recorded, heard };
};

const showRecipients = async (camden: Api, entry: Received): Promise<void> => {
  type Told = Readonly<{
    authority: string;
    capacity: string;
    state: string;
    acknowledged?: { person: string };
  }>;
  const { recipients } = (await camden.get(`${entry.detail}/recipients`)) as { recipients: readonly Told[] };
  const rows = recipients.map((told) => ({ ...told, by: told.acknowledged?.person ?? '' }));
  say('\n  What Camden sees of its notice');
  say(tableOf(rows, ['authority', 'capacity', 'state', 'by']).replaceAll(/^/gm, '    '));
};

type Desks = Readonly<{ croydon: Watching; lewisham: Watching; camden: Watching }>;

const playReport = async (
  { tell }: Teller,
  { croydon, lewisham }: Desks,
): Promise<readonly [Recorded, Received]> => {
  const placement = {
    child: CHILD,
    notice: 'planned',
    startsOn: today(),
    host: CROYDON,
    placementType: 'U6',
    contacts: CONTACTS,
  };
  await scene(
    'Camden places Tilly (invented) with a carer in Croydon',
    () => tell('/v1/placements', placement),
    [[croydon, 'uk.ibex.placement.notified']],
  );
  const { recorded, heard } = await scene(
    'She does not come home. Camden reports her missing; she may head for Lewisham',
    () => tell('/v1/missing-episodes', reportOf()),
    [
      [croydon, 'uk.ibex.missing.reported'],
      [lewisham, 'uk.ibex.missing.reported'],
    ],
  );
  const [atCroydon] = heard;
  if (atCroydon === undefined) throw new Error('Croydon heard nothing');
  return [recorded, atCroydon];
};

const playReturn = async ({ tell }: Teller, { croydon, lewisham }: Desks, id: string): Promise<void> => {
  const step = `/v1/missing-episodes/${id}`;
  const when = (): Readonly<Record<string, string>> => ({ at: new Date().toISOString() });
  const found = { when: when(), foundBy: 'police', area: LEWISHAM, whereabouts: "A friend's flat" };
  await scene(
    'Police find her in Lewisham; the 72 hours for the return interview begin',
    () => tell(`${step}/found`, found),
    [
      [croydon, 'uk.ibex.missing.found'],
      [lewisham, 'uk.ibex.missing.found'],
    ],
  );
  await scene(
    'Camden offers the return interview',
    () => tell(`${step}/interview-offered`, { when: when() }),
    [[croydon, 'uk.ibex.missing.interview-offered']],
  );
};

const openDesks = async (session: Session, openDesk: OpenDesk): Promise<Desks> => ({
  croydon: await openDesk(session, 'Croydon duty desk', CROYDON),
  lewisham: await openDesk(session, 'Lewisham duty desk', LEWISHAM),
  camden: await openDesk(session, 'Camden placements', CAMDEN),
});

/** One night in London: a girl whom Camden placed in Croydon goes missing and is found in Lewisham. */
export const playMissingStory = async (session: Session, openDesk: OpenDesk = openStream): Promise<void> => {
  const teller = await tellerFor(session);
  const desks = await openDesks(session, openDesk);
  try {
    const [recorded, atCroydon] = await playReport(teller, desks);
    await answerFromCroydon(session, atCroydon, recorded.id, desks.camden);
    await showRecipients(teller.camden, atCroydon);
    await playReturn(teller, desks, recorded.id);
    say(
      `\n  Camden's receipt for the report, signed: it proves what was told, by whom and when\n    ${recorded.receipt.slice(0, 96)}…`,
    );
  } finally {
    for (const desk of Object.values(desks)) desk.close();
    await sleep(20);
  }
};

const answerFromCroydon = async (
  session: Session,
  entry: Received,
  id: string,
  camdenDesk: Watching,
): Promise<void> => {
  const api = await session.apiFor(CROYDON, 'duty-desk');
  await api.get(entry.detail);
  await api.post(entry.acknowledgement, {}, randomUUID());
  const body = { response: 'staff-alerted', whatWeAreDoing: 'Carer visited; transport police told' };
  await scene(
    'Croydon opens the notice, acknowledges it and answers what it is doing',
    async () => (await api.post(`/v1/missing-episodes/${id}/acknowledge`, body, randomUUID())) as Recorded,
    [[camdenDesk, 'uk.ibex.missing.acknowledged']],
  );
};
