import type { Subject } from '../town/town';
import { AUTHORITY } from '../town/town';
import { daysAgo } from '../town/subjects';
import { NOBODYS, UNKNOWN } from './places';
import { exampleOf } from './example-body';
import type { Published, Route } from './routes';

type Fields = Readonly<Record<string, unknown>>;
type Making = (subject: Subject) => Fields;

const TODAY = daysAgo(0);
const moment: Making = () => ({ when: { on: TODAY } });

/** Where the fewest fields that the schema asks for are not enough, or the body itself names a child. */
const BODIES: Readonly<Record<string, Making>> = {
  '/v1/placements': ({ recordRef }) => ({ recordRef, host: AUTHORITY.host }),
  '/v1/placements/consult': ({ recordRef }) => ({ recordRef, host: AUTHORITY.host }),
  '/v1/missing-episodes': ({ recordRef }) => ({
    ...{ recordRef, host: AUTHORITY.host, lastSeen: { on: '2026-03-02' } },
  }),
  '/v1/moves': ({ recordRef }) => ({
    ...{ recordRef, fromAuthority: AUTHORITY.owner, toAuthority: AUTHORITY.host, movedOn: '2026-03-02' },
  }),
  '/v1/exploitation-concerns': ({ recordRef }) => ({ recordRef, host: AUTHORITY.host }),
  '/v1/exploitation-concerns/{id}/assess': () => ({
    level: { label: 'significant', scaleId: 'emerging-moderate-significant' },
  }),
  '/v1/placements/{id}/change': () => ({ host: NOBODYS, changedOn: TODAY }),
  '/v1/placements/{id}/go-ahead': () => ({ host: NOBODYS, startsOn: TODAY }),
  '/v1/missing-episodes/{id}/found': moment,
  '/v1/missing-episodes/{id}/sighting': moment,
  '/v1/missing-episodes/{id}/interview-offered': moment,
  '/v1/missing-episodes/{id}/interview-accepted': moment,
  '/v1/missing-episodes/{id}/interview-held': moment,
  '/v1/missing-episodes/{id}/interview-declined': moment,
  '/v1/missing-episodes/{id}/strategy-discussed': moment,
  '/v1/previews': ({ recordRef }) => ({
    action: 'exploitation/raise',
    body: { recordRef, host: AUTHORITY.host, raisedOn: TODAY, flags: ['gangs'] },
  }),
  '/v1/access/revocations': () => ({ person: 'somebody' }),
  '/v1/access/revocations/lift': () => ({ person: 'somebody' }),
  '/v1/links/forbidden': ({ recordRef }) => ({ recordRefs: [recordRef, 'zzzzzzzzzzzzzzzzzzzzzzzzzz'] }),
  '/v1/mash/searches': () => ({ identifiers: { forename: 'Ada', surname: 'Obi', homePostcode: 'CR0 1EA' } }),
  '/v1/decisions-not-to-share': ({ recordRef }) => ({ recordRef, authority: AUTHORITY.none }),
  '/v1/lookouts': ({ recordRef }) => ({ recordRef, authorities: [AUTHORITY.host], since: TODAY }),
  '/v1/restricted-fetches': ({ recordRef }) => ({ recordRef }),
  '/v1/notices/{factId}/recipients/{authority}/answers': () => ({ queryId: UNKNOWN }),
  '/v1/subscriptions': () => ({ channel: 'pull-feed' }),
  '/v1/authority-keys': () => ({
    jwk: { kty: 'OKP', crv: 'X25519', x: '3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08' },
  }),
};

export const bodyFor = ({ path, body }: Route, { schemas }: Published, subject: Subject): object => {
  const example = exampleOf(body, schemas);
  return { ...(typeof example === 'object' ? example : {}), ...BODIES[path]?.(subject) };
};
