import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY, RESTRICTIONS } from '@ibex/kernel';
import type { AccessPolicy, Reader, RecordedFact, Restrictions } from '@ibex/kernel';
import { FactLog, notFound } from '@ibex/runtime';
import { linkStream } from '../links/domain/link.events';
import type { KnownLink } from '../links/domain/link.state';
import { linkAfter } from '../links/view/links.projection';
import { maySee } from './case-sight.rule';
import type { Side } from './case-sight.rule';

/** A pair of records as one reader may see it. */
export type CaseSeen = Readonly<{
  id: string;
  link: KnownLink;
  facts: readonly RecordedFact[];
  sides: readonly [Side, Side];
  /** One of the records is restricted: two people have to say that they are of one child. */
  takesTwo: boolean;
}>;

/** Says who may see and decide a pair. Throws the one 404 for all that a reader may not see. */
@Injectable()
export class CaseSight {
  constructor(
    private readonly log: FactLog,
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'seeRecord'>,
    @Inject(RESTRICTIONS) private readonly restrictions: Pick<Restrictions, 'among'>,
  ) {}

  async see(reader: Reader, id: string): Promise<CaseSeen> {
    const facts = await this.log.readStream(linkStream(id));
    const link = linkAfter(facts);
    // what is not there takes the same way, and the same time, as what may not be seen
    const refs = link.phase === 'none' ? ([id, id] as const) : link.pair.refs;
    const owners = link.phase === 'none' ? (['', ''] as const) : link.pair.owners;
    const sides = await this.sidesOf(reader, refs, owners);
    if (link.phase === 'none' || !maySee(reader.authority, link, sides)) throw notFound();
    return { id, link, facts, sides, takesTwo: sides.some(({ isRestricted }) => isRestricted) };
  }

  async sidesOf(
    reader: Reader,
    refs: readonly [string, string],
    owners: readonly [string, string],
  ): Promise<readonly [Side, Side]> {
    const [first, second, restricted] = await Promise.all([
      this.access.seeRecord(reader, refs[0]),
      this.access.seeRecord(reader, refs[1]),
      this.restrictions.among(refs),
    ]);
    const sideAt = (at: 0 | 1, seen: Side['seen']): Side => ({
      ...{ recordRef: refs[at], owner: owners[at], seen },
      isRestricted: restricted.has(refs[at]),
    });
    return [sideAt(0, first), sideAt(1, second)];
  }
}
