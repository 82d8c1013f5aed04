import { SEALER, withheldFor, withoutFields } from '@ibex/kernel';
import type { NotificationDefinition, ReadAs, RecordedFact, Sealer, Withheld } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { byCategory } from '../shared/definitions';
import type { FeedName } from '../shared/postings/feed-shown';
import { isRestricted } from '../shared/stored-fact';
import type { ChronologyEntryRow } from './child-chronology.schema';
import { openedData, openedPersonal } from './field-groups.rule';
import type { Onlooker } from '../shared/seen-by.rule';
import type { SeenEntry } from './seen-entries.rule';

type Fields = Readonly<Record<string, unknown>>;
type Notice = readonly RecordedFact[];

/** Notices by their streams, each read once for an answer. */
export type Notices = ReadonlyMap<string, Notice>;
export type Opened = Readonly<{ title: string; data: Fields }>;

const isNowRestricted = (notice: Notice): boolean => {
  const last = notice.at(-1);
  return last !== undefined && isRestricted(last, notice.slice(0, -1));
};

/** Whoever broke the glass sees as an owner does, save of a notice that has become restricted. */
const readAs = ({ authority, sight }: Onlooker, notice: Notice): ReadAs =>
  sight.sight === 'owner' || (sight.sight === 'grant' && !isNowRestricted(notice))
    ? { as: 'owner' }
    : { as: 'addressee', authority };

/** What an entry says, for a reader whose right the caller has checked. */
@Injectable()
export class ChronologyContent {
  private readonly definitions: ReadonlyMap<string, NotificationDefinition>;

  constructor(
    @Inject(DEFINITIONS) definitions: Definitions,
    @Inject(SEALER) private readonly sealer: Sealer,
    private readonly log: FactLog,
  ) {
    this.definitions = byCategory(definitions);
  }

  /** Whose notices these are, and of which type. */
  feedsOf(shown: readonly SeenEntry[]): readonly FeedName[] {
    return shown.map(({ row: { owner, category } }) => ({
      authority: owner,
      notification: this.definitions.get(category)?.name ?? category,
    }));
  }

  async noticesOf(streams: readonly string[]): Promise<Notices> {
    const read = [...new Set(streams)].map(
      async (stream) => [stream, await this.log.readStream(stream)] as const,
    );
    return new Map(await Promise.all(read));
  }

  /** What it says openly. */
  openOf(row: ChronologyEntryRow, notices: Notices, by: Onlooker): Opened {
    const { fact, definition, withheld } = this.find(row, notices, by);
    if (!fact) return { title: row.type, data: {} };
    return {
      title: definition?.facts[fact.type]?.title ?? row.type,
      data: withheld ? openedData(withoutFields(fact.data, withheld.open), by.sight) : {},
    };
  }

  /** Undefined where there is no personal part, or the record was erased. */
  async personalOf(row: ChronologyEntryRow, notices: Notices, by: Onlooker): Promise<Fields | undefined> {
    const { fact, withheld } = this.find(row, notices, by);
    if (fact?.sealed === undefined || !withheld) return undefined;
    const personal = await this.sealer.unseal(row.recordRef, fact.id, fact.sealed);
    if (!personal) return undefined;
    const isOwnDeed = row.source === by.authority;
    return openedPersonal(withoutFields(personal, withheld.personal), by.sight, isOwnDeed);
  }

  private find(
    row: ChronologyEntryRow,
    notices: Notices,
    by: Onlooker,
  ): Readonly<{ fact?: RecordedFact; definition?: NotificationDefinition; withheld?: Withheld }> {
    const notice = notices.get(row.stream) ?? [];
    const fact = notice.find(({ revision }) => revision === row.revision);
    const definition = this.definitions.get(row.category);
    if (!fact || !definition) return {};
    return { fact, definition, withheld: withheldFor(readAs(by, notice), definition, { fact, notice }) };
  }
}
