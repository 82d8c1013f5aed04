import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { Reader, RecordedFact, Sealer } from '@ibex/kernel';
import { FactLog, FactShelf } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { NOT_SHARED_CATEGORY, isNotShared, notSharedIdOf } from '../domain/not-shared.events';
import type { DecidedNotToShare } from '../domain/not-shared.events';
import type { DecisionListDto, DecisionShownDto } from './decisions.dto';

type Decided = RecordedFact & DecidedNotToShare;

/** What an authority decided not to share, for itself: few, so that they are read from the log. */
@Injectable()
export class DecisionList {
  private readonly shelf: FactShelf;

  constructor(
    private readonly log: FactLog,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {
    this.shelf = new FactShelf(log, [NOT_SHARED_CATEGORY]);
  }

  /** The latest first. */
  async of({ authority }: Reader, recordRef: string | undefined): Promise<Plain<DecisionListDto>> {
    const facts = await this.shelf.before((await this.log.head()) + 1);
    const own = facts.filter(isNotShared).filter(({ data, metadata }) => {
      const isAsked = recordRef === undefined || metadata.recordRef === recordRef;
      return isAsked && data.owner === authority;
    });
    return { decisions: await Promise.all(own.toReversed().map((fact) => this.toShown(fact))) };
  }

  private async toShown(fact: Decided): Promise<Plain<DecisionShownDto>> {
    const { data, metadata, recordedAt, id, sealed } = fact;
    const { recordRef = '', actor } = metadata;
    const words = sealed === undefined ? undefined : await this.sealer.unseal(recordRef, id, sealed);
    const reason = words?.['reason'];
    return {
      ...{ id: notSharedIdOf(fact), recordRef, authority: data.authority, at: recordedAt },
      ...(data.notice === undefined ? {} : { notice: data.notice }),
      ...(typeof reason === 'string' ? { reason } : {}),
      ...{ person: actor.person, role: actor.role },
    };
  }
}
