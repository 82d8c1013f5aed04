import { definitions } from '@ibex/notifications';
import { WITHDRAWN_MESSAGE } from '@ibex/kernel';
import type { FactDefinition } from '@ibex/kernel';
import { MESSAGES, isKnownType } from './message-types';

describe('the public message types', () => {
  it('are those that the notification types declare, each with its fact', () => {
    const told = definitions
      .flatMap(({ facts }) => Object.entries<FactDefinition>(facts))
      .flatMap(([fact, { tells }]) => ('message' in tells ? [[tells.message, fact] as const] : []));
    // stands in place of an entry, and tells no fact
    const all = [...told, [WITHDRAWN_MESSAGE, 'MailboxEntryWithdrawn'] as const];
    expect(MESSAGES).toEqual(Object.fromEntries(all));
    expect(Object.keys(MESSAGES)).toHaveLength(all.length);
  });

  it('do not take a word of the language for one of them', () => {
    expect([isKnownType('uk.ibex.placement.notified'), isKnownType('toString')]).toEqual([true, false]);
  });
});
