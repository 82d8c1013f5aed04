import { hostOfCode } from '../ssda903/host-of-period';
import { isOutsideEngland, WITHHELD_HOST } from '@ibex/notifications';
import type { Host } from '@ibex/notifications';
import type { ExchangeAnswer, OwnMissing, OwnPlacement } from './exchange-client.port';

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const itemsOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : [];

const textAt = (json: Json, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = json[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
};
const partAt = (json: Json, name: string): Json => {
  const value = json[name];
  return isJson(value) ? value : {};
};
const some = <N extends string>(name: N, value: string | undefined): Partial<Readonly<Record<N, string>>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Readonly<Record<N, string>>>;

/** An answer that may be different next time: busy, or a fault of the exchange's own. */
export const isPassing = (answer: Json): boolean => {
  const status = answer['status'];
  return typeof status === 'number' && (status === 429 || status >= 500);
};

/** One answer of a batch: recorded, or the problem that it was refused with. */
export const toAnswer = (json: Json): ExchangeAnswer => {
  const [answer, problem] = [partAt(json, 'answer'), partAt(json, 'problem')];
  const id = textAt(answer, 'id');
  if (id !== undefined) return { outcome: 'recorded', id, repeated: answer['repeated'] === true };
  return {
    outcome: 'refused',
    code: textAt(problem, 'code') ?? 'imports/no-answer',
    because: textAt(problem, 'detail', 'title') ?? 'The exchange gave no answer to this command.',
    ...some('field', textAt(problem, 'field')),
    ...some('mend', textAt(problem, 'mend')),
  };
};

/** A host as views show it, by kind with its code. */
const hostIn = (json: Json): Host => {
  const host = partAt(json, 'host');
  const code = textAt(host, 'gss', 'code') ?? '';
  if (host['kind'] === 'withheld') return WITHHELD_HOST;
  return isOutsideEngland(code) ? { kind: 'outside-england', code } : hostOfCode(code);
};

/** A row of our children elsewhere, one for each stay. None where the record was erased and the local id with it. */
export const toOwnPlacements = (json: Json): readonly OwnPlacement[] => {
  const [id, localId, startsOn] = [
    textAt(json, 'noticeId'),
    textAt(json, 'localId'),
    textAt(json, 'startsOn'),
  ];
  if (id === undefined || localId === undefined || startsOn === undefined) return [];
  const known = {
    kind: 'placement',
    id,
    localId,
    restricted: json['restricted'] === true,
    ...some('placementType', textAt(json, 'placementType')),
    ...some('provider', textAt(json, 'provider')),
    ...some('providerUrn', textAt(json, 'providerUrn')),
    ...some('postcode', textAt(json, 'postcode')),
  } as const;
  const stays = itemsOf(json['stays']);
  if (stays.length < 2) {
    return [{ ...known, startsOn, ...some('endedOn', textAt(json, 'endedOn')), host: hostIn(json) }];
  }
  return stays.map((stay) => ({
    ...known,
    startsOn: textAt(stay, 'startsOn') ?? startsOn,
    ...some('endedOn', textAt(stay, 'endedOn')),
    host: hostIn(stay),
    moved: true,
  }));
};

/** A row of the missing episodes of our children. */
export const toOwnMissing = (json: Json): readonly OwnMissing[] => {
  const [id, localId, kind] = [textAt(json, 'noticeId'), textAt(json, 'localId'), textAt(json, 'kind')];
  const startedOn = textAt(json, 'startedOn', 'startedAt')?.slice(0, 10);
  if (id === undefined || localId === undefined || kind === undefined || startedOn === undefined) return [];
  const endedOn = textAt(json, 'endedOn', 'endedAt')?.slice(0, 10);
  const closed = json['state'] === 'closed' ? { closed: true } : {};
  return [
    {
      kind: 'missing-episode',
      id,
      localId,
      missing: kind,
      startedOn,
      ...some('endedOn', endedOn),
      ...closed,
    },
  ];
};
