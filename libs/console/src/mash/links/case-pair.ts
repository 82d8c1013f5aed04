import { Inject, Injectable } from '@nestjs/common';
import { AuthorityNames } from '../../frame/authority-names';
import type { FormFaults } from '../../frame/form-faults';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { newKey } from '../parts/post-key';
import { linkPage, radiusPage } from './link.page';
import { FORBIDDING_KINDS } from './marks';

/** A form as it was left: nothing at first. */
export type Left = Readonly<{ entries: Readonly<Record<string, string>>; faults?: FormFaults }>;
const FRESH: Left = { entries: {} };

/** Shows two records side by side, and the forms that decide about them. */
@Injectable()
export class CasePair {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
  ) {}

  show(visit: Visit, id: string, left: Left = FRESH): Promise<string> {
    return this.page(visit, id, { template: 'mash/links/link.njk', left });
  }

  async showUnlink(visit: Visit, id: string, left: Left = FRESH): Promise<string> {
    const radius = await visit.api.get('/v1/links/{id}/blast-radius', { params: { path: { id } } });
    const more = { radius: radiusPage(radius) };
    return this.page(visit, id, { template: 'mash/links/unlink.njk', left, more });
  }

  showForbid(visit: Visit, id: string, left: Left = FRESH): Promise<string> {
    return this.page(visit, id, {
      ...{ template: 'mash/links/forbid.njk', left, more: { kinds: FORBIDDING_KINDS } },
    });
  }

  private async page(
    visit: Visit,
    id: string,
    { template, left, more = {} }: Readonly<{ template: string; left: Left; more?: object }>,
  ): Promise<string> {
    const detail = await visit.api.get('/v1/links/{id}', { params: { path: { id } } });
    const link = linkPage(detail, (gss) => this.names.nameOf(gss));
    return this.pages.show(visit, template, { ...more, link, form: { ...left, key: newKey() } });
  }
}
