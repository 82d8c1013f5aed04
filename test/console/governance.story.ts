import { TARGET_CHECK } from '@ibex/kernel';
import { newSealingJwk, sealingKeyFrom } from '@ibex/sdk';
import { MendingOrders } from '../../libs/delivery/src/dispatch/mending/mending-orders';
import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';
import { BOROUGHS } from './support/console-in-process';
import type { ConsoleInProcess } from './support/console-in-process';

const { camden, croydon, lambeth } = BOROUGHS;
const KENT = 'E10000016';
const governance: By = [croydon, 'governance', 'g-of-croydon'];
const placing: By = [croydon, 'placing-practitioner', 'p-of-croydon'];

/** What the pages of a governance lead of Croydon have to show. */
export type Story = Readonly<{
  records: readonly string[];
  grant: string;
  agreement: string;
  toSign: string;
  subscription: string;
  kid: string;
  task: string;
}>;

const idOf = (answer: Readonly<{ body: Readonly<Record<string, unknown>> }>, name = 'id'): string =>
  String(answer.body[name]);

const place = async ({ exchange }: ConsoleInProcess, number: number, host: string): Promise<string> => {
  const child = { localId: `L-${String(number)}`, ...inventedChild(number) };
  const body = { child, host, startsOn: '2026-11-20', notice: 'emergency', address: '1 Quiet Street' };
  return idOf(await exchange.post(placing, '/v1/placements', body), 'recordRef');
};

const agree = async (
  { exchange }: ConsoleInProcess,
  title: string,
  signers: readonly By[],
): Promise<string> => {
  const terms = {
    ...{ title, purpose: 'To find missing children sooner by telling neighbours at once.' },
    legalBasis: 'Children Act 2004 section 11; UK GDPR article 6(1)(e)',
    parties: [croydon, camden, lambeth],
    clauses: [{ id: 'missing', types: ['missing'], agesFrom: 11, agesTo: 17, urgencies: ['urgent'] }],
    ...{ from: '2026-01-01', to: '2028-12-31' },
  };
  const id = idOf(await exchange.post([camden, 'governance', 'g-of-camden'], '/v1/agreements', terms));
  for (const by of signers)
    await exchange.post(by, `/v1/agreements/${id}/signature`, {
      version: 1,
      name: 'A. Guardian',
      position: 'Caldicott Guardian',
    });
  return id;
};

const subscribe = async ({ exchange }: ConsoleInProcess): Promise<string> => {
  const resolve = (_: string, done: (fault: null, found: readonly object[]) => void) =>
    done(null, [{ address: '93.184.216.34', family: 4 }]);
  Reflect.set(exchange.part<object>(TARGET_CHECK), 'options', { resolve });
  const webhook = {
    ...{
      name: 'Case system of the duty desk',
      channel: 'webhook',
      target: 'https://hooks.croydon.gov.uk/ibex',
    },
    ...{ filter: { types: ['missing', 'placement'] }, confirmsThatUrgentMayBeHidden: true },
  };
  const id = idOf(await exchange.post(governance, '/v1/subscriptions', webhook));
  const orders = exchange.part(MendingOrders);
  for (const sequence of [1, 2]) {
    const of = { id, authority: croydon } as Parameters<MendingOrders['setAside']>[0];
    const entry = { sequence, entryId: `entry-${String(sequence)}` } as Parameters<
      MendingOrders['setAside']
    >[1];
    await orders.setAside(of, entry, { reason: 'webhook/refused', status: 422 } as Parameters<
      MendingOrders['setAside']
    >[2]);
  }
  const feed = { name: 'Feed of the data team', channel: 'pull-feed' };
  await exchange.post(governance, '/v1/subscriptions', feed);
  return id;
};

const lookAround = async ({ exchange }: ConsoleInProcess, records: readonly string[]): Promise<string> => {
  await exchange.settled();
  for (const record of records)
    await exchange.get([camden, 'duty-desk', 'd-of-camden'], `/v1/children/${record}/chronology`);
  await exchange.get([camden, 'mash', 'm-of-camden'], '/v1/registers/placed-here');
  const body = { purpose: 'emergency', reason: 'Found at night at a station; hub does not answer.' };
  const by: By = [lambeth, 'mash', 'm-of-lambeth'];
  return idOf(await exchange.post(by, `/v1/records/${records[0] ?? ''}/break-glass`, body));
};

export const tellGovernanceStory = async (ibex: ConsoleInProcess): Promise<Story> => {
  const { exchange } = ibex;
  const records: string[] = [];
  for (const number of [1, 2, 3]) records.push(await place(ibex, number, camden));
  await place(ibex, 4, KENT);
  const [first = '', second = '', third = ''] = records;
  const grant = await lookAround(ibex, [first, second]);
  const signers: readonly By[] = [camden, croydon, lambeth].map((gss) => [gss, 'governance', `s-of-${gss}`]);
  const agreement = await agree(ibex, 'South London missing children agreement', signers);
  const toSign = await agree(ibex, 'Placements across the river', signers.slice(0, 1));
  const subscription = await subscribe(ibex);
  const { publicJwk, kid } = await sealingKeyFrom(newSealingJwk('x25519'));
  await exchange.post(governance, '/v1/authority-keys', { jwk: publicJwk });
  await exchange.post(governance, '/v1/access/revocations', {
    person: 'left-in-march',
    reason: 'Left the authority.',
  });
  await exchange.post(placing, `/v1/records/${third}/restrictions`, {
    label: 'refuge',
    reason: 'Moved to a refuge.',
  });
  const fetch = { recordRef: third, reason: 'Police ask for a welfare check.' };
  await exchange.post([croydon, 'duty-desk', 'd-of-croydon'], '/v1/restricted-fetches', fetch);
  const decision = { recordRef: first, authority: KENT, reason: 'A parent works there.' };
  await exchange.post(governance, '/v1/decisions-not-to-share', decision);
  const { body } = await exchange.get(placing, '/v1/tasks');
  const [{ id: task = '' } = {}] = body['tasks'] as readonly Readonly<{ id?: string }>[];
  return { records, grant, agreement, toSign, subscription, kid, task };
};
