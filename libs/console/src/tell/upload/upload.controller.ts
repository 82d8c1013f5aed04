import { Body, Controller, Get, Header, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { faultsOf } from '../../frame/form-faults';
import { CurrentVisit, ForRoles, Moves, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import type { SeeOther } from '../../frame/see-other';
import type { Visit } from '../../frame/visit';
import { filesFault, filesIn } from './upload';
import { errorsCsv, uploadPage } from './upload.page';
import { Uploads } from './uploads';

const BUSY = 'Too many returns are being uploaded now. Try again in a few minutes.';

@Controller('tell/upload')
@ForRoles('placing-practitioner')
export class UploadController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Uploads) private readonly uploads: Uploads,
  ) {}

  @Get()
  @Page()
  choose(@CurrentVisit() visit: Visit): string {
    return this.pages.show(visit, 'tell/upload.njk');
  }

  @Post()
  @TakesForm()
  async take(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const files = filesIn(body);
    const fault = filesFault(files);
    const id = fault === undefined ? await this.uploads.begin(visit, files) : undefined;
    if (id !== undefined) return seeOther(`/console/tell/upload/${id}`);
    const text = fault ?? BUSY;
    return this.pages.show(visit, 'tell/upload.njk', { faults: faultsOf({ files: text }), fault: text });
  }

  @Get(':id')
  @Page()
  state(@CurrentVisit() visit: Visit, @Param('id') id: string): string {
    return this.pages.show(visit, 'tell/upload-state.njk', uploadPage(id, this.uploads.stateOf(visit, id)));
  }

  @Get(':id/errors.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="refused-rows.csv"')
  errors(@CurrentVisit() visit: Visit, @Param('id') id: string): string {
    const state = this.uploads.stateOf(visit, id);
    if (state.phase !== 'checked' && state.phase !== 'sent') throw new NotFoundException();
    return errorsCsv(state.report);
  }

  @Post(':id/send')
  @Moves()
  send(@CurrentVisit() visit: Visit, @Param('id') id: string): SeeOther {
    this.uploads.send(visit, id);
    return seeOther(`/console/tell/upload/${id}`);
  }

  @Post(':id/discard')
  @Moves()
  async discard(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<SeeOther> {
    await this.uploads.discard(visit, id);
    return seeOther('/console/tell/upload');
  }
}
