import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY } from '@ibex/kernel';
import type { AccessPolicy, Actor, Reader } from '@ibex/kernel';
import { FactLog, ProblemError, notFound, uuidFrom } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { AccessOrders } from '../access-orders';
import { AccessTimes } from '../access-times';
import type { FetchDto } from './api/fetches.dto';
import { fetchDecider } from './domain/fetch.decider';
import type { FetchCommand } from './domain/fetch.decider';
import { fetchStream } from './domain/fetch.events';

/** The service tells the owner of what two of its own people did. */
const SERVICE: Actor = { authority: 'IBEX', person: 'access', role: 'system' };

const notGuarded = (): ProblemError =>
  new ProblemError(
    409,
    'fetch/not-guarded',
    'Refused',
    'The address of this record is not kept apart: you see it.',
    {
      field: 'recordRef',
    },
  );

/** Has what people order about a fetch decided and recorded. Throws the one 404 for a record of others, and RefusedError. */
@Injectable()
export class FetchOrders {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'seeRecord'>,
    private readonly orders: AccessOrders,
    private readonly log: FactLog,
    private readonly times: AccessTimes,
  ) {}

  async request(reader: Reader, dto: FetchDto, submission: Submission): Promise<SubmissionAnswer> {
    const { recordRef, notice, reason } = dto;
    await this.checkGuarded(reader, recordRef);
    if (notice !== undefined) await this.checkAbout(notice, recordRef);
    const id = uuidFrom(`${submission.commandId}\nfetch`);
    const { authority: by, person } = reader;
    const data = notice === undefined ? { by, person } : { by, person, notice };
    const command = { type: 'RequestFetch', data, personal: { reason } } as const;
    return this.order({ id, recordRef }, command, submission);
  }

  approve(reader: Reader, place: Place, submission: Submission): Promise<SubmissionAnswer> {
    const { authority: by, person } = reader;
    const until = this.times.fetchUntil();
    return this.order(place, { type: 'ApproveFetch', data: { by, person, until } }, submission);
  }

  /** Spends the approval, and tells the owner. */
  async take(reader: Reader, place: Place, submission: Submission): Promise<SubmissionAnswer> {
    const { authority: by, person } = reader;
    const taken = await this.order(place, { type: 'TakeFetch', data: { by, person } }, submission);
    const commandId = uuidFrom(`${place.id}\ntold`);
    const { correlationId } = submission;
    const telling = { actor: SERVICE, commandId, commandDigest: commandId, correlationId };
    await this.order(place, { type: 'TellFetch', data: {} }, telling);
    return taken;
  }

  private order(
    { id, recordRef }: Place,
    command: FetchCommand,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    return this.orders.submit(fetchDecider, { id, stream: fetchStream(id), recordRef, command, submission });
  }

  private async checkGuarded(reader: Reader, recordRef: string): Promise<void> {
    const { sight, groups } = await this.access.seeRecord(reader, recordRef);
    if (sight !== 'owner') throw notFound();
    if (groups.includes('whereabouts')) throw notGuarded();
  }

  private async checkAbout(notice: string, recordRef: string): Promise<void> {
    const [opening] = await this.log.readStream(notice, { limit: 1 });
    if (opening?.metadata.recordRef !== recordRef) throw notFound();
  }
}

export type Place = Readonly<{ id: string; recordRef: string }>;
