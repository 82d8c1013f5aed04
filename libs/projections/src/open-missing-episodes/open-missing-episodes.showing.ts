import { AUTHORITIES, READ_DB, londonDateOf } from '@ibex/kernel';
import type { Authorities, Reader } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { Plain } from '@ibex/runtime';
import { nameOf } from '../shared/authority-name';
import { ChildrenShown } from '../shared/children/child-shown';
import type { ChildShown } from '../shared/children/child-shown';
import { noticeIdOf } from '../shared/notice-id';
import { present } from '../shared/present';
import { countEpisodes } from './episode-counts';
import type { EpisodeStart } from './episode-counts';
import type { MissingEpisodeShown } from './open-missing-episodes.dto';
import type { MissingEpisodeRow, MissingTables } from './open-missing-episodes.schema';

type Row = MissingEpisodeRow;
type Asking = Readonly<{ reader: Reader; now: string }>;
type Known = Readonly<{ starts: readonly EpisodeStart[]; child: Plain<ChildShown> | undefined }>;

const isKeeper = (row: Row, { authority }: Reader): boolean =>
  row.owner === authority || row.responsible === authority;

/** Turns rows into what a reader on whose list they stand may see of them. */
@Injectable()
export class MissingEpisodesShowing {
  constructor(
    @Inject(READ_DB) private readonly db: Kysely<MissingTables>,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    private readonly children: ChildrenShown,
  ) {}

  async of(rows: readonly Row[], asking: Asking): Promise<readonly Plain<MissingEpisodeShown>[]> {
    const starts = await this.startsOf(rows);
    // who a child in a restricted placement is, stays with its keepers: their list leads to the placement
    const open = rows.filter((row) => row.restricted === 0 || isKeeper(row, asking.reader));
    const children = await this.children.of(open.map(({ recordRef }) => recordRef));
    return rows.map((row) =>
      this.toEpisode(row, asking, {
        starts: starts.filter(({ recordRef }) => recordRef === row.recordRef),
        child: open.includes(row) ? children.get(row.recordRef ?? '') : undefined,
      }),
    );
  }

  private async startsOf(rows: readonly Row[]): Promise<readonly EpisodeStart[]> {
    const refs = [...new Set(rows.map(({ recordRef }) => recordRef))].filter((ref) => ref !== null);
    if (refs.length === 0) return [];
    return this.db
      .selectFrom('missingStarts')
      .select(['stream', 'recordRef', 'startedAt', 'startedOn'])
      .where('recordRef', 'in', refs)
      .execute();
  }

  private toEpisode(row: Row, { reader, now }: Asking, known: Known): Plain<MissingEpisodeShown> {
    return {
      ...this.toldOf(row),
      ...this.whereOf(row),
      ...countEpisodes(row, known.starts, londonDateOf(now)),
      ...present({
        recordRef: row.recordRef,
        child: known.child,
        localId: row.owner === reader.authority ? known.child?.localId : undefined,
        endedAt: row.endedAt,
        endedOn: row.endedOn,
        ending: row.ending,
        turnedEighteenOn: row.turnedEighteenOn,
        strategyDiscussedAt: row.strategyDiscussedAt,
        episodeNumberKnownToOwner: row.numberKnownToOwner,
      }),
    };
  }

  private toldOf(row: Row) {
    return {
      noticeId: noticeIdOf(row.stream),
      kind: row.kind,
      from: row.missingFrom,
      state: row.state,
      restricted: row.restricted === 1,
      startedAt: row.startedAt,
      startedOn: row.startedOn,
      reportedAt: row.reportedAt,
      interview: row.interview,
      acknowledgements: row.acknowledgements,
      ...present({ risk: row.risk, policeForce: row.policeForce }),
    };
  }

  private whereOf(row: Row) {
    const host = row.hostKind === 'authority' ? row.hostCode : null;
    return {
      responsible: row.responsible,
      responsibleName: nameOf(this.authorities, row.responsible),
      reportedBy: row.owner,
      reportedByName: nameOf(this.authorities, row.owner),
      ...present({
        host,
        hostName: host === null ? null : nameOf(this.authorities, host),
        sightedAt: row.sightedAt,
        sightedIn: row.sightedArea,
        sightedInName: row.sightedArea === null ? null : nameOf(this.authorities, row.sightedArea),
      }),
    };
  }
}
