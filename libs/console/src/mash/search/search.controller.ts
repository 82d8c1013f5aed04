import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { isProblem } from '@ibex/sdk';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsIn, faultsOf } from '../../frame/form-faults';
import type { Attempt, FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import type { SearchAnswer } from '../parts/answers';
import { CaseFile } from '../parts/case-file';
import { keyIn, newKey } from '../parts/post-key';
import { SEARCH_PURPOSES } from '../parts/purposes';
import { KeptSearches } from './kept-search';
import { resultsPage } from './results.page';
import { searchTyped } from './search.form';
import type { SearchOrder } from './search.form';

/** A budget that is spent is not a broken page: the form says when there is room again. */
const searched = async (work: () => Promise<SearchAnswer>): Promise<Attempt<SearchAnswer>> => {
  try {
    return await attempt(work);
  } catch (error) {
    if (isProblem(error) && error.document.code.startsWith('search/')) return { faults: faultsIn(error) };
    throw error;
  }
};

@Controller('mash/search')
@ForRoles('mash')
export class SearchController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(KeptSearches) private readonly searches: KeptSearches,
    @Inject(CaseFile) private readonly cases: CaseFile,
  ) {}

  @Get()
  @Page()
  form(@CurrentVisit() visit: Visit): string {
    return this.show(visit, { entries: {} });
  }

  @Post()
  @TakesForm()
  async search(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const { order, messages } = searchTyped(form);
    if (!order) return this.again(visit, form, faultsOf(messages));
    const key = keyIn(form);
    const found = await searched(() =>
      visit.api.post('/v1/mash/searches', { body: order, key, withinMs: 8_000 }),
    );
    if (found.faults) return this.again(visit, form, found.faults);
    return seeOther(`/console/mash/search/${await this.keep(visit, order, found.done)}`);
  }

  @Get(':id')
  @Page()
  async results(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const { answer, order, until } = await this.searches.get(visit, id);
    return this.pages.show(visit, 'mash/search/results.njk', {
      ...{ id, until, results: resultsPage(answer, order) },
    });
  }

  /** What was said of the search holds for the children that it found: nobody is asked twice. */
  private async keep(visit: Visit, order: SearchOrder, answer: SearchAnswer): Promise<string> {
    const search = await this.searches.put(visit, { order, answer });
    for (const { recordRef } of answer.results)
      if (recordRef !== undefined)
        await this.cases.open(visit, { recordRef, purpose: order.purpose, search });
    return search;
  }

  private again(visit: Visit, form: Form, faults: FormFaults): string {
    return this.show(visit, { entries: form.entries, faults });
  }

  private show(visit: Visit, form: Readonly<{ entries: object; faults?: FormFaults }>): string {
    return this.pages.show(visit, 'mash/search/search.njk', {
      ...{ form: { ...form, key: newKey() }, purposes: SEARCH_PURPOSES },
    });
  }
}
