import { Inject, Injectable, Optional } from '@nestjs/common';
import { AUTHORITIES, IDS, RESTRICTIONS, SHARING_AGREEMENTS, toldByLaw } from '@ibex/kernel';
import type {
  Addressee,
  Authorities,
  Ids,
  RecordedFact,
  Restrictions,
  SharingAgreements,
} from '@ibex/kernel';
import { DEFINITIONS } from '../runtime.tokens';
import type { Definitions } from '../runtime.tokens';

/** Who a telling depends on besides the rules themselves. */
@Injectable()
export class PreviewSources {
  constructor(
    @Inject(DEFINITIONS) readonly definitions: Definitions,
    @Inject(IDS) readonly ids: Ids,
    @Optional() @Inject(SHARING_AGREEMENTS) readonly agreements?: SharingAgreements,
    @Optional() @Inject(AUTHORITIES) readonly authorities?: Pick<Authorities, 'isMember'>,
  ) {}
}

/** Who would be told of a fact: of a restricted record nobody but its owner, by whatever rule. */
@Injectable()
export class PreviewedAudience {
  constructor(
    readonly sources: PreviewSources,
    @Optional() @Inject(RESTRICTIONS) private readonly restrictions?: Pick<Restrictions, 'ofOthers'>,
  ) {}

  async toldOf(fact: RecordedFact, earlier: readonly RecordedFact[]): Promise<readonly Addressee[]> {
    const definition = this.sources.definitions.find(({ facts }) => fact.type in facts);
    if (!definition) return [];
    const byAgreement = await this.sources.agreements?.alsoTold({ definition, fact, earlier });
    const told = [...toldByLaw(definition, fact, earlier), ...(byAgreement ?? [])];
    const isKept = await Promise.all(told.map(({ authority }) => this.isKeptFrom(authority, fact)));
    return told.filter((_, at) => isKept[at] !== true);
  }

  private async isKeptFrom(authority: string, { metadata }: RecordedFact): Promise<boolean> {
    const hidden = await this.restrictions?.ofOthers(authority);
    return hidden?.has(metadata.recordRef ?? '') ?? false;
  }
}
