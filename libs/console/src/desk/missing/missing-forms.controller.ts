import { Body, Controller, Get, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { CLOCK, londonDateOf } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import type { ExchangeApi } from '@ibex/sdk';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import { dayInWords } from '../../frame/time-words';
import type { Visit } from '../../frame/visit';
import { newKey } from '../form-key';
import { entryAt, standingsAt } from '../mailbox/mailbox-window';
import { toSequence } from '../notice/sequence';
import { noticeIdOf } from './missing-notice';
import {
  FOUND_BY_ITEMS,
  RESPONSE_ITEMS,
  foundBody,
  momentFaults,
  momentIn,
  responseBody,
  sightingBody,
} from './missing.form';

type FormPage = 'sighting' | 'found' | 'response';
type Refilled = Readonly<{ faults?: FormFaults | undefined; entries?: Readonly<Record<string, string>> }>;
type Faults = Promise<FormFaults | undefined>;
/** One post about an episode; what is wrong with it, or nothing. */
type Work = (api: ExchangeApi, id: string, form: Form) => Faults;

const told = async (work: () => Promise<unknown>): Faults => (await attempt(work)).faults;

const sighting: Work = async (api, id, form) => {
  const when = momentIn(form);
  if (!when) return momentFaults(form, 'sighting');
  const call = { params: { path: { id } }, body: sightingBody(form, when), key: form.text('key') };
  return told(() => api.post('/v1/missing-episodes/{id}/sighting', call));
};
const found: Work = async (api, id, form) => {
  const when = momentIn(form);
  if (!when) return momentFaults(form, 'found');
  const call = { params: { path: { id } }, body: foundBody(form, when), key: form.text('key') };
  return told(() => api.post('/v1/missing-episodes/{id}/found', call));
};
const response: Work = async (api, id, form) => {
  const body = responseBody(form);
  if (!body) return faultsOf({ response: 'Select what you did or are doing' });
  const call = { params: { path: { id } }, body, key: form.text('key') };
  return told(() => api.post('/v1/missing-episodes/{id}/acknowledge', call));
};
const WORK: Readonly<Record<FormPage, Work>> = { sighting, found, response };

const pageNamed = (name: string): FormPage => {
  if (name === 'sighting' || name === 'found' || name === 'response') return name;
  throw new NotFoundException();
};

const episodeAt = async (api: ExchangeApi, sequence: number): Promise<string | undefined> =>
  noticeIdOf((await standingsAt(api, sequence)).get(sequence)?.notice);

/** What a desk tells about a child who is missing: seen, found, what is being done. */
@Controller('desk/inbox/:sequence/missing')
@ForRoles('duty-desk', 'placing-practitioner')
export class MissingFormsController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':page')
  @Page()
  form(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Param('page') page: string,
  ): Promise<string> {
    const day = dayInWords(londonDateOf(this.clock.now()));
    return this.show(visit, sequence, pageNamed(page), { entries: { day, area: visit.authority } });
  }

  @Post(':page')
  @TakesForm()
  async tell(
    @CurrentVisit() visit: Visit,
    @Param('sequence') sequence: string,
    @Param('page') name: string,
    @Body() posted: unknown,
  ): Promise<FormAnswer> {
    const page = pageNamed(name);
    const form = formOf(posted);
    const id = await episodeAt(visit.api, toSequence(sequence));
    if (id === undefined) throw new NotFoundException();
    const faults = await WORK[page](visit.api, id, form);
    if (faults) return this.show(visit, sequence, page, { faults, entries: form.entries });
    return seeOther(`/console/desk/inbox/${sequence}?done=told`);
  }

  private async show(
    visit: Visit,
    sequence: string,
    page: FormPage,
    { faults, entries = {} }: Refilled = {},
  ): Promise<string> {
    const at = toSequence(sequence);
    const [entry, id] = await Promise.all([entryAt(visit.api, at), episodeAt(visit.api, at)]);
    if (!entry || id === undefined) throw new NotFoundException();
    return this.pages.show(visit, `desk/missing/${page}.njk`, {
      ...{ entry, here: `/console/desk/inbox/${sequence}` },
      ...{ responses: RESPONSE_ITEMS, foundBy: FOUND_BY_ITEMS },
      form: { entries, faults, key: newKey() },
    });
  }
}
