import { Injectable } from '@nestjs/common';
import type { ChannelKind, Payload, Reader } from '@ibex/kernel';
import { bodyProblem, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import type { SubscriptionCommand } from '../domain/subscription.commands';
import { RecordedSubscriptions } from '../record/recorded-subscriptions';
import { SubscriptionOrders } from '../record/subscription-orders';
import type { NewSecretDto, SubscriptionAnswerDto } from './answers.dto';
import { Making } from './making';
import type { Made } from './making';
import { USUAL_OVERLAP_HOURS } from './subscriptions.dto';
import type { ChangeSubscriptionDto, OpenSubscriptionDto, RotateSecretDto } from './subscriptions.dto';
import { WishChecks, confirmationOf, wishedCadence } from './wish-checks';
import { given } from '../given';

type Aim = Readonly<{
  channel: ChannelKind;
  target: string | undefined;
  payload: Payload | undefined;
}>;
type Answer = Promise<Plain<SubscriptionAnswerDto>>;

type Words = Readonly<{ name?: string; target?: string }>;
const wordsOf = ({ name, target }: Words): Words => given({ name, target });

const shown = ({ offered, text }: Made): Plain<NewSecretDto> => ({
  id: offered.secretId,
  scheme: offered.scheme,
  secret: text,
  ...given({ publicKey: offered.publicKey }),
});

/** What an authority does with its own subscriptions. */
@Injectable()
export class SubscriptionDesk {
  constructor(
    private readonly orders: SubscriptionOrders,
    private readonly recorded: RecordedSubscriptions,
    private readonly checks: WishChecks,
    private readonly making: Making,
  ) {}

  async open(reader: Reader, dto: OpenSubscriptionDto, submission: Submission): Answer {
    const { channel, target, filter, payload, signing } = dto;
    if (signing !== undefined && channel !== 'webhook') throw notSigned();
    if (filter) this.checks.checkFilter(filter);
    const id = this.making.idOf(submission);
    this.checks.checkChannel(channel);
    await this.checkAim(reader, id, { channel, target, payload }, submission);
    const made = channel === 'webhook' ? this.making.secret(submission, signing) : undefined;
    const startsAfter = await this.checks.startOf(reader, dto.startsAt);
    const command: SubscriptionCommand = {
      type: 'OpenSubscription',
      data: {
        by: reader.authority,
        channel,
        startsAfter,
        ...given({ filter, payload, desk: dto.desk, secret: made?.offered }),
        ...wishedCadence(dto),
        ...this.checks.digestsOf(dto),
        nameDigest: this.checks.digestOf('name', dto.name),
        ...confirmationOf(dto.confirmsThatUrgentMayBeHidden, reader, submission),
      },
      personal: { ...wordsOf(dto), ...given({ secret: made?.text }) },
    };
    return this.submit(id, command, submission, made);
  }

  async change(reader: Reader, id: string, dto: ChangeSubscriptionDto, submission: Submission): Answer {
    const { target, filter, payload, desk, withoutDesk } = dto;
    if (withoutDesk === true && desk !== undefined) throw eitherDesk();
    const recorded = await this.recorded.recorded(id);
    // before a target is looked up in the DNS for somebody whose subscription it is not
    if (recorded?.folded.known.authority !== reader.authority) throw notFound();
    if (filter) this.checks.checkFilter(filter);
    const { channel } = recorded.folded.known;
    await this.checkAim(reader, id, { channel, target, payload }, submission);
    const command: SubscriptionCommand = {
      type: 'ChangeSubscription',
      data: {
        by: reader.authority,
        ...given({ filter, payload, desk }),
        ...wishedCadence(dto),
        ...(withoutDesk === true ? { withoutDesk } : {}),
        ...this.checks.digestsOf(dto),
        ...confirmationOf(dto.confirmsThatUrgentMayBeHidden, reader, submission),
      },
      personal: wordsOf(dto),
    };
    return this.submit(id, command, submission);
  }

  rotate(reader: Reader, id: string, dto: RotateSecretDto, submission: Submission): Answer {
    const made = this.making.secret(submission, dto.signing);
    const { overlapHours = USUAL_OVERLAP_HOURS } = dto;
    const data = { by: reader.authority, overlapHours, secret: made.offered };
    const command = { type: 'RotateSecret', data, personal: { secret: made.text } } as const;
    return this.submit(id, command, submission, made);
  }

  /** Not of a command that was recorded: a name that has left the DNS since changes nothing about its answer. */
  private async checkAim(reader: Reader, id: string, aim: Aim, submission: Submission): Promise<void> {
    const { channel, target, payload } = aim;
    if ((target ?? payload) === undefined || (await this.recorded.holds(id, submission))) return;
    if (target !== undefined) await this.checks.checkTarget(channel, target);
    // on other channels it is for the decider to refuse
    if (payload !== undefined && channel === 'webhook') await this.checks.checkPayload(reader, payload);
  }

  /** The secret is in the answer to whoever made it, once: of a repeated command nobody holds the text any more. */
  async submit(id: string, command: SubscriptionCommand, submission: Submission, made?: Made): Answer {
    const answer = await this.orders.submit(id, command, submission);
    return made === undefined || answer.repeated ? answer : { ...answer, secret: shown(made) };
  }
}

const notSigned = () =>
  bodyProblem([
    {
      field: 'signing',
      rule: 'webhook-only',
      detail: 'is only for a webhook',
      mend: 'Leave it out for this channel.',
    },
  ]);

const eitherDesk = () =>
  bodyProblem([
    {
      field: 'withoutDesk',
      rule: 'one-of',
      detail: 'takes the desk off, and desk names one',
      mend: 'Give one of the two and leave the other out.',
    },
  ]);
