import { Inject, Injectable } from '@nestjs/common';
import { RECORDS, RECORD_LABELS } from '@ibex/kernel';
import type { Reader, RecordLabel, Records, RecordedFact } from '@ibex/kernel';
import { notFound } from '@ibex/runtime';
import type { Plain, Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { AccessBook } from '../tail/access-book';
import type { LabelDto, RestrictionsDto } from './api/restrictions.dto';
import { restrictionDecider } from './domain/restriction.decider';
import type { RestrictionCommand } from './domain/restriction.decider';
import { restrictionStream } from './domain/restriction.events';
import { GuardedKeys } from './guarded-keys';
import { restrictionsIn } from './recorded-restrictions';

const isLabel = (label: string): label is RecordLabel => RECORD_LABELS.some((known) => known === label);

const sinceOf = (facts: readonly RecordedFact[], label: RecordLabel): string =>
  facts.findLast(({ type, data }) => type === 'RecordRestricted' && data['label'] === label)?.recordedAt ??
  '';

/** What an owner does about the labels of its records. Throws the one 404 for a record of others. */
@Injectable()
export class RestrictionDesk {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
    private readonly book: AccessBook,
    private readonly orders: AccessOrders,
    private readonly keys: GuardedKeys,
  ) {}

  async of(reader: Reader, recordRef: string): Promise<Plain<RestrictionsDto>> {
    await this.checkOwn(reader, recordRef);
    const facts = await this.book.stream(restrictionStream(recordRef));
    const labels = [...restrictionsIn(facts)].map(([label, proposedBy]): Plain<LabelDto> => {
      const since = sinceOf(facts, label);
      return proposedBy === null ? { label, since } : { label, since, liftingProposedBy: proposedBy };
    });
    return { recordRef, labels };
  }

  restrict(
    reader: Reader,
    recordRef: string,
    { label, reason }: Readonly<{ label: RecordLabel; reason: string }>,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const data = { by: reader.authority, person: reader.person, label };
    return this.order(reader, recordRef, { type: 'RestrictRecord', data, personal: { reason } }, submission);
  }

  /** With a reason it is proposed; without one it is agreed to. */
  async lift(
    reader: Reader,
    { recordRef, label, reason }: Readonly<{ recordRef: string; label: string; reason?: string }>,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    if (!isLabel(label)) throw notFound();
    const data = { by: reader.authority, person: reader.person, label };
    const command: RestrictionCommand =
      reason === undefined
        ? { type: 'AgreeToLifting', data }
        : { type: 'ProposeLifting', data, personal: { reason } };
    return this.order(reader, recordRef, command, submission);
  }

  private async order(
    reader: Reader,
    recordRef: string,
    command: RestrictionCommand,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    await this.checkOwn(reader, recordRef);
    const stream = restrictionStream(recordRef);
    if (command.type === 'RestrictRecord') await this.keys.aheadOf(recordRef, command.data.label);
    try {
      const order = { id: recordRef, stream, recordRef, command, submission };
      return await this.orders.submit(restrictionDecider, order);
    } finally {
      await this.keys.bring(recordRef);
    }
  }

  private async checkOwn({ authority }: Reader, recordRef: string): Promise<void> {
    if ((await this.records.find(recordRef))?.owner !== authority) throw notFound();
  }
}
