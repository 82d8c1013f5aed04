import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals } from '@ibex/identity';
import type { By } from '../support/exchange-in-process';
import { BOROUGHS } from './support/console-in-process';
import type { ConsoleInProcess } from './support/console-in-process';

const { camden, croydon, ealing, lambeth } = BOROUGHS;
const KENT = 'E10000016';
const DAY_MS = 86_400_000;

export const PLANTED = '<script>alert(1)</script>';
export const MAYA = {
  forename: 'Maya',
  surname: 'Sample',
  dateOfBirth: '2011-05-14',
  homePostcode: 'NW1 1AA',
};
/** As she is typed into a search. */
export const MAYA_TYPED = {
  'identifiers.forename': 'maya',
  'identifiers.surname': 'Sample',
  'identifiers.dateOfBirth': '14 5 2011',
};

export const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
export const instant = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString();

const CAMDEN: By = [camden, 'placing-practitioner'];
const CONTACTS = {
  socialWorker: { name: `Ada ${PLANTED}`, team: 'Looked-after children 2', phone: '020 7946 0101' },
  outOfHours: { name: 'Emergency duty team', phone: '020 7946 0102' },
};

/** A child of Camden, who lived in Ealing, Croydon, Kent and Croydon, and went missing three times. */
export class MashStory {
  maya = '';
  /** Croydon's own record of somebody who looks like her. */
  twin = '';
  pair = '';

  constructor(private readonly ibex: ConsoleInProcess) {}

  async tell(): Promise<void> {
    await this.places();
    await this.episodes();
    await this.concern();
    await this.looksAlike();
    await this.ibex.exchange.settled();
  }

  private async post(by: By, url: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const { body: answer, status, text } = await this.ibex.exchange.post(by, url, body);
    if (status >= 300) throw new Error(`${url} answered ${String(status)}: ${text}`);
    return answer;
  }

  private async places(): Promise<void> {
    const child = { localId: 'CAM-1', ...MAYA };
    const stays = [
      { host: ealing, from: 330, to: 260 },
      { host: croydon, from: 240, to: 170 },
      { host: KENT, from: 170, to: 80 },
      { host: croydon, from: 80, to: undefined },
    ];
    for (const { host, from, to } of stays) {
      const placed = await this.post(CAMDEN, '/v1/placements', {
        ...{ child, host, startsOn: day(from), notice: 'emergency', placementType: 'K2' },
        ...{ address: `1 Old Street ${PLANTED}`, contacts: CONTACTS },
      });
      this.maya = String(placed['recordRef']);
      const id = String(placed['id']);
      if (to !== undefined)
        await this.post(CAMDEN, `/v1/placements/${id}/end`, { endedOn: day(to), reasonEpisodeCeased: 'X1' });
    }
  }

  private async episodes(): Promise<void> {
    const by: By = [camden, 'duty-desk'];
    for (const [from, to] of [
      [210, 208],
      [120, 112],
      [3, undefined],
    ] as const) {
      const { id } = await this.post(by, '/v1/missing-episodes', {
        ...{ child: { localId: 'CAM-1', ...MAYA }, kind: 'M', from: 'care', host: croydon, risk: 'high' },
        ...{ lastSeen: { at: instant(from) }, circumstances: `Left after a call ${PLANTED}` },
      });
      if (to !== undefined)
        await this.post(by, `/v1/missing-episodes/${String(id)}/found`, { when: { at: instant(to) } });
    }
  }

  private async concern(): Promise<void> {
    await this.post([camden, 'mash'], '/v1/exploitation-concerns', {
      ...{ recordRef: this.maya, host: croydon, raisedOn: day(100), flags: ['county-lines'] },
      ...{ areas: [{ gss: croydon }] },
    });
  }

  /** Somebody looks like her, and a person has to decide. */
  private async looksAlike(): Promise<void> {
    const placed = await this.post([croydon, 'placing-practitioner'], '/v1/placements', {
      child: { localId: 'CRO-9', forename: 'Maia', surname: 'Simple', dateOfBirth: '2011-05-14' },
      ...{ host: lambeth, startsOn: day(60), notice: 'emergency', address: '9 New Road' },
    });
    this.twin = String(placed['recordRef']);
    await this.ibex.exchange.settled();
    this.pair = await this.propose(this.maya, this.twin);
  }

  private async propose(one: string, other: string): Promise<string> {
    const proposals = this.ibex.exchange.part<LinkProposals>(LINK_PROPOSALS);
    const evidence = { outcome: 'review', weight: 12, reasons: ['surname: near', 'dob: same'] } as const;
    await proposals.propose({ refs: [one, other], ...evidence });
    const found = await eventually(async () => {
      const { body } = await this.ibex.exchange.get([camden, 'mash'], '/v1/links/review?limit=100');
      const items = body['items'] as readonly Readonly<Record<string, unknown>>[];
      return items.find(({ recordRef }) => recordRef === one);
    });
    return String(found['id']);
  }
}

/** Asks until there is something. Throws where there never is. */
export const eventually = async <T>(ask: () => Promise<T | undefined>): Promise<T> => {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('did not come about');
};
