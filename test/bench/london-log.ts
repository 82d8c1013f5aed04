import type { EventStore, NewFact, Sealer } from '@ibex/kernel';
import type { MissingFact, PlacementFact } from '@ibex/notifications';
import { sha256, uuidFrom } from '@ibex/runtime';

const RECORDED_AT = '2026-03-02T09:00:00.000Z';
const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);
const BEYOND_LONDON = 'E10000016';
/** The host answers when some hundred other notices have come in. */
const ANSWERED_AFTER = 600;
const AT_ONCE = 256;

type Personal = Readonly<Record<string, unknown>>;
type Told = Readonly<{ by: string; type: string; data: object; personal?: Personal }>;
type Append = Readonly<{ stream: string; recordRef: string; facts: readonly Told[]; from: number }>;

const authority = (turn: number): string => LONDON[turn % LONDON.length] ?? 'E09000001';
const dayIn = (year: number, turn: number): string =>
  `${String(year)}-${String((turn % 12) + 1).padStart(2, '0')}-${String((turn % 28) + 1).padStart(2, '0')}`;

const placement = (fact: PlacementFact): Told => ({
  ...fact,
  by: fact.data.by,
  personal: { ...fact.personal },
});
const missing = (fact: MissingFact): Told => ({ by: fact.data.by, type: fact.type, data: fact.data });

const introduced = (by: string, child: string): Told => ({
  by,
  type: 'RecordIntroduced',
  data: { owner: by, identityDigest: sha256(child).slice(0, 26) },
  personal: {
    localId: child,
    sex: 'F',
    dateOfBirth: dayIn(2011, child.length),
    ethnicity: 'WBRI',
    upn: child,
  },
});

const notified = (by: string, host: string, turn: number): Told =>
  placement({
    type: 'PlacementNotified',
    data: {
      by,
      host: { kind: 'authority', gss: host },
      restricted: false,
      placementType: 'U6',
      provider: 'PR4',
      providerUrn: 'SC900001',
      legalStatus: 'C2',
      reasonForNewEpisode: 'P',
      need: 'N1',
      startsOn: dayIn(2025, turn),
      notice: 'from-return',
      sourceSystem: 'ssda903',
      carePlan: 'not-said',
      assessment: 'not-said',
      consulted: false,
      occurredAt: dayIn(2025, turn),
    },
    personal: {
      child: { localId: `B${String(turn)}`, forename: 'Invented', surname: `Child-${String(turn)}` },
      postcode: 'CR0 1AA',
    },
  });

const ended = (by: string, host: string, turn: number): Told =>
  placement({
    type: 'PlacementEnded',
    data: {
      by,
      endedOn: dayIn(2026, turn),
      reasonEpisodeCeased: 'X1',
      reasonForPlacementChange: 'CARPL',
      host: { kind: 'authority', gss: host },
      restricted: false,
      occurredAt: dayIn(2026, turn),
    },
  });

const reported = (by: string, host: string, turn: number): Told =>
  missing({
    type: 'MissingReported',
    data: {
      by,
      responsible: by,
      host: { kind: 'authority', gss: host },
      lastSeen: { on: dayIn(2025, turn) },
      areasAtRisk: [],
      kind: 'M',
      from: 'care',
      legalStatus: 'V2',
      occurredAt: dayIn(2025, turn),
      alreadyOver: true,
    },
  });

const found = (by: string, turn: number): Told =>
  missing({
    type: 'MissingFound',
    data: { by, when: { on: dayIn(2025, turn) }, occurredAt: dayIn(2025, turn), ending: 'found' },
  });

const toldByOtherMeans = (by: string, notice: string): Told => ({
  by,
  type: 'TaskOpened',
  data: {
    owner: by,
    recipient: BEYOND_LONDON,
    factId: uuidFrom(notice),
    notice,
    message: 'uk.ibex.placement.notified',
    capacity: 'host',
    urgency: 'routine',
    basis: {
      text: 'The area authority is told in writing of a placement in its area',
      source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg 13(4)',
    },
    duty: { text: 'Acknowledge, enter the child in your register and assess the risk in your area' },
    occurredAt: '2025-03-04',
    noticeRecordedAt: RECORDED_AT,
  },
});

