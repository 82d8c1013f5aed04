import { RESTRICTIONS } from '@ibex/kernel';
import type { Restrictions, ViewSchema } from '@ibex/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { Freshness } from './freshness';
import { Completeness } from './postings/completeness';
import type { CompletenessShown } from './postings/completeness.dto';
import type { DependsOn } from './postings/completeness';
import type { ViewState } from './view-answer.dto';

/** What every answer of a view says about itself. */
@Injectable()
export class ViewAnswers {
  constructor(
    private readonly freshness: Freshness,
    private readonly completeness: Completeness,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'ofOthers'>,
  ) {}

  /** Up to where a view has read. Asked before the rows are, so that they are at least as new as it says. */
  stateOf(view: ViewSchema): Promise<Plain<ViewState>> {
    return this.freshness.of(view);
  }

  /** Whether those still post on whose postings it depends. */
  completenessOf(dependsOn: DependsOn): Promise<Plain<CompletenessShown>> {
    return this.completeness.of(dependsOn);
  }

  /**
   * Restricted records of others: left out of a list, its pages and its count, from the moment of their restriction,
   * whatever the view still holds.
   */
  async hiddenFrom(authority: string): Promise<readonly string[]> {
    return [...((await this.restrictions?.ofOthers(authority)) ?? [])];
  }
}
