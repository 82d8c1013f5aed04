import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { faultsOf } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { ownRecord } from '../../frame/own-record';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { seeOther } from '../../frame/see-other';
import { toldAsked, toldPath } from './told.asked';
import type { ToldAsked } from './told.asked';
import { toldPage } from './told.page';

const LINES_PER_PAGE = 50;

const queryOf = ({ about, state, since, record, cursor }: ToldAsked) => ({
  limit: LINES_PER_PAGE,
  ...(about === undefined ? {} : { notification: about }),
  ...(state === undefined ? {} : { state }),
  ...(since === undefined ? {} : { since }),
  ...(record === undefined ? {} : { recordRef: record }),
  ...(cursor === undefined ? {} : { cursor }),
});

const NO_NUMBER = 'Enter your own number for the child';
const NOTHING_TOLD = 'Your authority has told nothing of a child with this number. Check it';

@Controller('tell/told')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class ToldController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  told(@CurrentVisit() visit: Visit, @Query() query: unknown): Promise<string> {
    return this.show(visit, toldAsked(query));
  }

  /** A post, since a case number is personal and has no place in an address. */
  @Post()
  @TakesForm()
  async find(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const localId = formOf(body).text('localId');
    const record = localId === '' ? undefined : await ownRecord(visit.api, localId);
    if (record !== undefined) return seeOther(toldPath({ record }));
    const faults = faultsOf({ localId: localId === '' ? NO_NUMBER : NOTHING_TOLD });
    return this.show(visit, { typed: '', localId, faults });
  }

  private async show(visit: Visit, asked: ToldAsked): Promise<string> {
    const answer = await visit.api.get('/v1/notices/told', { params: { query: queryOf(asked) } });
    const shown = toldPage({ answer, asked, authority: visit.authority });
    return this.pages.show(visit, 'tell/told-list.njk', shown);
  }
}
