import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { Reader, RecordedFact, Sealer } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { AccessBook } from '../tail/access-book';
import type { FetchShownDto } from './api/fetches.dto';
import type { FetchState } from './domain/fetch.decider';
import { FETCH_CATEGORY, fetchIdOf } from './domain/fetch.events';
import { fetchIn } from './fetch-desk';

type Approved = Pick<Plain<FetchShownDto>, 'approvedBy' | 'until'>;

const approvalOf = (fetch: FetchState): Approved =>
  fetch.phase === 'approved' || fetch.phase === 'taken'
    ? { approvedBy: fetch.approvedBy, until: fetch.until }
    : {};

/** What an authority's people have asked for. */
@Injectable()
export class FetchList {
  constructor(
    private readonly book: AccessBook,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  /** Newest first. */
  async of({ authority }: Reader): Promise<readonly Plain<FetchShownDto>[]> {
    const streams = await this.book.all(FETCH_CATEGORY);
    const shown = await Promise.all(streams.map((facts) => this.show(facts, authority)));
    return shown.flat().reverse();
  }

  private async show(
    facts: readonly RecordedFact[],
    authority: string,
  ): Promise<readonly Plain<FetchShownDto>[]> {
    const fetch = fetchIn(facts);
    const [opening] = facts;
    if (!opening || fetch.phase === 'none' || fetch.by !== authority) return [];
    const { phase, person, notice } = fetch;
    const recordRef = opening.metadata.recordRef ?? '';
    return [
      {
        ...{ id: fetchIdOf(opening), recordRef, phase, person, requestedAt: opening.recordedAt },
        ...(notice === undefined ? {} : { notice }),
        ...approvalOf(fetch),
        ...(await this.reasonOf(opening, recordRef)),
      },
    ];
  }

  private async reasonOf(
    { id, sealed }: RecordedFact,
    recordRef: string,
  ): Promise<Pick<Plain<FetchShownDto>, 'reason'>> {
    const words = sealed === undefined ? undefined : await this.sealer.unseal(recordRef, id, sealed);
    const reason = words?.['reason'];
    return typeof reason === 'string' ? { reason } : {};
  }
}
