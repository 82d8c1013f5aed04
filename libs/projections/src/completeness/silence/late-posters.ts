import { READ_MODELS } from '@ibex/kernel';
import type { ReadModels } from '@ibex/kernel';
import { DEFINITIONS, FactLog } from '@ibex/runtime';
import type { Definitions } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { categoriesOf, tellingOthers } from '../../shared/definitions';
import { POSTINGS_SCHEMA } from '../../shared/postings/postings.schema';

/** Tells a feed that is silent from a view that has not read it yet. */
@Injectable()
export class LatePosters {
  private readonly categories: readonly string[];

  constructor(
    private readonly log: FactLog,
    @Inject(READ_MODELS) private readonly readModels: Pick<ReadModels, 'open'>,
    @Inject(DEFINITIONS) definitions: Definitions,
  ) {
    this.categories = categoriesOf(tellingOthers(definitions));
  }

  /**
   * Authorities of which the log holds something that the view does not. To be asked after the view was read. undefined
   * where there is no view.
   */
  async find(): Promise<ReadonlySet<string> | undefined> {
    const after = await this.readModels.open(POSTINGS_SCHEMA);
    if (after === undefined) return undefined;
    const posters = new Set<string>();
    for await (const facts of this.log.readAll({ after, filter: { categories: this.categories } }))
      for (const { metadata } of facts) posters.add(metadata.actor.authority);
    return posters;
  }
}
