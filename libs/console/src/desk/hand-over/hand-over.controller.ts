import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { clocksOf, windowUpTo } from '../mailbox/mailbox-window';
import type { MailboxWindow } from '../mailbox/mailbox-window';
import { LISTED, handOverPage } from './hand-over.page';
import type { OpenEpisodes } from './hand-over.page';
import { shiftIn } from './shift';

/** So many entries hold the usual shift of a busy desk; where they do not, as many before them are looked through, too. */
const MOST_AT_ONCE = 150;
/** Of each list of missing children; enough for a sheet that somebody reads. */
const MOST_EPISODES = 15;

/** The mailbox back to an instant, or as far as one summary looks. */
const windowSince = async (visit: Visit, from: string): Promise<MailboxWindow> => {
  const usual = await windowUpTo(visit.api, { most: MOST_AT_ONCE });
  const [first] = usual.entries;
  if (usual.before === 0 || first === undefined || first.at < from) return usual;
  const { before: upTo, head } = usual;
  const older = await windowUpTo(visit.api, { upTo, most: MOST_AT_ONCE, head });
  return {
    ...usual,
    before: older.before,
    entries: [...older.entries, ...usual.entries],
    standings: new Map([...older.standings, ...usual.standings]),
  };
};

const SCOPES = ['here', 'ours', 'heading-here'] as const;

const episodesOf = async ({ api }: Visit): Promise<OpenEpisodes> => {
  const answers = await Promise.all(
    SCOPES.map(async (scope) => {
      const query = { scope, state: 'open', limit: MOST_EPISODES } as const;
      const { items, next } = await api.get('/v1/missing-episodes', { params: { query } });
      return { items: items.map((each) => ({ ...each, scope })), isWhole: next === undefined };
    }),
  );
  const all = answers.flatMap(({ items }) => items);
  const once = all.filter(({ noticeId }, at) => all.findIndex((one) => one.noticeId === noticeId) === at);
  return { items: once, isWhole: answers.every(({ isWhole }) => isWhole) };
};

/** The summary that one shift leaves to the next; to read and to print. */
@Controller('desk/hand-over')
@ForRoles('duty-desk', 'mash', 'placing-practitioner')
export class HandOverController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Page()
  async handOver(
    @CurrentVisit() visit: Visit,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const now = this.clock.now();
    const asked = shiftIn(query, now);
    const [window, clocks, episodes] = await Promise.all([
      windowSince(visit, asked.shift.from),
      clocksOf(visit, { most: LISTED }),
      episodesOf(visit),
    ]);
    const model = handOverPage({ asked, window, clocks, episodes, person: visit.person, now });
    return this.pages.show(visit, 'desk/hand-over/hand-over.njk', model);
  }
}
