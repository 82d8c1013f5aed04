import type { ViewSchema } from '@ibex/kernel';
import { Injectable } from '@nestjs/common';
import { Freshness } from './freshness';
import type { Plain } from './plain';
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
  ) {}

  /** Up to where a view has read. Asked before the rows are, so that they are at least as new as it says. */
  stateOf(view: ViewSchema): Promise<Plain<ViewState>> {
    return this.freshness.of(view);
  }

  /** Whether those still post on whose postings it depends. */
  completenessOf(dependsOn: DependsOn): Promise<Plain<CompletenessShown>> {
    return this.completeness.of(dependsOn);
  }
}
