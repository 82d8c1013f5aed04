import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SEALER } from '@ibex/kernel';
import type { Clock, Reader, RecordedFact, Sealer } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { AccessBook } from '../../tail/access-book';
import { GRANT_CATEGORY, grantIdOf, isGrantFact } from '../domain/grant.events';
import { grantIn, isOpenAt } from '../domain/grant.state';
import type { Grant } from '../domain/grant.state';
import type { ReviewFindingDto, GrantReviewDto } from './grants.dto';

/** Emergency accesses as the two authorities review them. */
@Injectable()
export class GrantReviews {
  constructor(
    private readonly book: AccessBook,
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of the reader’s authority, as owner or as holder, newest first. */
  async of({ authority }: Reader): Promise<readonly Plain<GrantReviewDto>[]> {
    const streams = await this.book.all(GRANT_CATEGORY);
    const shown = await Promise.all(streams.map((facts) => this.show(facts, authority)));
    return shown.flatMap((one) => one ?? []).reverse();
  }

  private async show(
    facts: readonly RecordedFact[],
    authority: string,
  ): Promise<Plain<GrantReviewDto> | undefined> {
    const grant = grantIn(facts);
    const [opening] = facts;
    if (!opening || grant.phase === 'none') return undefined;
    if (authority !== grant.owner && authority !== grant.by) return undefined;
    const side = authority === grant.owner ? 'owner' : 'holder';
    const { recordRef } = opening.metadata;
    return {
      id: grantIdOf(opening),
      side,
      owner: grant.owner,
      ...(side === 'owner' && recordRef !== undefined ? { recordRef } : {}),
      holder: { authority: grant.by, person: grant.person },
      purpose: grant.purpose,
      ...(await this.textOf(opening, 'reason')),
      openedAt: opening.recordedAt,
      ...this.timesOf(grant, facts),
      isDue: !grant.findings.some(({ by }) => by === authority),
      findings: await this.findingsIn(facts),
    };
  }

  private timesOf(
    grant: Grant,
    facts: readonly RecordedFact[],
  ): Pick<Plain<GrantReviewDto>, 'until' | 'isOpen'> {
    const ended = facts.find(({ type }) => type === 'GrantEnded');
    return { until: ended?.recordedAt ?? grant.until, isOpen: isOpenAt(grant, this.clock.now()) };
  }

  private findingsIn(facts: readonly RecordedFact[]): Promise<readonly Plain<ReviewFindingDto>[]> {
    const found = facts.flatMap((fact) => (isGrantFact(fact) && fact.type === 'GrantReviewed' ? [fact] : []));
    return Promise.all(
      found.map(async (fact) => {
        const { by: authority, person, finding } = fact.data;
        return { authority, person, finding, at: fact.recordedAt, ...(await this.textOf(fact, 'words')) };
      }),
    );
  }

  private async textOf<Name extends 'reason' | 'words'>(
    { id, sealed, metadata }: RecordedFact,
    name: Name,
  ): Promise<Partial<Record<Name, string>>> {
    if (sealed === undefined || metadata.recordRef === undefined) return {};
    const text = (await this.sealer.unseal(metadata.recordRef, id, sealed))?.[name];
    const said: Partial<Record<'reason' | 'words', string>> =
      typeof text === 'string' ? { [name]: text } : {};
    return said;
  }
}
