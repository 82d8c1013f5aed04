import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, londonDateOf } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { AuthorityNames } from '../../frame/authority-names';
import type { Visit } from '../../frame/visit';
import { OpenGlasses } from '../glass/open-glass';
import { KeptSearches } from '../search/kept-search';
import type { NameOf, SearchResult } from '../parts/answers';
import type { OpenCase } from '../parts/case-file';
import { purposeInWords } from '../parts/purposes';
import { whoPage } from './who.page';
import type { History } from './child-reader';
import type { MomentAsked } from './moment-asked';

/** What every page about one child shows around its own content. */
@Injectable()
export class CasePages {
  constructor(
    @Inject(OpenGlasses) private readonly glasses: OpenGlasses,
    @Inject(KeptSearches) private readonly searches: KeptSearches,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): string {
    return this.clock.now();
  }

  readonly nameOf: NameOf = (gss) => this.names.nameOf(gss);

  async around(visit: Visit, open: OpenCase, history: History) {
    const { recordRef, purpose, search } = open;
    return {
      ...{ recordRef, search, purpose: purposeInWords(purpose), upToDate: history.upToDate },
      who: whoPage(history.records, londonDateOf(this.now())),
      isOwn: history.seenAs === 'owner',
      glass: await this.glasses.find(visit, recordRef),
      isCut: history.isCut,
    };
  }

  /** Whom the search that led here pointed to; nothing once it is over. */
  async foundWith(visit: Visit, { search }: OpenCase): Promise<readonly SearchResult[]> {
    const found = search === undefined ? undefined : await this.searches.find(visit, search);
    return found?.answer.results ?? [];
  }

  /** Of which moment a page tells: that which was asked for, or now. */
  momentOf({ asKnownAt }: MomentAsked): Readonly<{ now: string; today: string }> {
    const now = asKnownAt ?? this.now();
    return { now, today: londonDateOf(now) };
  }
}
