import { randomUUID } from 'node:crypto';
import { inventedChild } from '../support/invented-child';

const LONDON = Array.from({ length: 33 }, (_, i) => `E090000${String(i + 1).padStart(2, '0')}`);

export type Notice = Readonly<{ from: string; host: string; body: string }>;
const pick = (turn: number): string => LONDON[turn % LONDON.length] ?? 'E09000001';

/** Children about whom a bench tells: most notices concern a child whose record the exchange already has. */
const CHILDREN = 3_000;

/** The n-th invented placement notice, as a case system would post it: about 700 bytes. */
export const placementNotice = (turn: number): Notice => {
  const number = turn % CHILDREN;
  const from = pick(number);
  const host = pick(number + 1 + (Math.floor(turn / 33) % 31));
  const child = { localId: `B${String(number)}`, ...inventedChild(number), sex: 'F' };
  const contacts = {
    socialWorker: { name: 'A Worker', phone: '020 7946 0000', email: 'a.worker@camden.example' },
  };
  const body = {
    child,
    contacts,
    notice: 'planned',
    startsOn: '2026-11-02',
    host,
    placementType: 'U6',
    provider: 'PR4',
    providerUrn: 'SC900001',
    legalStatus: 'C2',
    carePlan: 'supplied',
    assessment: 'supplied',
    narrative: 'Settled with the carer since the summer; contact with mother at weekends.',
  };
  return { from, host, body: JSON.stringify(body) };
};

export const requestOf = (notice: Notice, token: string) => ({
  method: 'POST' as const,
  path: '/v1/placements',
  headers: {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  },
  body: notice.body,
});
