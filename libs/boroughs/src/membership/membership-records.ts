import { Inject, Injectable } from '@nestjs/common';
import { SEALER } from '@ibex/kernel';
import type { RecordedFact, Sealer } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { isMembershipFact, membershipStream } from './membership.events';
import type { MembershipEventDto } from './members.dto';

/** What was recorded of an authority's membership, with the operator's words. */
@Injectable()
export class MembershipRecords {
  constructor(
    private readonly log: FactLog,
    @Inject(SEALER) private readonly sealer: Sealer,
  ) {}

  async of(gss: string): Promise<readonly Plain<MembershipEventDto>[]> {
    const facts = await this.log.readStream(membershipStream(gss));
    return Promise.all(facts.filter(isMembershipFact).map((fact) => this.shown(fact)));
  }

  private async shown(fact: RecordedFact): Promise<Plain<MembershipEventDto>> {
    const { id, stream, sealed, type, recordedAt } = fact;
    const words = sealed === undefined ? undefined : await this.sealer.unseal(stream, id, sealed);
    const reason = words?.['reason'];
    return {
      change: type === 'AuthorityJoined' ? 'joined' : 'left',
      at: recordedAt,
      ...(typeof reason === 'string' ? { reason } : {}),
    };
  }
}
