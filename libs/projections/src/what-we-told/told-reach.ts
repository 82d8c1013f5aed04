import { MAILBOX, READ_DB } from '@ibex/kernel';
import type { Mailbox, MailboxEntry } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { grouped } from '../shared/grouped';
import { reachIn } from './reach.rule';
import type { ReachOf } from './reach.rule';
import type { ToldReach } from './what-we-told.dto';
import type { WhatWeToldTables } from './what-we-told.schema';

/** What answers, asks or reminds about something told stands at the same fact, under an id of its own. */
const isTelling = ({ entryId, factId, authority }: MailboxEntry): boolean =>
  entryId === entryIdOf(factId, authority);

/**
 * How far facts have come. Whom they reached is what stands in the mailboxes, and not what a rule would say: an agreement
 * adds recipients, a restriction keeps them away, and who joined later found it there.
 */
@Injectable()
export class ToldReaches {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfFacts'>,
    @Inject(READ_DB) private readonly db: Kysely<WhatWeToldTables>,
  ) {}

  /** Of each fact, by its id. The caller has told every one of them itself. */
  async of(factIds: readonly string[]): Promise<(factId: string) => Plain<ToldReach>> {
    if (factIds.length === 0) return () => reachIn({ entries: [], steps: [], tasks: [] });
    const [entries, steps, tasks] = await Promise.all([
      this.mailbox.entriesOfFacts(factIds),
      this.db.selectFrom('toldSteps').selectAll().where('factId', 'in', factIds).execute(),
      this.db.selectFrom('toldTasks').selectAll().where('factId', 'in', factIds).execute(),
    ]);
    const ofFact = <T extends Readonly<{ factId: string }>>(all: readonly T[]) =>
      grouped(all, ({ factId }) => factId);
    const of = { entries: ofFact(entries.filter(isTelling)), steps: ofFact(steps), tasks: ofFact(tasks) };
    const reachOf = (factId: string): ReachOf => ({
      entries: of.entries.get(factId) ?? [],
      steps: of.steps.get(factId) ?? [],
      tasks: of.tasks.get(factId) ?? [],
    });
    return (factId) => reachIn(reachOf(factId));
  }
}
