import { Injectable } from '@nestjs/common';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { lookoutDecider } from './domain/lookout.decider';
import type { AskLookout, EndLookout, LookoutCommand } from './domain/lookout.decider';
import { lookoutStream, lookoutsOf } from './domain/lookout.events';
import type { LookoutWords } from './domain/lookout.events';
import { LookoutSealing } from './lookout-sealing';

/** Has orders about a lookout decided and recorded. Both throw RefusedError. */
@Injectable()
export class LookoutOrders {
  constructor(
    private readonly orders: AccessOrders,
    private readonly sealing: LookoutSealing,
  ) {}

  async ask(
    id: string,
    data: AskLookout['data'],
    words: LookoutWords,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const sealed = await this.sealing.seal(words, data.about, submission.commandId);
    return this.order(id, { type: 'AskLookout', data, personal: { words: sealed } }, submission);
  }

  end(id: string, data: EndLookout['data'], submission: Submission): Promise<SubmissionAnswer> {
    return this.order(id, { type: 'EndLookout', data }, submission);
  }

  private order(id: string, command: LookoutCommand, submission: Submission): Promise<SubmissionAnswer> {
    const place = { id, stream: lookoutStream(id), recordRef: lookoutsOf(command.data.by) };
    return this.orders.submit(lookoutDecider, { ...place, command, submission });
  }
}
