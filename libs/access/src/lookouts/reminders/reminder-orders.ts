import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Digests } from '@ibex/kernel';
import { DecisionRunner } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { lookoutDecider } from '../domain/lookout.decider';
import type { LookoutCommand } from '../domain/lookout.decider';
import { lookoutStream, lookoutsOf } from '../domain/lookout.events';
import { wantedDecider } from '../domain/wanted.decider';
import { wantedStream } from '../domain/wanted.events';
import type { Reminder } from './reminders.rule';

/** Not in the owner’s name: nobody is told of its own deed. */
const SERVICE = { authority: 'IBEX', person: 'lookouts', role: 'system' } as const;

/** Has reminders decided and recorded. Two processes that look at the same moment send the same command. */
@Injectable()
export class ReminderOrders {
  constructor(
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  /** `at`: what tells this reminder from the one before. */
  async submit(reminder: Reminder, at: string): Promise<void> {
    const { kind, by } = reminder;
    const subject = { recordRef: lookoutsOf(by) };
    if (kind === 'wanted') {
      const stream = wantedStream(reminder.notice);
      const command = { type: 'WantLookout', data: { by, notice: reminder.notice } } as const;
      await this.decisions.run(
        wantedDecider,
        { stream, command, submission: this.submission(stream) },
        subject,
      );
      return;
    }
    const stream = lookoutStream(reminder.id);
    const submission = this.submission(`${stream}\n${kind}\n${at}`);
    await this.decisions.run(lookoutDecider, { stream, command: commandOf(kind, by), submission }, subject);
  }

  private submission(text: string): Submission {
    const commandId = this.digests.uuidFrom(`${text}\nreminder`);
    return { actor: SERVICE, commandId, commandDigest: commandId, correlationId: commandId };
  }
}

const commandOf = (kind: 'over' | 'still-open', by: string): LookoutCommand =>
  kind === 'over'
    ? { type: 'EndLookout', data: { by, person: SERVICE.person, because: 'child-found' } }
    : { type: 'RemindOfLookout', data: { by } };
