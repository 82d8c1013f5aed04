import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { SqliteEventStore } from '@ibex/adapters/sqlite';
import type { NewFact } from '@ibex/kernel';

const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);
const TOGETHER = 2_000;
const NOTICES_PER_CHILD = 10;
/** As long as the sealed part of a notice with contacts and a short narrative. */
const SEALED = randomBytes(450).toString('base64url');
const uuidOf = (turn: number, part: string): string =>
  `00000000-0000-8000-${part}-${turn.toString(16).padStart(12, '0')}`;

const noticeOf = (turn: number): NewFact => {
  const from = LONDON[turn % LONDON.length] ?? '';
  const host = LONDON[(turn + 1 + (Math.floor(turn / 33) % 31)) % LONDON.length] ?? '';
  return {
    id: uuidOf(turn, '8000'),
    type: 'PlacementNotified',
    data: {
      by: from,
      host: { kind: 'authority', gss: host },
      startsOn: '2026-11-02',
      notice: 'planned',
      restricted: false,
      carePlan: 'supplied',
      assessment: 'supplied',
      placementType: 'U6',
      provider: 'PR4',
      providerUrn: 'SC900001',
      legalStatus: 'C2',
      consulted: false,
    },
    sealed: SEALED,
    recordedAt: '2026-10-30T09:00:00.000Z',
    metadata: {
      commandId: uuidOf(turn, '9000'),
      commandDigest: 'd'.repeat(64),
      correlationId: uuidOf(turn, '9000'),
      actor: { authority: from, person: 'bench', role: 'system-client' },
      schemaVersion: 1,
      recordRef: `seeded-record-${String(Math.floor(turn / NOTICES_PER_CHILD))}`,
    },
  };
};

/** Fills the log of an exchange's folder with notices as the real route stores them, several writers at a time. */
export const seedLog = async (home: string, facts: number): Promise<void> => {
  const store = await SqliteEventStore.open(join(home, 'log.sqlite'));
  for (let turn = 0; turn < facts; turn += TOGETHER) {
    const count = Math.min(TOGETHER, facts - turn);
    await Promise.all(
      Array.from({ length: count }, (_, i) =>
        store.append(`placement-seed-${String(turn + i)}`, 'none', [noticeOf(turn + i)]),
      ),
    );
  }
  await store.close();
};
