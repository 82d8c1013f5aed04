import { Readable } from 'node:stream';
import { BadRequestException, Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import writeExcelFile from 'write-excel-file/node';
import { AuthorityNames } from '../../frame/authority-names';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import type { PlacedHereAnswer } from '../parts/answers';
import { askedCursor, askedWord } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { askedAuthority, askedDate, askedPage } from '../parts/asked';
import type { Made } from './placed-here.about';
import { placedHereCsv } from './placed-here.csv-file';
import { LINES_PER_PAGE, placedHerePage } from './placed-here.page';
import { firstOfFile, readRegister, registerPages } from './placed-here.reading';
import type { RegisterAsked } from './placed-here.reading';
import { MOST_IN_WORKBOOK, placedHereSheets } from './placed-here.workbook';

const TEMPLATE = 'registers/placed-here/placed-here.njk';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const askedOf = (query: Asked): RegisterAsked => {
  const { date } = askedDate(query, 'on');
  const from = askedAuthority(query, 'from');
  return { ...(date === undefined ? {} : { on: date }), ...(from === undefined ? {} : { from }) };
};

const attached = (stream: Readable, type: string, name: string): StreamableFile =>
  new StreamableFile(stream, { type, disposition: `attachment; filename="${name}"` });

/** Children whom other authorities placed in this area: on the screen, and as a file to keep. */
@Controller('registers/placed-here')
@ForRoles('duty-desk', 'mash', 'governance')
export class PlacedHereController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async register(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const on = askedDate(query, 'on');
    if (on.fault !== undefined)
      return this.pages.show(visit, TEMPLATE, { fault: on.fault, asked: { on: on.typed } });
    const asked = askedOf(query);
    const answer = await readRegister(visit, asked, { limit: LINES_PER_PAGE, ...askedCursor(query) });
    const page = placedHerePage(answer, { ...asked, on, page: askedPage(query) });
    return this.pages.show(visit, TEMPLATE, page);
  }

  @Get('file')
  async file(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<StreamableFile> {
    const asked = askedOf(query);
    if (askedDate(query, 'on').fault !== undefined) throw new BadRequestException();
    const first = await firstOfFile(visit, asked);
    const pages = registerPages(visit, asked, first);
    const made = this.made(visit, asked);
    const name = `placed-here-${first.on}`;
    if (askedWord(query, 'format', ['csv', 'xlsx']) === 'csv')
      return attached(Readable.from(placedHereCsv(pages, made)), 'text/csv; charset=utf-8', `${name}.csv`);
    if (first.total > MOST_IN_WORKBOOK) throw new BadRequestException();
    return attached(Readable.from(await this.workbook(pages, made)), EXCEL, `${name}.xlsx`);
  }

  private made({ authorityName }: Visit, { from }: RegisterAsked): Made {
    const onlyFrom = from === undefined ? {} : { onlyFrom: this.names.nameOf(from) };
    return { authorityName, madeAt: this.clock.now(), ...onlyFrom };
  }

  private async workbook(pages: AsyncIterable<PlacedHereAnswer>, made: Made): Promise<Buffer[]> {
    const all: PlacedHereAnswer[] = [];
    for await (const page of pages) all.push(page);
    return [await writeExcelFile([...placedHereSheets(all, made)]).toBuffer()];
  }
}
