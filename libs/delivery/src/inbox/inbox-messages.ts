import { Inject, Injectable } from '@nestjs/common';
import { WITHDRAWN_MESSAGE, categoryOf } from '@ibex/kernel';
import type { FactDefinition, MailboxEntry } from '@ibex/kernel';
import { DEFINITIONS } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { LADDER_MESSAGES, linkOf } from '../ladder/ladder.messages';
import { toInboxMessage } from './inbox.message';
import type { InboxMessage } from './inbox.message';

const titlesOf = (definitions: Definitions): ReadonlyMap<string, string> =>
  new Map([
    [WITHDRAWN_MESSAGE, 'Withdrawn'],
    ...Object.values(LADDER_MESSAGES).map(({ message, title }) => [message, title] as const),
    ...definitions
      .flatMap(({ facts }) => Object.values<FactDefinition>(facts))
      .flatMap(({ tells, title }) => ('message' in tells ? [[tells.message, title] as const] : [])),
  ]);

/** Entries in the form in which they leave, titled as the notification types title their facts. */
@Injectable()
export class InboxMessages {
  private readonly titles: ReadonlyMap<string, string>;

  constructor(@Inject(DEFINITIONS) private readonly definitions: Definitions) {
    this.titles = titlesOf(definitions);
  }

  of(entry: MailboxEntry): InboxMessage {
    return toInboxMessage(
      entry,
      (type) => this.titles.get(type) ?? type,
      (told) => this.readAtOf(told),
    );
  }

  private readAtOf(entry: MailboxEntry): string {
    const category = categoryOf(entry.stream);
    const definition = this.definitions.find((each) => each.category === category);
    return definition?.readAt?.(entry) ?? linkOf(entry);
  }
}
