import { READ_DB } from '@ibex/kernel';
import type { EpisodeOfRecord, MissingOfRecords } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { MissingEpisodeRow, MissingTables } from './open-missing-episodes.schema';

const toEpisode = ({ stream, recordRef, owner, reportedAt, state, endedOn }: MissingEpisodeRow) =>
  recordRef === null
    ? []
    : [
        {
          ...{ notice: stream, recordRef, owner, reportedAt, isOpen: state === 'open' },
          ...(state === 'ended' && endedOn !== null ? { endedOn } : {}),
        },
      ];

/** Missing episodes of some records, as the view has them. */
@Injectable()
export class EpisodesOfRecords implements MissingOfRecords {
  constructor(@Inject(READ_DB) private readonly db: Kysely<MissingTables>) {}

  async of(recordRefs: readonly string[]): Promise<readonly EpisodeOfRecord[]> {
    if (recordRefs.length === 0) return [];
    const rows = await asSystem(() =>
      this.db
        .selectFrom('missingEpisodes')
        .selectAll()
        .where('begins', 'in', (starts) =>
          starts.selectFrom('missingStarts').select('begins').where('recordRef', 'in', recordRefs),
        )
        .execute(),
    );
    return rows.flatMap(toEpisode);
  }
}
