import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX, categoryOf } from '@ibex/kernel';
import type { FactDefinition, Mailbox, MailboxEntry, NotificationDefinition } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { relationsOf } from './addressed.rule';
import type { Relation } from './question';

/** A type of notices about children: what the service tells of its own work is no need to know a child. */
const isOfChildren = ({ facts, concernsNobody, ofTheService }: NotificationDefinition): boolean =>
  concernsNobody !== true &&
  ofTheService !== true &&
  Object.values<FactDefinition>(facts).some(({ tells }) => 'message' in tells);

const byStream = (entries: readonly MailboxEntry[]): ReadonlyMap<string, readonly MailboxEntry[]> => {
  const streams = new Map<string, MailboxEntry[]>();
  for (const entry of entries) streams.set(entry.stream, [...(streams.get(entry.stream) ?? []), entry]);
  return streams;
};

/** What an authority was told of a record, notice by notice: from its mailbox, as the notices stand in the log now. */
@Injectable()
export class ToldRelations {
  private readonly definitions: ReadonlyMap<string, NotificationDefinition>;

  constructor(
    @Inject(DEFINITIONS) definitions: Definitions,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesAbout'>,
    private readonly log: FactLog,
  ) {
    this.definitions = new Map(definitions.filter(isOfChildren).map((each) => [each.category, each]));
  }

  async between(authority: string, recordRef: string): Promise<readonly Relation[]> {
    const about = await this.mailbox.entriesAbout(authority, recordRef);
    const entries = about.filter((entry) => this.isNotice(entry));
    const notices = [...byStream(entries)].map(([stream, told]) => this.of(stream, told));
    return (await Promise.all(notices)).flat();
  }

  /** The type’s own message: a question, an answer or a reminder about a notice is none. */
  private isNotice({ stream, type }: MailboxEntry): boolean {
    const facts = this.definitions.get(categoryOf(stream))?.facts ?? {};
    return Object.values<FactDefinition>(facts).some(
      ({ tells }) => 'message' in tells && tells.message === type,
    );
  }

  private async of(stream: string, entries: readonly MailboxEntry[]): Promise<readonly Relation[]> {
    const definition = this.definitions.get(categoryOf(stream));
    if (!definition) return [];
    return relationsOf({ definition, notice: await this.log.readStream(stream), entries });
  }
}
