import { Inject, Injectable } from '@nestjs/common';
import { IDS } from '@ibex/kernel';
import type { Ids, MailboxEntry, Subscription } from '@ibex/kernel';
import { DecisionRunner, RefusedError } from '@ibex/runtime';
import type { Recorded, Submission } from '@ibex/runtime';
import type { NotTaken } from '../flow';
import { mendingDecider } from './mending.decider';
import type { MendingCommand } from './mending.decider';
import { mendingStream } from './mending.projection';

/** Has what is put right for a subscription decided and recorded: by order of its authority, or by the dispatcher. */
@Injectable()
export class MendingOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Throws RefusedError. */
  async submit(subscriptionId: string, command: MendingCommand, submission: Submission): Promise<Recorded> {
    const order = { stream: mendingStream(subscriptionId), command, submission };
    const outcome = await this.decisions.run(mendingDecider, order);
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return outcome;
  }

  async setAside({ id, authority }: Subscription, entry: MailboxEntry, because: NotTaken): Promise<void> {
    const { sequence, entryId } = entry;
    const { reason, status } = because;
    const data = { by: authority, sequence, entryId, reason, ...(status === undefined ? {} : { status }) };
    await this.submit(id, { type: 'SetEntryAside', data }, this.byDispatcher(authority));
  }

  async takenAfterAll({ id, authority: by }: Subscription, { sequence }: MailboxEntry): Promise<void> {
    await this.submit(id, { type: 'RecordAsideTaken', data: { by, sequence } }, this.byDispatcher(by));
  }

  async replayFinished({ id, authority: by }: Subscription, replayId: string): Promise<void> {
    await this.submit(id, { type: 'FinishReplay', data: { by, replayId } }, this.byDispatcher(by));
  }

  /** Any id will do: what was recorded before is not recorded again, whatever the command's id. */
  private byDispatcher(authority: string): Submission {
    const commandId = this.ids.next();
    const actor = { authority, person: 'dispatcher', role: 'system' };
    return { actor, commandId, commandDigest: commandId, correlationId: commandId };
  }
}
