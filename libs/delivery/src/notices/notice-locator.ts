import { Inject, Injectable, Optional } from '@nestjs/common';
import { FACT_PLACES, MAILBOX } from '@ibex/kernel';
import type { FactPlaces, Mailbox, MailboxEntry } from '@ibex/kernel';
import { asSystem, notFound } from '@ibex/runtime';
import { TaskList } from '../tasks/task-list';
import type { TaskRow } from '../tasks/tasks.schema';

/** Where a fact led: the stream that it stands in, the entries and the tasks that it caused. */
export type Located = Readonly<{
  stream: string;
  entries: readonly MailboxEntry[];
  tasks: readonly TaskRow[];
}>;

/** Finds the notice of a fact by those whom it was to reach, or where it was to reach nobody, from the views. */
@Injectable()
export class NoticeLocator {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly taskList: TaskList,
    @Optional() @Inject(FACT_PLACES) private readonly places?: FactPlaces,
  ) {}

  /** Every entry that the facts of a notice led to. */
  entriesOf(stream: string): Promise<readonly MailboxEntry[]> {
    return this.mailbox.entriesOfStream(stream);
  }

  /** Throws the one 404 for a fact of no notice. Whether the reader may see it is still to be asked. */
  async locate(factId: string): Promise<Located> {
    const [entries, tasks] = await Promise.all([
      this.mailbox.entriesOfFact(factId),
      this.taskList.ofFact(factId),
    ]);
    // who broke a glass was told of nothing: a store that shows each authority its own rows knows no place for it
    const stream =
      entries[0]?.stream ?? tasks[0]?.notice ?? (await asSystem(() => this.places?.streamOf(factId)));
    if (stream === undefined) throw notFound();
    return { stream, entries, tasks };
  }
}
