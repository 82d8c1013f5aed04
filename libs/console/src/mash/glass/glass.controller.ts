import { Body, Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { KeptSearches } from '../search/kept-search';
import type { FoundSearch } from '../search/kept-search';
import type { SearchResult } from '../parts/answers';
import { CaseFile } from '../parts/case-file';
import { keyIn, newKey } from '../parts/post-key';
import { OpenGlasses } from './open-glass';

type Pointed = Readonly<{ found: FoundSearch; result: SearchResult }>;

/** Opens what a search pointed to, in an emergency. What follows is told before it is done. */
@Controller('mash/search/:id/open/:n')
@ForRoles('mash')
export class GlassController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(KeptSearches) private readonly searches: KeptSearches,
    @Inject(OpenGlasses) private readonly glasses: OpenGlasses,
    @Inject(CaseFile) private readonly cases: CaseFile,
  ) {}

  @Get()
  @Page()
  async ask(@CurrentVisit() visit: Visit, @Param('id') id: string, @Param('n') n: string): Promise<string> {
    return this.show(visit, id, await this.pointed(visit, id, n), { entries: {} });
  }

  @Post()
  @TakesForm()
  async open(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('n') n: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const pointed = await this.pointed(visit, id, n);
    const reason = form.text('reason');
    if (reason === '') return this.again(visit, id, pointed, { form, faults: NO_REASON });
    const params = { path: { id: pointed.found.answer.id } };
    const order = { body: { result: pointed.result.n, reason }, params, key: keyIn(form) };
    const opened = await attempt(() => visit.api.post('/v1/mash/searches/{id}/break-glass', order));
    if (opened.faults) return this.again(visit, id, pointed, { form, faults: opened.faults });
    const { recordRef = '', until, id: grant } = opened.done;
    const { authorityName: ownerName } = pointed.result;
    return this.opened(visit, { grant, recordRef, ownerName, until }, { id, pointed });
  }

  private async opened(
    visit: Visit,
    glass: Readonly<{ grant: string; recordRef: string; ownerName: string; until: string }>,
    { id, pointed }: Readonly<{ id: string; pointed: Pointed }>,
  ): Promise<SeeOther> {
    const { recordRef } = glass;
    await this.glasses.put(visit, glass);
    await this.cases.open(visit, { recordRef, purpose: pointed.found.order.purpose, search: id });
    return seeOther(`/console/mash/children/${encodeURIComponent(recordRef)}`);
  }

  private async pointed(visit: Visit, id: string, n: string): Promise<Pointed> {
    const found = await this.searches.get(visit, id);
    const result = found.answer.results.find((one) => String(one.n) === n && one.kind === 'known-to');
    if (!result) throw new NotFoundException();
    return { found, result };
  }

  private again(
    visit: Visit,
    id: string,
    pointed: Pointed,
    { form, faults }: Readonly<{ form: Form; faults: FormFaults }>,
  ): string {
    return this.show(visit, id, pointed, { entries: form.entries, faults });
  }

  private show(visit: Visit, id: string, { result }: Pointed, form: object): string {
    return this.pages.show(visit, 'mash/glass/glass.njk', {
      action: `/console/mash/search/${id}/open/${String(result.n)}`,
      back: `/console/mash/search/${id}`,
      ...{ ownerName: result.authorityName, contact: result.contact },
      form: { ...form, key: newKey() },
    });
  }
}

const NO_REASON = faultsOf({ reason: 'Enter why it cannot wait until the authority answers' });
