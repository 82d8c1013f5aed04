import { Injectable } from '@nestjs/common';
import type { Authority } from '@ibex/kernel';
import { DecisionRunner, RefusedError, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { LiveAuthorities } from './live-authorities';
import { membershipDecider } from './membership.decider';
import type { MembershipCommand } from './membership.decider';
import { membershipStream } from './membership.events';
import type { MemberDto, MemberListDto, MembershipChangedDto } from './members.dto';
import { MembershipRecords } from './membership-records';
import { RecordedMemberships } from './recorded-memberships';

/** What the operator does: takes authorities in, lets them go, sees who is in. */
@Injectable()
export class MemberDesk {
  constructor(
    private readonly authorities: LiveAuthorities,
    private readonly memberships: RecordedMemberships,
    private readonly decisions: DecisionRunner,
    private readonly records: MembershipRecords,
  ) {}

  async list(): Promise<Plain<MemberListDto>> {
    const shown = await Promise.all(this.authorities.all().map((one) => this.shown(one)));
    return {
      members: shown.filter(({ member, initially, history }) => member || initially || history.length > 0),
    };
  }

  /** Throws the one 404 for a code that is no current authority, and RefusedError. */
  async change(
    type: MembershipCommand['type'],
    { gss, reason }: Readonly<{ gss: string; reason: string }>,
    submission: Submission,
  ): Promise<Plain<MembershipChangedDto>> {
    const authority = this.authorities.find(gss);
    if (!authority || authority.endedOn !== undefined) throw notFound();
    const data = { gss, by: submission.actor.authority, initially: this.authorities.isInitially(gss) };
    const stream = membershipStream(gss);
    const order = { stream, command: { type, data, personal: { reason } }, submission };
    const outcome = await this.decisions.run(membershipDecider, order, { recordRef: stream });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    this.memberships.heard(outcome.facts);
    const { position, repeated } = outcome;
    return { gss, member: type === 'JoinExchange', position, repeated };
  }

  private async shown({ gss, name }: Authority): Promise<Plain<MemberDto>> {
    const history = await this.records.of(gss);
    const member = this.authorities.isMember(gss);
    return { gss, name, member, initially: this.authorities.isInitially(gss), history };
  }
}
