import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import type { Outcome, Submission } from '@ibex/runtime';
import type { LinkCommand } from '../domain/link.commands';
import { linkDecider } from '../domain/link.decider';
import { inOrder, linkStream } from '../domain/link.events';

/** Has commands on links decided and recorded. */
@Injectable()
export class LinkOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  /** One pair, one id, whichever record is named first. */
  idOf(one: string, other: string): string {
    return this.digests.uuidFrom(`${inOrder(one, other).join('\n')}\nlink`);
  }

  /** Tells one set of parameters from another. */
  modelNameOf(model: object): string {
    return this.digests.uuidFrom(JSON.stringify(model));
  }

  submit(id: string, command: LinkCommand, submission: Submission): Promise<Outcome> {
    const stream = linkStream(id);
    // no child's reference: an entry about it would open that child's record to whoever is told
    return this.decisions.run(linkDecider, { stream, command, submission }, { recordRef: stream });
  }
}
