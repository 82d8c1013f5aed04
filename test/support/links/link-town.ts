import { CLUSTERS, RECORDS } from '@ibex/kernel';
import type { ChildIdentity, Clusters, Records } from '@ibex/kernel';
import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals, ProposedPair } from '@ibex/identity';
import { pause } from '@ibex/runtime';
import { ExchangeInProcess } from '../exchange-in-process';
import type { Answer, Body, By } from '../exchange-in-process';

export const CAMDEN = 'E09000007';
export const CROYDON = 'E09000008';
export const LAMBETH = 'E09000022';
export const KENT = 'E10000016';
export const ada: By = [CAMDEN, 'mash', 'ada'];
export const cleo: By = [CAMDEN, 'mash', 'cleo'];
export const ben: By = [LAMBETH, 'mash', 'ben'];
export const kit: By = [KENT, 'mash', 'kit'];

const PATIENCE_MS = 20_000;
const LETTERS = 'ABCDEFGHIJ';

/** What an answer comes to, asked until it does; undefined where it never does. */
export const eventually = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  const until = Date.now() + PATIENCE_MS;
  const never = new AbortController();
  for (;;) {
    const found = await ask();
    if (found !== undefined || Date.now() > until) return found;
    await pause(25, never.signal);
  }
};

export type Entry = Readonly<{
  type: string;
  subject: string;
  sequence: number;
  data: Readonly<{ basis: Body; links: Readonly<{ detail: string; acknowledgement: string }> }>;
}>;
/** Two records, Camden's and Lambeth's, and the id of the pair. */
export type PairInTown = Readonly<{ refs: readonly [string, string]; id: string }>;

/** A whole exchange whose authorities decide which records are of one child. */
export class LinkTown {
  private children = 0;

  private constructor(readonly exchange: ExchangeInProcess) {}

  static async start(home: string): Promise<LinkTown> {
    return new LinkTown(await ExchangeInProcess.start(home));
  }

  stop(): Promise<void> {
    return this.exchange.stop();
  }

  async tell(authority: string, child: ChildIdentity): Promise<string> {
    const actor = { authority, person: 'desk', role: 'placing-practitioner' };
    this.children += 1;
    const by = { actor, commandId: `tell-${String(this.children)}`, correlationId: 'links' };
    return (await this.exchange.part<Records>(RECORDS).introduce(child, by)).recordRef;
  }

  /** A child that the matcher takes for nobody else. */
  introduce(authority: string): Promise<string> {
    const digits = String(this.children).padStart(3, '0');
    const letters = Array.from(digits, (digit) => LETTERS[Number(digit)])
      .join('')
      .toLowerCase();
    const month = String(1 + (this.children % 9));
    const day = String(this.children % 5);
    return this.tell(authority, {
      localId: `LC-${digits}`,
      ...{ forename: `Zo${letters}x`, surname: `Qu${letters}v` },
      dateOfBirth: `20${String(10 + (this.children % 10))}-0${month}-1${day}`,
    });
  }

  propose(refs: readonly [string, string], change: Partial<ProposedPair> = {}): Promise<void> {
    const evidence = { outcome: 'review', weight: 12, reasons: ['surname: near', 'dob: same'] } as const;
    return this.exchange.part<LinkProposals>(LINK_PROPOSALS).propose({ refs, ...evidence, ...change });
  }

  clusterOf(ref: string): Promise<readonly string[]> {
    return this.exchange.part<Clusters>(CLUSTERS).membersOf(ref);
  }

  async cases(by: By, query = ''): Promise<readonly Body[]> {
    const { body } = await this.exchange.get(by, `/v1/links/review${query}`);
    return body['items'] as readonly Body[];
  }

  /** The pair of a record on a list, once the view has it. */
  caseOf(by: By, recordRef: string, query = ''): Promise<Body | undefined> {
    return eventually(async () =>
      (await this.cases(by, query)).find((one) => one['recordRef'] === recordRef),
    );
  }

  /** Waits until the pair stands in the view. */
  async pair(change: Partial<ProposedPair> = {}): Promise<PairInTown> {
    const refs = [await this.introduce(CAMDEN), await this.introduce(LAMBETH)] as const;
    await this.propose(refs, change);
    const found = await this.caseOf(ada, refs[0], change.outcome === 'automatic' ? '?state=linked' : '');
    return { refs, id: String(found?.['id']) };
  }

  decide(by: By, id: string, decision: 'same' | 'different'): Promise<Answer> {
    const rationale = 'Mother named both workers.';
    return this.exchange.post(by, `/v1/links/${id}/decisions`, { decision, rationale });
  }

  unlink(by: By, id: string): Promise<Answer> {
    return this.exchange.post(by, `/v1/links/${id}/unlink`, { reason: 'Cousins of one name.' });
  }

  forbid(by: By, body: object): Promise<Answer> {
    const usual = { kind: 'twins', rationale: 'Born ten minutes apart.' };
    return this.exchange.post(by, '/v1/links/forbidden', { ...usual, ...body });
  }

  lift(by: By, id: string): Promise<Answer> {
    return this.exchange.post(by, `/v1/links/${id}/lifting`, { rationale: 'Set by mistake.' });
  }

  async shown(by: By, id: string): Promise<Body> {
    return (await this.exchange.get(by, `/v1/links/${id}`)).body;
  }

  async entryOf(authority: string, is: (entry: Entry) => boolean): Promise<Entry | undefined> {
    const { body } = await this.exchange.get([authority, 'mash'], '/v1/inbox?limit=500');
    return (body['entries'] as readonly Entry[]).find(is);
  }
}
