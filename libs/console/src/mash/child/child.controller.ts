import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { placementsPage } from '../tiles/placements.page';
import { timelineAsked, timelineLinks } from '../timeline/timeline.asked';
import { timelinePage } from '../timeline/timeline.page';
import { CaseDoor } from './case-door';
import { CasePages } from './case-pages';
import { ChildReader } from './child-reader';
import { freshnessPage, gapsPage } from './freshness.page';
import { involvedPage } from './involved.page';
import { momentAsked } from './moment-asked';
import { picturePage } from './picture.page';

type Query = Readonly<Record<string, unknown>>;

@Controller('mash/children/:recordRef')
@ForRoles('mash', 'duty-desk', 'placing-practitioner', 'governance')
export class ChildController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseDoor) private readonly door: CaseDoor,
    @Inject(ChildReader) private readonly reader: ChildReader,
    @Inject(CasePages) private readonly shared: CasePages,
  ) {}

  @Get()
  @Page()
  picture(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Query() query: Query,
  ): Promise<string> {
    return this.door.within(visit, { recordRef, tab: '' }, async (open) => {
      const moment = momentAsked(query, this.shared.now());
      const [picture, history, found] = await Promise.all([
        this.reader.picture(visit, open, asked(moment)),
        this.reader.history(visit, open, asked(moment)),
        this.shared.foundWith(visit, open),
      ]);
      return this.pages.show(visit, 'mash/child/picture.njk', {
        ...(await this.shared.around(visit, open, history)),
        ...{ asked: moment, signs: picturePage(picture), gapsShown: gapsPage(history.gaps) },
        freshness: freshnessPage(history.completeness),
        involved: involvedPage(history, { own: visit.authority, found }),
      });
    });
  }

  @Get('timeline')
  @Page()
  timeline(
    @CurrentVisit() visit: Visit,
    @Param('recordRef') recordRef: string,
    @Query() query: Query,
  ): Promise<string> {
    return this.door.within(visit, { recordRef, tab: 'timeline' }, async (open) => {
      const moment = momentAsked(query, this.shared.now());
      const choice = timelineAsked(query);
      const knownTo = choice.knownTo === undefined ? {} : { knownTo: choice.knownTo };
      const history = await this.reader.history(visit, open, { ...asked(moment), ...knownTo });
      const { now } = this.shared.momentOf(moment);
      return this.pages.show(visit, 'mash/timeline/timeline.njk', {
        ...(await this.shared.around(visit, open, history)),
        ...{ asked: moment, choice, links: timelineLinks(choice, moment) },
        involved: involvedPage(history, { own: visit.authority, found: [] }),
        timeline: timelinePage(history, choice, { now, nameOf: this.shared.nameOf }),
      });
    });
  }

  @Get('placements')
  @Page()
  placements(@CurrentVisit() visit: Visit, @Param('recordRef') recordRef: string): Promise<string> {
    return this.door.within(visit, { recordRef, tab: 'placements' }, async (open) => {
      const [history, { authorities }] = await Promise.all([
        this.reader.history(visit, open),
        visit.api.get('/v1/authorities'),
      ]);
      const { today } = this.shared.momentOf({ day: '', time: '' });
      const { nameOf } = this.shared;
      return this.pages.show(visit, 'mash/tiles/placements.njk', {
        ...(await this.shared.around(visit, open, history)),
        placements: placementsPage(history, { today, authorities, nameOf }),
      });
    });
  }
}

const asked = ({ asKnownAt }: Readonly<{ asKnownAt?: string }>): Readonly<{ asKnownAt?: string }> =>
  asKnownAt === undefined ? {} : { asKnownAt };
