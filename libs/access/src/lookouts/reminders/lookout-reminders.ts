import { Inject, Injectable } from '@nestjs/common';
import { LookoutMatter } from './lookout-matter';
import { ReminderOrders } from './reminder-orders';
import { LOOKOUT_SETTINGS, remindersIn } from './reminders.rule';
import type { Known, LookoutSettings, Reminder } from './reminders.rule';

/** Since when, so that the next reminder of the same is another one. */
const lastOf = ({ lookouts }: Known, reminder: Reminder): string => {
  const lookout = reminder.kind === 'wanted' ? undefined : lookouts.find(({ id }) => id === reminder.id);
  return lookout?.remindedAt ?? lookout?.askedAt ?? '';
};

/** Reminds owners of what is left to do about a restricted child that is missing. Any number of looks remind once. */
@Injectable()
export class LookoutReminders {
  constructor(
    private readonly matter: LookoutMatter,
    private readonly orders: ReminderOrders,
    @Inject(LOOKOUT_SETTINGS) private readonly settings: LookoutSettings,
  ) {}

  async look(): Promise<void> {
    const known = await this.matter.known();
    for (const reminder of remindersIn(known, this.settings))
      await this.orders.submit(reminder, lastOf(known, reminder));
  }
}
