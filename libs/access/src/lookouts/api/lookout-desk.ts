import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities, Reader } from '@ibex/kernel';
import { FactLog, notFound, uuidFrom } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../../access-orders';
import type { Plain } from '../../plain';
import { RecordMatter } from '../../policy/record-matter';
import { lookoutDecider } from '../domain/lookout.decider';
import type { LookoutCommand } from '../domain/lookout.decider';
import { isLookoutFact, lookoutStream, lookoutsOf } from '../domain/lookout.events';
import type { LookoutDto } from './lookouts.dto';

/** What an owner orders about a restricted child that is missing. Throws the one 404 for what is not its own, RefusedError. */
@Injectable()
export class LookoutDesk {
  constructor(
    private readonly orders: AccessOrders,
    private readonly matter: RecordMatter,
    private readonly log: FactLog,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
  ) {}

  async ask(reader: Reader, dto: Plain<LookoutDto>, submission: Submission): Promise<SubmissionAnswer> {
    const { recordRef: about, authorities, since, name, phone, policeReference } = dto;
    const { authority: by, person } = reader;
    const { record, labels, erased } = await this.matter.of(about, reader);
    if (record?.owner !== by || erased) throw notFound();
    const areKnown = authorities.every((gss) => this.authorities.find(gss) !== undefined);
    const data = { by, person, about, authorities, since, areKnown, isRestricted: labels.length > 0 };
    const personal = { name, phone, ...(policeReference === undefined ? {} : { policeReference }) };
    const id = uuidFrom(`${submission.commandId}\nlookout`);
    return this.order(id, by, { type: 'AskLookout', data, personal }, submission);
  }

  async end(reader: Reader, id: string, submission: Submission): Promise<SubmissionAnswer> {
    const { authority: by, person } = reader;
    const [asked] = (await this.log.readStream(lookoutStream(id), { limit: 1 })).filter(isLookoutFact);
    if (asked?.data.by !== by) throw notFound();
    return this.order(id, by, { type: 'EndLookout', data: { by, person } }, submission);
  }

  private order(
    id: string,
    owner: string,
    command: LookoutCommand,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const place = { id, stream: lookoutStream(id), recordRef: lookoutsOf(owner) };
    return this.orders.submit(lookoutDecider, { ...place, command, submission });
  }
}
