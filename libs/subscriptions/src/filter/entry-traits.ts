import { Inject, Injectable } from '@nestjs/common';
import { MAILBOX, RECORDS, ageOn, categoryOf, isCivilDate, londonDateOf, withheldFor } from '@ibex/kernel';
import type {
  EntryFilter,
  Mailbox,
  MailboxEntry,
  NotificationDefinition,
  RecordedFact,
  Records,
  Subscription,
} from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { directionsOf } from './directions.rule';
import { categoriesOf } from './entry-codes';
import { asksFor, passes } from './filter.rule';
import type { EntryTraits } from './filter.rule';

type Told = Readonly<{ definition: NotificationDefinition; notice: readonly RecordedFact[] }>;

const isAgeWithheld = ({ authority, factId }: MailboxEntry, { definition, notice }: Told): boolean => {
  const fact = notice.find(({ id }) => id === factId);
  if (!fact) return true;
  const { personal } = withheldFor({ as: 'addressee', authority }, definition, { fact, notice });
  return personal.includes('child') || personal.includes('dateOfBirth');
};

/** Finds out of an entry what a filter asks for, and no more. Nothing of it is kept. */
@Injectable()
export class EntryTraitsReader {
  constructor(
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
    @Inject(RECORDS) private readonly records: Records,
    private readonly log: FactLog,
    @Inject(MAILBOX) private readonly mailbox: Pick<Mailbox, 'entriesOfStream'>,
  ) {}

  async passes({ filter }: Pick<Subscription, 'filter'>, entry: MailboxEntry): Promise<boolean> {
    return passes(filter, await this.traitsOf(entry, filter));
  }

  async traitsOf(entry: MailboxEntry, filter: EntryFilter): Promise<EntryTraits> {
    const { stream } = entry;
    const category = categoryOf(stream);
    const definition = this.definitions.find((each) => each.category === category);
    const near = {
      ...{ type: definition?.name ?? category, directions: directionsOf(entry) },
      ...{ capacity: entry.capacity, urgency: entry.urgency },
      ...(await this.before(entry, filter)),
    };
    const asked = asksFor(filter);
    if (!definition || (!asked.age && !asked.categories)) return near;
    const told = { definition, notice: await this.log.readStream(stream) };
    return {
      ...near,
      ...(asked.age ? await this.ageOf(entry, told) : {}),
      ...(asked.categories ? { categories: categoriesOf(entry, told.notice, definition) } : {}),
    };
  }

  /** Looked for only where the entry's own urgency would hold it back. */
  private async before(
    { authority, sequence, stream, urgency }: MailboxEntry,
    { urgencies }: EntryFilter,
  ): Promise<Pick<EntryTraits, 'urgenciesBefore'>> {
    if (urgencies === undefined || urgencies.includes(urgency)) return {};
    const told = await this.mailbox.entriesOfStream(stream);
    const before = told.filter((each) => each.authority === authority && each.sequence < sequence);
    return { urgenciesBefore: [...new Set(before.map((each) => each.urgency))] };
  }

  /** On the day of recording, in London: the same entry is always as old. */
  private async ageOf(entry: MailboxEntry, told: Told): Promise<Pick<EntryTraits, 'age'>> {
    if (isAgeWithheld(entry, told)) return {};
    const child = await this.records.identityOf(entry.recordRef);
    const born = child?.dateOfBirth;
    const day = londonDateOf(entry.recordedAt);
    return born === undefined || !isCivilDate(born) || born > day ? {} : { age: ageOn(born, day) };
  }
}
