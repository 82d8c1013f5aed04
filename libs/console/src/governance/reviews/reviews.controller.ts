import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { REVIEW_DONE, findingIn, reviewFaults, reviewPage, reviewsPage } from './reviews.page';
import type { Review } from './reviews.page';

const LIST = '/console/governance/reviews';

@Controller('governance/reviews')
@ForRoles('governance')
export class ReviewsController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const model = reviewsPage(await visit.api.get('/v1/access/reviews'), doneIn(query, REVIEW_DONE));
    return this.pages.show(visit, 'governance/reviews/reviews.njk', model);
  }

  @Get(':id')
  @Page()
  async one(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.show(visit, await this.find(visit, id), fresh());
  }

  @Post(':id')
  @TakesForm()
  async review(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const faults = reviewFaults(form) ?? (await this.put(visit, id, form));
    if (!faults) return seeOther(`${LIST}?done=reviewed`);
    return this.show(visit, await this.find(visit, id), shownAgain(form, faults));
  }

  @Post(':id/end')
  @Moves()
  async end(@CurrentVisit() visit: Visit, @Param('id') id: string, @Body() body: unknown): Promise<SeeOther> {
    const call = { params: { path: { id } }, key: formOf(body).text('key') };
    await attempt(() => visit.api.post('/v1/access/grants/{id}/end', call));
    return seeOther(`${LIST}/${encodeURIComponent(id)}`);
  }

  private async put(visit: Visit, id: string, form: ReturnType<typeof formOf>) {
    const call = { params: { path: { id } }, body: findingIn(form), key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/access/reviews/{id}', call));
    return faults;
  }

  private async find(visit: Visit, id: string): Promise<Review> {
    const { reviews } = await visit.api.get('/v1/access/reviews');
    const review = reviews.find((one) => one.id === id);
    if (!review) throw new NotFoundException();
    return review;
  }

  private show(visit: Visit, review: Review, form: Filling): string {
    return this.pages.show(visit, 'governance/reviews/review.njk', reviewPage(review, form));
  }
}
