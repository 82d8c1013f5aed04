import { AUTHORITIES, CLOCK, londonDateOf } from '@ibex/kernel';
import type { Authorities, Clock, NotificationDefinition, Reader } from '@ibex/kernel';
import { DEFINITIONS, ProblemError, asSystem } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { nameOf } from '../shared/authority-name';
import { byCategory } from '../shared/definitions';
import { weeksBefore } from './area-counts';
import { ownAreasOf } from './own-areas.rule';
import type { AreaCount, Picture, PictureFact } from './picture';
import type { KnownFeeds } from './picture-feeds';
import type { AskedPicture, OpenRecord } from './picture-records';
import type { RowsOfRecords } from './picture-rows';
import { PictureSources } from './picture-sources';
import { noticesIn, seenFacts } from './seen-facts.rule';
import type { Notice } from './seen-facts.rule';
import { owedBy, unacknowledgedIn } from './unacknowledged.rule';

const inTheFuture = (): ProblemError =>
  new ProblemError(
    422,
    'as-known-at-in-the-future',
    'Not a question that can be answered',
    'That moment is still to come: nobody knows yet what will be known then.',
    { field: 'asKnownAt', mend: 'Give an instant that has passed, or leave asKnownAt out for the present.' },
  );

const refsOf = (records: readonly OpenRecord[]): readonly string[] =>
  records.map(({ recordRef }) => recordRef);

/** Gathers what a reader may see of a child. */
@Injectable()
export class Pictures {
  private readonly definitionOf: ReadonlyMap<string, NotificationDefinition>;

  constructor(
    @Inject(DEFINITIONS) definitions: Definitions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly sources: PictureSources,
  ) {
    this.definitionOf = byCategory(definitions);
  }

  /** Throws the one 404 for an unknown record and for one that the reader may not see. */
  async of(reader: Reader, asked: AskedPicture, feeds: Pick<KnownFeeds, 'stateOf'>): Promise<Picture> {
    const now = this.clock.now();
    const { asKnownAt } = asked;
    if (asKnownAt !== undefined && asKnownAt > now) throw inTheFuture();
    const until = asKnownAt ?? now;
    const open = await this.sources.records.open(reader, asked);
    const rows = await this.rowsOf(open, until);
    const notices = new Map(open.map(({ recordRef }) => [recordRef, this.noticesOf(rows, recordRef)]));
    const seen = open.map((record) => {
      const by = { authority: reader.authority, sight: record.sight };
      const its = notices.get(record.recordRef) ?? [];
      return { by, owed: its.flatMap(owedBy), facts: seenFacts(its, by) };
    });
    const facts = seen.flatMap((each) => each.facts).toSorted((a, b) => a.position - b.position);
    const entries = seen.flatMap(({ owed }) => owed).map(({ entryId }) => entryId);
    const [taken, records, areaCounts] = await Promise.all([
      this.sources.rows.takenOf(entries, until),
      this.sources.births.described(open, asKnownAt, (ref) => hasRestricted(notices.get(ref) ?? [])),
      asKnownAt === undefined ? this.countsOf(facts, reader, refsOf(open)) : [],
    ]);
    return {
      ...{ now: until, today: londonDateOf(until), reader: reader.authority },
      ...{ isPast: asKnownAt !== undefined, records, facts, areaCounts },
      unacknowledged: seen.flatMap((each) => unacknowledgedIn(each.owed, each.facts, { ...each.by, taken })),
      feedOf: (authority, notification) => feeds.stateOf({ authority, notification }),
      nameOf: (gss) => nameOf(this.authorities, gss),
    };
  }

  private async rowsOf(open: readonly OpenRecord[], until: string): Promise<RowsOfRecords> {
    const granted = open.filter(({ sight }) => sight.sight === 'grant');
    const related = open.filter(({ sight }) => sight.sight !== 'grant');
    const [own, opened] = await Promise.all([
      this.sources.rows.of(refsOf(related), until),
      // whoever broke the glass is named in no row: the policy has let it in for a while
      asSystem(() => this.sources.rows.of(refsOf(granted), until)),
    ]);
    return { facts: [...own.facts, ...opened.facts], told: [...own.told, ...opened.told] };
  }

  private noticesOf({ facts, told }: RowsOfRecords, recordRef: string): readonly Notice[] {
    const ofRecord = { facts: facts.filter((row) => row.recordRef === recordRef), told };
    return noticesIn(ofRecord, this.definitionOf);
  }

  /** Only areas that the reader sees named for this child are counted. */
  private countsOf(
    facts: readonly PictureFact[],
    { authority }: Reader,
    without: readonly string[],
  ): Promise<readonly AreaCount[]> {
    const own = ownAreasOf(facts, weeksBefore(londonDateOf(this.clock.now())));
    const asking = { reader: authority, without };
    return Promise.all(
      own.map(async ({ area, what }) => ({
        area,
        what,
        records: await this.sources.areas.of(area, what, asking),
      })),
    );
  }
}

const hasRestricted = (notices: readonly Notice[]): boolean =>
  notices.some(({ rows }) => rows.some(({ restricted }) => restricted === 1));
