import { Inject, Injectable } from '@nestjs/common';
import type { FormFaults } from '../../frame/form-faults';
import { Pages } from '../../frame/pages';
import type { Visit } from '../../frame/visit';
import { READING_PURPOSES } from '../parts/purposes';

/** Pages of a child, as they stand in its address; the first is the picture. */
export const CASE_TABS: readonly string[] = ['', 'timeline', 'placements'];

type Wanted = Readonly<{ recordRef: string; tab: string; faults?: FormFaults }>;

/** Asks what a child’s record is read for. Says the same whether or not there is such a record. */
@Injectable()
export class PurposePage {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  ask(visit: Visit, { recordRef, tab, faults }: Wanted): string {
    return this.pages.show(visit, 'mash/child/purpose.njk', {
      ...{ recordRef, tab, purposes: READING_PURPOSES },
      form: { entries: {}, faults },
    });
  }
}
