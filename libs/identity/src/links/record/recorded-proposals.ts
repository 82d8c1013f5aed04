import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS, IDS, RECORDS } from '@ibex/kernel';
import type { Digests, Ids, Records } from '@ibex/kernel';
import { CHILDREN } from '../../matching/children';
import { inOrder } from '../domain/link.events';
import type { Pair } from '../domain/link.events';
import type { LinkProposals, ProposedPair } from '../link-proposals';
import { LinkOrders } from './link-orders';

/** In whose name the matcher acts: the service, for the owner of the first record. */
const MATCHER = { person: 'matcher', role: 'system' } as const;
const ONE_DECIMAL = 10;
/** Enough of a digest to tell one set of parameters from another. */
const MODEL_DIGITS = 12;

/** Puts on record what the matcher found. */
@Injectable()
export class RecordedProposals implements LinkProposals {
  private readonly model: string;

  constructor(
    private readonly orders: LinkOrders,
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(DIGESTS) digests: Pick<Digests, 'sha256'>,
  ) {
    this.model = digests.sha256(JSON.stringify(CHILDREN)).slice(0, MODEL_DIGITS);
  }

  /** Nothing for a record that is not there: it is not known whose it would be. */
  async propose({ refs, outcome, weight, reasons, rivals = [] }: ProposedPair): Promise<void> {
    const pair = await this.pairOf(refs);
    if (!pair) return;
    const evidence = {
      weight: Math.round(weight * ONE_DECIMAL) / ONE_DECIMAL,
      ...{ reasons, rivals: rivals.length, model: this.model },
    };
    const commandId = this.ids.next();
    const actor = { authority: pair.owners[0], ...MATCHER };
    const submission = { actor, commandId, commandDigest: commandId, correlationId: commandId };
    const data = { ...pair, ...evidence, outcome };
    await this.orders.submit(this.orders.idOf(...pair.refs), { type: 'TellEvidence', data }, submission);
  }

  private async pairOf([one, other]: readonly [string, string]): Promise<Pair | undefined> {
    const refs = inOrder(one, other);
    const [first, second] = await Promise.all(refs.map((ref) => this.records.find(ref)));
    return first && second ? { refs, owners: [first.owner, second.owner] } : undefined;
  }
}
