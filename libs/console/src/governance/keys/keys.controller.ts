import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { endOfLondonDay } from '@ibex/kernel';
import type { CallOf } from '@ibex/sdk';
import { TakesForm } from '../../frame/form-answer';
import type { FormAnswer } from '../../frame/form-answer';
import { attempt, faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import type { Form } from '../../frame/form-fields';
import { Kept } from '../../frame/kept';
import { CurrentVisit, ForRoles, Page } from '../../frame/page.decorators';
import { Pages } from '../../frame/pages';
import { seeOther } from '../../frame/see-other';
import { dayTyped } from '../../frame/typed-times';
import { hasRole } from '../../frame/visit';
import type { Visit } from '../../frame/visit';
import { doneIn } from '../../frame/asked';
import type { Asked } from '../../frame/asked';
import { fresh, shownAgain } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import * as page from './keys.page';
import type { Key, Offered } from './keys.page';

const KIND = 'key-offer';
const TTL_SECONDS = 900;
type Body = NonNullable<NonNullable<CallOf<'post', '/v1/authority-keys'>[0]>['body']>;

@Controller('governance/keys')
@ForRoles('governance')
export class KeysController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Kept) private readonly kept: Kept,
  ) {}

  @Get()
  @ForRoles('governance', 'duty-desk')
  @Page()
  async list(@CurrentVisit() visit: Visit, @Query() query: Asked): Promise<string> {
    const more = { may: hasRole(visit, 'governance'), done: doneIn(query, page.KEY_DONE) };
    const model = page.keysPage(await visit.api.get('/v1/authority-keys'), more);
    return this.pages.show(visit, 'governance/keys/keys.njk', model);
  }

  @Get('new')
  @Page()
  blank(@CurrentVisit() visit: Visit): string {
    return this.pages.show(visit, 'governance/keys/register.njk', page.registerPage(fresh()));
  }

  @Post('new')
  @TakesForm()
  async offer(@CurrentVisit() visit: Visit, @Body() body: unknown): Promise<FormAnswer> {
    const form = formOf(body);
    const wrong = page.registerFaults(form);
    const { faults, done } = wrong
      ? { faults: wrong }
      : await attempt(() =>
          visit.api.post('/v1/authority-keys', { body: bodyOf(form), key: form.text('key') }),
        );
    if (faults) {
      const again = page.registerPage(withoutKey(form, page.atKey(faults)));
      return this.pages.show(visit, 'governance/keys/register.njk', again);
    }
    const id = await this.kept.put(visit, KIND, done, { ttlSeconds: TTL_SECONDS });
    return seeOther(`${page.PATH}/offers/${id}`);
  }

  @Get('offers/:id')
  @Page()
  async challenge(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const model = page.provePage(await this.offered(visit, id), id, fresh());
    return this.pages.show(visit, 'governance/keys/prove.njk', model);
  }

  @Post('offers/:id')
  @TakesForm()
  async prove(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const offered = await this.offered(visit, id);
    const nonce = form.text('nonce');
    const call = { params: { path: { kid: offered.kid } }, body: { nonce }, key: form.text('key') };
    const { faults } =
      nonce === ''
        ? { faults: faultsOf({ nonce: 'Paste the nonce that the challenge holds' }) }
        : await attempt(() => visit.api.post('/v1/authority-keys/{kid}/proof', call));
    if (!faults) return seeOther(`${page.PATH}?done=proved`);
    const model = page.provePage(offered, id, shownAgain(form, faults));
    return this.pages.show(visit, 'governance/keys/prove.njk', model);
  }

  @Get(':kid/revoke')
  @Page()
  revokeForm(@CurrentVisit() visit: Visit, @Param('kid') kid: string): Promise<string> {
    return this.showRevoking(visit, kid, fresh());
  }

  @Post(':kid/revoke')
  @TakesForm()
  async revoke(
    @CurrentVisit() visit: Visit,
    @Param('kid') kid: string,
    @Body() body: unknown,
  ): Promise<FormAnswer> {
    const form = formOf(body);
    const reason = form.text('reason');
    if (!page.isReason(reason)) {
      return this.showRevoking(
        visit,
        kid,
        shownAgain(form, faultsOf({ reason: 'Choose why it is revoked' })),
      );
    }
    const call = { params: { path: { kid } }, body: { reason }, key: form.text('key') };
    const { faults } = await attempt(() => visit.api.post('/v1/authority-keys/{kid}/revocation', call));
    return faults
      ? this.showRevoking(visit, kid, shownAgain(form, faults))
      : seeOther(`${page.PATH}?done=revoked`);
  }

  private async showRevoking(visit: Visit, kid: string, form: Filling): Promise<string> {
    const { keys } = await visit.api.get('/v1/authority-keys');
    const key = keys.find((one) => one.kid === kid);
    if (!key) throw new NotFoundException();
    return this.pages.show(
      visit,
      'governance/keys/revoke.njk',
      page.revokePage(key, form, isLast(keys, kid)),
    );
  }

  private async offered(visit: Visit, id: string): Promise<Offered> {
    const kept = await this.kept.get(visit, KIND, id);
    if (!kept) throw new NotFoundException();
    return kept.value as Offered;
  }
}

const isLast = (keys: readonly Key[], kid: string): boolean =>
  !keys.some((key) => key.kid !== kid && (key.state === 'active' || key.state === 'retiring'));

/** What was pasted may be a private half: it is not sent back. */
const withoutKey = (form: Form, faults: FormFaults): Filling => {
  const again = shownAgain(form, faults);
  return 'fault' in page.pastedKey(form.text('jwk'))
    ? { ...again, entries: { ...again.entries, jwk: '' } }
    : again;
};

const bodyOf = (form: Form): Body => {
  const pasted = page.pastedKey(form.text('jwk'));
  const until = dayTyped(form.text('notAfter'));
  const overlap = form.text('overlapDays');
  return {
    jwk: ('jwk' in pasted ? pasted.jwk : {}) as Body['jwk'],
    ...(until === undefined ? {} : { notAfter: endOfLondonDay(until) }),
    ...(overlap === '' ? {} : { overlapDays: Number(overlap) }),
  };
};
