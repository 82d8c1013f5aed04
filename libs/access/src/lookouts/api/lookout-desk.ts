import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities, Reader } from '@ibex/kernel';
import { FactLog, notFound, uuidFrom } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { RecordMatter } from '../../policy/record-matter';
import { isLookoutFact, lookoutStream } from '../domain/lookout.events';
import { LookoutOrders } from '../lookout-orders';
import type { LookoutDto } from './lookouts.dto';

/** What an owner orders about a restricted child that is missing. Throws the one 404 for what is not its own, RefusedError. */
@Injectable()
export class LookoutDesk {
  constructor(
    private readonly orders: LookoutOrders,
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
    const words = { name, phone, ...(policeReference === undefined ? {} : { policeReference }) };
    return this.orders.ask(uuidFrom(`${submission.commandId}\nlookout`), data, words, submission);
  }

  async end(reader: Reader, id: string, submission: Submission): Promise<SubmissionAnswer> {
    const { authority: by, person } = reader;
    const [asked] = (await this.log.readStream(lookoutStream(id), { limit: 1 })).filter(isLookoutFact);
    if (asked?.data.by !== by) throw notFound();
    return this.orders.end(id, { by, person }, submission);
  }
}
