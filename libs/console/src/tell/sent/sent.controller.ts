import { Controller, Get, Header, Inject, NotFoundException, Param } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { Sending } from '../drafts/sending';
import type { Sent } from '../drafts/sending';
import { sentPage } from './sent.page';

@Controller('tell/sent/:id')
@ForRoles('placing-practitioner', 'duty-desk', 'mash')
export class SentController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Sending) private readonly sending: Sending,
  ) {}

  @Get()
  @Page()
  async sent(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    return this.pages.show(visit, 'tell/sent.njk', sentPage(id, await this.find(visit, id)));
  }

  /** The receipt as it was signed, to be kept with the child’s record. */
  @Get('receipt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="ibex-receipt.txt"')
  async receipt(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const { receipt } = await this.find(visit, id);
    return `${receipt}\n`;
  }

  private async find(visit: Visit, id: string): Promise<Sent> {
    const sent = await this.sending.find(visit, id);
    if (!sent) throw new NotFoundException();
    return sent;
  }
}