/**
 * What one child brings, in the proportions of the import of all London returns: a record for three of four
 * placements, half of them ended, half with a missing episode, a third with a task, most acknowledged later.
 */
const ofChild = (turn: number): readonly Append[] => {
  const by = authority(turn);
  const isBeyond = turn % 3 === 0;
  const host = isBeyond ? BEYOND_LONDON : authority(turn + 1 + (Math.floor(turn / 33) % 31));
  const child = `${by}-${String(turn - (turn % 4 === 3 ? 1 : 0))}`;
  const recordRef = sha256(child).slice(0, 26);
  const stream = `placement-${uuidFrom(`placement ${String(turn)}`)}`;
  const at = (name: string, facts: readonly Told[], from = 0): Append => ({
    stream: name,
    recordRef,
    facts,
    from,
  });
  return [
    ...(turn % 4 === 3 ? [] : [at(`record-${recordRef}`, [introduced(by, child)])]),
    at(stream, [notified(by, host, turn), ...(turn % 2 === 0 ? [ended(by, host, turn)] : [])]),
    ...(isBeyond ? [at(`task-${uuidFrom(`task ${String(turn)}`)}`, [toldByOtherMeans(by, stream)])] : []),
    ...(turn % 2 === 1
      ? [at(`missing-${uuidFrom(`missing ${String(turn)}`)}`, [reported(by, host, turn), found(by, turn)])]
      : []),
  ];
};

const answerTo = (turn: number): readonly Append[] => {
  const [notice] = ofChild(turn).filter(({ stream }) => stream.startsWith('placement-'));
  if (turn < 0 || turn % 3 === 0 || !notice) return [];
  const by = authority(turn + 1 + (Math.floor(turn / 33) % 31));
  return [
    {
      ...notice,
      from: notice.facts.length,
      facts: [placement({ type: 'PlacementAcknowledged', data: { by } })],
    },
  ];
};

const sealedOf = async (
  sealer: Sealer,
  [recordRef, id]: readonly [string, string],
  personal: Personal = {},
): Promise<Readonly<{ sealed?: string }>> =>
  Object.keys(personal).length === 0 ? {} : { sealed: await sealer.seal(recordRef, id, personal) };

const toNew = async (append: Append, index: number, sealer: Sealer): Promise<NewFact[]> => {
  const told = append.facts[index];
  if (!told) return [];
  const commandId = uuidFrom(`${append.stream} ${String(append.from)}`);
  const id = uuidFrom(`${append.stream} ${String(append.from + index)}`);
  return [
    {
      id,
      type: told.type,
      data: { ...told.data },
      ...(await sealedOf(sealer, [append.recordRef, id], told.personal)),
      metadata: {
        commandId,
        commandDigest: sha256(commandId),
        correlationId: commandId,
        actor: { authority: told.by, person: 'command-line', role: 'system-client' },
        schemaVersion: 1,
        recordRef: append.recordRef,
      },
      recordedAt: RECORDED_AT,
    },
  ];
};

const write = async (append: Append, { store, sealer }: Ports): Promise<number> => {
  const facts = await Promise.all(append.facts.map((_, index) => toNew(append, index, sealer)));
  const { length } = (
    await store.append(append.stream, append.from === 0 ? 'none' : append.from - 1, facts.flat())
  ).facts;
  return length;
};

type Ports = Readonly<{ store: EventStore; sealer: Sealer }>;

/** Fills a log with at least so many facts of invented children; returns how many there are. */
export const fillLog = async (ports: Ports, atLeast: number): Promise<number> => {
  let facts = 0;
  for (let turn = 0; facts < atLeast; turn += AT_ONCE) {
    const turns = Array.from({ length: AT_ONCE }, (_, i) => turn + i);
    const appends = turns.flatMap((each) => [...ofChild(each), ...answerTo(each - ANSWERED_AFTER)]);
    const written = await Promise.all(appends.map((append) => write(append, ports)));
    facts += written.reduce((sum, count) => sum + count, 0);
  }
  return facts;
};
