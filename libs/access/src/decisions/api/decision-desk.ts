import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, DIGESTS } from '@ibex/kernel';
import type { Authorities, Digests, Reader } from '@ibex/kernel';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../../access-orders';
import { notSharedDecider } from '../domain/not-shared.decider';
import { notSharedStream } from '../domain/not-shared.events';
import type { NotToShareDto } from './decisions.dto';
import { OwnRecords } from './own-records';

/** What an owner decides not to tell. */
@Injectable()
export class DecisionDesk {
  constructor(
    private readonly orders: AccessOrders,
    private readonly owned: OwnRecords,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  /** Throws the one 404 for what is not the authority's own, RefusedError. */
  async decide(
    reader: Reader,
    { recordRef, notice, authority, reason }: Plain<NotToShareDto>,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    await this.owned.check(reader, recordRef, notice);
    const id = this.digests.uuidFrom(`${submission.commandId}\nnot shared`);
    const isKnown = this.authorities.find(authority) !== undefined;
    const about = notice === undefined ? {} : { notice };
    const data = { owner: reader.authority, authority, isKnown, ...about };
    const command = { type: 'DecideNotToShare', data, personal: { reason } } as const;
    return this.orders.submit(notSharedDecider, {
      ...{ id, stream: notSharedStream(id), recordRef, command, submission },
    });
  }
}
