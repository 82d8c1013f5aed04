import type { EventStore, NewFact, Pseudonyms, Sealer } from '@ibex/kernel';
import { addHours, londonDateOf } from '@ibex/kernel';
import { sha256, uuidFrom } from '@ibex/runtime';
import { identityDigestOf } from '../../../libs/identity/src/record/child-identity';
import { childOf, courseOf, ownerOf } from './made-child';
import type { MadeFact } from './made-child';

const AT_ONCE = 512;
export type LogPorts = Readonly<{ store: EventStore; sealer: Sealer; pseudonyms: Pseudonyms }>;

export const recordRefOf = (pseudonyms: Pseudonyms, n: number): string =>
  pseudonyms.recordRef(ownerOf(n), childOf(n).localId);

type Unsealed = Omit<NewFact, 'metadata' | 'sealed'> & Readonly<{ by: string; personal: object | undefined }>;
const toStored = async (fact: Unsealed, recordRef: string, sealer: Sealer): Promise<NewFact> => {
  const { by, personal, ...rest } = fact;
  const sealed = personal && (await sealer.seal(recordRef, fact.id, personal));
  return {
    ...rest,
    ...(sealed === undefined ? {} : { sealed }),
    metadata: {
      ...{ commandId: fact.id, commandDigest: sha256(fact.id), correlationId: fact.id },
      actor: { authority: by, person: 'bench', role: 'system-client' },
      ...{ schemaVersion: 1, recordRef },
    },
  };
};

type Introduced = Readonly<{ n: number; recordRef: string; pseudonyms: Pseudonyms }>;
/** As the exchange itself tells it, so that a further notice of the child tells nothing new of it. */
const introduced = ({ n, recordRef, pseudonyms }: Introduced, recordedAt: string): Unsealed => ({
  id: uuidFrom(`${recordRef} introduced`),
  type: 'RecordIntroduced',
  data: { owner: ownerOf(n), identityDigest: identityDigestOf(pseudonyms, childOf(n)) },
  ...{ by: ownerOf(n), personal: childOf(n), recordedAt },
});

const noticed = ({ fact, by }: MadeFact, key: string, recordedAt: string): Unsealed => ({
  id: uuidFrom(key),
  type: fact.type,
  data: { ...fact.data },
  ...{ by, personal: fact.personal, recordedAt },
});

/** As an exchange hears of years that it was not there for: old duties are history to it, and nobody was silent yet. */
const HEARD_WITHIN_HOURS = 24;

/** Stream by stream: what one child brings. */
const writeChild = async (
  n: number,
  now: string,
  { store, sealer, pseudonyms }: LogPorts,
): Promise<number> => {
  const recordRef = recordRefOf(pseudonyms, n);
  const since = addHours(now, -HEARD_WITHIN_HOURS);
  const heardAt = (at: string): string => (at < since ? since : at);
  const course = courseOf(n, londonDateOf(now));
  const streams = new Map<string, Unsealed[]>([
    [`record-${recordRef}`, [introduced({ n, recordRef, pseudonyms }, heardAt(course[0]?.at ?? ''))]],
  ]);
  for (const made of course) {
    const stream = `${made.category}-${uuidFrom(`${recordRef} ${String(made.notice)}`)}`;
    const facts = streams.get(stream) ?? [];
    facts.push(noticed(made, `${stream} ${String(facts.length)}`, heardAt(made.at)));
    streams.set(stream, facts);
  }
  for (const [stream, facts] of streams)
    await store.append(
      stream,
      'none',
      await Promise.all(facts.map((fact) => toStored(fact, recordRef, sealer))),
    );
  return [...streams.values()].flat().length;
};

/** Straight into the log, as the routes store it; every view is then built from it. Returns how many facts there are. */
export const fillWithChildren = async (ports: LogPorts, children: number, now: string): Promise<number> => {
  let facts = 0;
  for (let n = 0; n < children; n += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, children - n) }, (_, at) => n + at);
    const written = await Promise.all(some.map((each) => writeChild(each, now, ports)));
    facts += written.reduce((sum, count) => sum + count, 0);
  }
  return facts;
};
