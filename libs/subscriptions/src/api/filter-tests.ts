import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX } from '@ibex/kernel';
import type { EntryFilter, Mailbox, MailboxEntry } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { EntryTraitsReader } from '../filter/entry-traits';
import { heldBackBy } from '../filter/filter.rule';
import type { FilterTestDto, TestedEntryDto } from './answers.dto';

/** Entries looked at side by side: a filter by age reads two streams for each. */
const AT_ONCE = 25;

type Tested = Plain<TestedEntryDto>;

/** Says of the latest entries of a mailbox which a filter would have let pass, and what held back the others. */
@Injectable()
export class FilterTests {
  constructor(
    @Inject(MAILBOX) private readonly mailbox: Mailbox,
    private readonly traits: EntryTraitsReader,
  ) {}

  async of(authority: string, filter: EntryFilter, last: number): Promise<Plain<FilterTestDto>> {
    const head = await this.mailbox.head(authority);
    const latest = await this.mailbox.read(authority, Math.max(0, head - last), last);
    const entries: Tested[] = [];
    for (let at = 0; at < latest.length; at += AT_ONCE) {
      const some = latest.slice(at, at + AT_ONCE);
      entries.push(...(await Promise.all(some.map((entry) => this.tested(entry, filter)))));
    }
    const held = entries.filter((entry) => !entry.passes);
    return {
      looked: entries.length,
      passing: entries.length - held.length,
      heldBack: held.length,
      urgentHeldBack: held.filter(({ urgency }) => urgency === 'urgent').length,
      entries,
    };
  }

  private async tested(entry: MailboxEntry, filter: EntryFilter): Promise<Tested> {
    const { sequence, type: message, from, capacity, urgency, recordedAt } = entry;
    const parts = heldBackBy(filter, await this.traits.traitsOf(entry, filter));
    return {
      ...{ sequence, message, from, capacity, urgency, recordedAt },
      passes: parts.length === 0,
      heldBackBy: parts,
    };
  }
}
