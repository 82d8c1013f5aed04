import { BadRequestException, Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { dayInWords, exactly } from '../../frame/time-words';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { askedWord } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { askedDate } from '../parts/asked';
import type { AskedDate } from '../parts/asked';
import { csvOfTable } from '../parts/table';
import { flowsPage, flowsTable } from './flows.page';
import type { FlowsAsked } from './flows.page';
import { readInto, readOut } from './flows.reading';

const TEMPLATE = 'registers/flows/flows.njk';

/** Where children come from and go to. */
@Controller('registers/flows')
@ForRoles('placing-practitioner', 'duty-desk', 'mash', 'governance')
export class FlowsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async flows(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const on = askedDate(query, 'on');
    if (on.fault !== undefined)
      return this.pages.show(visit, TEMPLATE, { fault: on.fault, asked: { on: on.typed } });
    return this.pages.show(visit, TEMPLATE, flowsPage(await this.read(visit, query, on)));
  }

  @Get('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="flows.csv"')
  async file(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const on = askedDate(query, 'on');
    if (on.fault !== undefined) throw new BadRequestException();
    const asked = await this.read(visit, query, on);
    return csvOfTable(flowsTable(asked), [
      `As at ${dayInWords(asked.on)}`,
      asked.isProtected
        ? 'Counts under 6 are suppressed (c), others rounded to the nearest 5'
        : 'Exact counts, small ones among them: for work inside the authority, not to be published',
      `Taken from IBEX by ${visit.authorityName} on ${exactly(this.clock.now())}`,
    ]);
  }

  private async read(visit: Visit, query: Asked, on: AskedDate): Promise<FlowsAsked> {
    const { api, authorityName } = visit;
    const [into, out] = await Promise.all([
      // the register of an area is not for those who place children
      hasRole(visit, 'duty-desk', 'mash', 'governance') ? readInto(api, on.date) : undefined,
      readOut(api, on.date),
    ]);
    const isProtected = askedWord(query, 'numbers', ['exact', 'protected']) === 'protected';
    return {
      ...{ authorityName, on: out.on, typed: on.typed, isProtected, out: out.counts },
      ...(into ? { into: into.counts } : {}),
    };
  }
}
