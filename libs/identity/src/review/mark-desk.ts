import { Inject, Injectable } from '@nestjs/common';
import { RECORDS } from '@ibex/kernel';
import type { Reader, Records } from '@ibex/kernel';
import { ProblemError, notFound } from '@ibex/runtime';
import type { Submission, SubmissionAnswer } from '@ibex/runtime';
import { inOrder } from '../links/domain/link.events';
import type { Pair } from '../links/domain/link.events';
import { CaseOrders, byOf } from './case-orders';
import { CaseSight } from './case-sight';
import type { ForbiddingDto } from './links.dto';

const whichPair = (): ProblemError =>
  new ProblemError(422, 'link/which-pair', 'Which records?', 'It is not said which two records are meant.', {
    field: 'recordRefs',
    mend: 'Give `recordRefs` with two references, or `pair` with the id of a pair, not both.',
  });

/** Where people mark two records never to be linked, and lift such marks. */
@Injectable()
export class MarkDesk {
  constructor(
    private readonly sight: CaseSight,
    private readonly orders: CaseOrders,
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
  ) {}

  async forbid(reader: Reader, dto: ForbiddingDto, submission: Submission): Promise<SubmissionAnswer> {
    const { kind, rationale } = dto;
    const pair = await this.meant(reader, dto);
    const command = { type: 'ForbidLink', data: { ...pair, ...byOf(reader) } } as const;
    return this.orders.submit({ refs: pair.refs, command, words: { rationale, kind } }, submission);
  }

  async lift(
    reader: Reader,
    id: string,
    rationale: string,
    submission: Submission,
  ): Promise<SubmissionAnswer> {
    const { link } = await this.sight.see(reader, id);
    const command = { type: 'LiftForbiddance', data: byOf(reader) } as const;
    return this.orders.submit({ refs: link.pair.refs, command, words: { rationale } }, submission);
  }

  private async meant(reader: Reader, { recordRefs, pair: id }: ForbiddingDto): Promise<Pair> {
    const [one, other] = recordRefs ?? [];
    if (id !== undefined && recordRefs === undefined) return (await this.sight.see(reader, id)).link.pair;
    if (id !== undefined || one === undefined || other === undefined) throw whichPair();
    return this.pairOf(reader, inOrder(one, other));
  }

  /** Two records that the reader sees, one of them its own. Throws the one 404 for all others. */
  private async pairOf(reader: Reader, refs: readonly [string, string]): Promise<Pair> {
    const [first, second] = await Promise.all(refs.map((ref) => this.records.find(ref)));
    const owners = [first?.owner ?? '', second?.owner ?? ''] as const;
    const sides = await this.sight.sidesOf(reader, refs, owners);
    const isOwn = sides.some(({ seen }) => seen.sight === 'owner');
    if (!isOwn || sides.some(({ seen }) => seen.sight === 'none')) throw notFound();
    return { refs, owners };
  }
}
