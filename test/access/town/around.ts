import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals } from '@ibex/identity';
import { RECORDS } from '@ibex/kernel';
import type { Records } from '@ibex/kernel';
import type { Body, ExchangeInProcess } from '../../support/exchange-in-process';
import { eventually } from '../../support/desk';
import { AUTHORITY, OWNER, by, poster } from './town';
import type { Subject } from './town';

/** What has an id of its own and stands around the children, by their references where it is of one. */
export type Around = Readonly<{
  /** Of the child's record and one of `other`'s own. */
  links: ReadonlyMap<string, string>;
  /** Of the owner, to tell an authority that has not joined. */
  tasks: ReadonlyMap<string, string>;
  /** Where a restricted child is, asked for by the owner. */
  fetches: ReadonlyMap<string, string>;
  /** For a restricted child, of the owner, told to the host. */
  lookouts: ReadonlyMap<string, string>;
  /** The owner's. */
  subscription: string;
  /** Between owner and party: in force, and proposed. */
  agreement: string;
  proposed: string;
}>;

type References = readonly (readonly [recordRef: string, id: string])[];
const byReference = (found: References): ReadonlyMap<string, string> => new Map(found);

const linksOf = async (exchange: ExchangeInProcess, subjects: readonly Subject[]): Promise<References> => {
  const actor = { authority: AUTHORITY.other, person: 'desk', role: 'placing-practitioner' };
  const refs: string[] = [];
  for (const [at, { recordRef }] of subjects.entries()) {
    const child = { localId: `LINKED-${String(at)}`, surname: ['Zwart', 'Quill', 'Ngo'][at % 3] ?? '' };
    const told = { actor, commandId: `linked-${String(at)}`, correlationId: 'matrix' };
    const own = (await exchange.part<Records>(RECORDS).introduce(child, told)).recordRef;
    const evidence = { outcome: 'review', weight: 12, reasons: ['surname: near'] } as const;
    await exchange.part<LinkProposals>(LINK_PROPOSALS).propose({ refs: [recordRef, own], ...evidence });
    refs.push(recordRef);
  }
  const listed = async (): Promise<readonly Body[]> => {
    const { body } = await exchange.get(by('owner', 'mash'), '/v1/links/review?limit=100');
    return body['items'] as readonly Body[];
  };
  const hasAll = (items: readonly Body[]): boolean =>
    refs.every((ref) => items.some((item) => item['recordRef'] === ref));
  const items = await eventually(listed, hasAll);
  return items.map((item) => [String(item['recordRef']), String(item['id'])]);
};

const tasksOf = async (exchange: ExchangeInProcess): Promise<References> => {
  const { body } = await exchange.get(by('owner', 'duty-desk'), '/v1/tasks?limit=100');
  const tasks = body['tasks'] as readonly Body[];
  return tasks.map((task) => [String(task['recordRef']), String(task['id'])]);
};

/** Before anything is restricted. */
export const aroundIn = async (
  exchange: ExchangeInProcess,
  subjects: readonly Subject[],
  agreement: string,
): Promise<Omit<Around, 'fetches' | 'lookouts'>> => {
  const post = poster(exchange);
  const pull = { channel: 'pull-feed', name: 'Case system' };
  const subscribed = await post('/v1/subscriptions', pull, by('owner', 'system-client'));
  const terms = {
    ...{
      title: 'Neighbours in concerns',
      purpose: 'Find children sooner',
      legalBasis: 'Children Act 2004 s11',
    },
    ...{ parties: [AUTHORITY.owner, AUTHORITY.party], from: '2020-01-01', to: '2099-12-31' },
    clauses: [{ id: 'all', types: ['exploitation'] }],
  };
  const proposed = await post('/v1/agreements', terms, by('owner', 'governance'));
  return {
    links: byReference(await linksOf(exchange, subjects)),
    tasks: byReference(await tasksOf(exchange)),
    subscription: String(subscribed['id']),
    ...{ agreement, proposed: String(proposed['id']) },
  };
};

/** Once they are restricted. */
export const aroundRestricted = async (
  exchange: ExchangeInProcess,
  subjects: readonly Subject[],
): Promise<Pick<Around, 'fetches' | 'lookouts'>> => {
  const [fetches, lookouts] = [new Map<string, string>(), new Map<string, string>()];
  const whom = {
    authorities: [AUTHORITY.host],
    since: '2026-03-02',
    name: 'Ann Lee',
    phone: '020 7946 0000',
  };
  for (const { recordRef } of subjects.filter(({ label }) => label === 'restricted')) {
    const asked = { recordRef, reason: 'Taking her to hospital' };
    fetches.set(recordRef, String((await poster(exchange)('/v1/restricted-fetches', asked, OWNER))['id']));
    const told = await poster(exchange)('/v1/lookouts', { recordRef, ...whom }, OWNER);
    lookouts.set(recordRef, String(told['id']));
  }
  return { fetches, lookouts };
};
