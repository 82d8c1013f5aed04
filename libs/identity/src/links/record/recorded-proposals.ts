import { Inject, Injectable } from '@nestjs/common';
import { IDS, RECORDS, RESTRICTIONS } from '@ibex/kernel';
import type { Ids, Records, Restrictions } from '@ibex/kernel';
import { CHILDREN } from '../../matching/children';
import { inOrder } from '../domain/link.events';
import type { Pair } from '../domain/link.events';
import type { LinkProposals, PairOutcome, ProposedPair } from '../link-proposals';
import { LinkOrders } from './link-orders';

/** In whose name the matcher acts: the service, for the owner of the first record. */
const MATCHER = { person: 'matcher', role: 'system' } as const;
const ONE_DECIMAL = 10;

/** Puts on record what the matcher found. */
@Injectable()
export class RecordedProposals implements LinkProposals {
  private readonly model: string;

  constructor(
    private readonly orders: LinkOrders,
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
    @Inject(RESTRICTIONS) private readonly restrictions: Pick<Restrictions, 'among'>,
    @Inject(IDS) private readonly ids: Ids,
  ) {
    this.model = orders.modelNameOf(CHILDREN);
  }

  /** Nothing for a record that is not there: it is not known whose it would be. */
  async propose(proposed: ProposedPair): Promise<void> {
    const { refs, weight, reasons, rivals = [] } = proposed;
    const pair = await this.pairOf(refs);
    if (!pair) return;
    const outcome = await this.outcomeOf(proposed);
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

  /** A record that is kept from all others is never linked without a person. */
  private async outcomeOf({ refs, outcome }: ProposedPair): Promise<PairOutcome> {
    if (outcome !== 'automatic') return outcome;
    return (await this.restrictions.among(refs)).size > 0 ? 'review' : outcome;
  }

  private async pairOf([one, other]: readonly [string, string]): Promise<Pair | undefined> {
    const refs = inOrder(one, other);
    const [first, second] = await Promise.all(refs.map((ref) => this.records.find(ref)));
    return first && second ? { refs, owners: [first.owner, second.owner] } : undefined;
  }
}
