import { Inject, Injectable, Optional } from '@nestjs/common';
import { EVENT_STORE } from '@ibex/kernel';
import type { EventStore, MailboxEntry, RecordedFact } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { HeldDeliveries } from '../sealing/held-deliveries';
import type { TaskRow } from '../tasks/tasks.schema';
import { deliveryStream } from './delivery-log';
import { isLadderMessage } from './ladder.messages';
import { answersIn, isCorrection, isRecall, putRightIn } from './recipient-answers';
import type { PutRight } from './recipient-answers';
import type { RecipientDto, SetAsideDto, LadderStepDto } from './recipients.dto';

const steps = {
  NoticeDelivered: 'delivered',
  NoticeOpened: 'opened',
  NoticeAcknowledged: 'acknowledged',
} as const;
const LADDER = ['delivered', 'opened', 'acknowledged'] as const;
const stateOf = (reached: ReadonlyMap<string, unknown>, hasActed: boolean): RecipientDto['state'] =>
  hasActed ? 'acted' : (LADDER.findLast((step) => reached.has(step)) ?? 'queued');
const isStep = (type: string): type is keyof typeof steps => Object.hasOwn(steps, type);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const toStep = ({ data, recordedAt, metadata }: RecordedFact): Plain<LadderStepDto> => {
  const channel = text(data['channel']);
  return {
    at: text(data['deliveredAt']) ?? recordedAt,
    person: metadata.actor.person,
    role: metadata.actor.role,
    ...(channel === undefined ? {} : { channel }),
  };
};

const asidesIn = (facts: readonly RecordedFact[]): readonly Plain<SetAsideDto>[] =>
  facts
    .filter(({ type }) => type === 'DeliverySetAside')
    .map(({ data, recordedAt }) => ({ at: recordedAt, channel: text(data['channel']) ?? 'unknown' }));

/** Of one entry: how far it got, when, and by whom. */
export const toRecipient = (entry: MailboxEntry, facts: readonly RecordedFact[]): Plain<RecipientDto> => {
  const reached = new Map(
    facts.flatMap((fact) => (isStep(fact.type) ? [[steps[fact.type], toStep(fact)] as const] : [])),
  );
  const setAside = asidesIn(facts);
  const answers = answersIn(facts);
  return {
    authority: entry.authority,
    capacity: entry.capacity,
    urgency: entry.urgency,
    sequence: entry.sequence,
    state: stateOf(reached, answers.actions !== undefined),
    queuedAt: entry.putAt,
    ...(entry.agreement === undefined ? {} : { agreement: entry.agreement }),
    ...(entry.withdrawn === undefined ? {} : { withdrawn: entry.withdrawn }),
    ...Object.fromEntries(reached),
    ...answers,
    ...(setAside.length === 0 ? {} : { setAside }),
  };
};

/** Of one recipient that the sender tells by other means. */
export const toTaskRecipient = (task: TaskRow): Plain<RecipientDto> => ({
  authority: task.recipient,
  capacity: task.capacity,
  urgency: task.urgency,
  state: task.state === 'done' ? 'told' : 'to-be-told',
  queuedAt: task.openedAt,
  ...(task.doneAt === null ? {} : { toldAt: task.doneAt }),
  taskId: task.taskId,
});

/** Whoever has joined stands among those with a mailbox. */
const isOurs = ({ state }: TaskRow): boolean => state !== 'joined';

/** `since`: every entry of the same notice, in which what was told is put right. */
export type ToldOf = Readonly<{
  entries: readonly MailboxEntry[];
  tasks: readonly TaskRow[];
  since: readonly MailboxEntry[];
}>;

/** How far a notice got, recipient by recipient. */
@Injectable()
export class Recipients {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Optional() private readonly held?: HeldDeliveries,
  ) {}

  async of({ entries, tasks, since }: ToldOf): Promise<readonly Plain<RecipientDto>[]> {
    const notices = entries.filter(({ type }) => !isLadderMessage(type));
    const members = notices.map(async (entry) => {
      const recipient = toRecipient(entry, await this.factsOf(entry));
      const putRight = putRightIn(await this.putRight(entry, since));
      return { ...recipient, ...putRight, ...(await this.heldOf(entry, recipient)) };
    });
    return [...(await Promise.all(members)), ...tasks.filter(isOurs).map(toTaskRecipient)];
  }

  /** Of one that nobody there has got yet. */
  private async heldOf(
    entry: MailboxEntry,
    { state }: Plain<RecipientDto>,
  ): Promise<Pick<Plain<RecipientDto>, 'heldBecause'>> {
    const heldBecause = state === 'queued' ? await this.held?.becauseOf(entry) : undefined;
    return heldBecause === undefined ? {} : { heldBecause };
  }

  private putRight(told: MailboxEntry, since: readonly MailboxEntry[]): Promise<readonly PutRight[]> {
    const later = since.filter(
      (entry) =>
        entry.authority === told.authority &&
        entry.position > told.position &&
        (isCorrection(entry) || isRecall(entry)),
    );
    return Promise.all(later.map(async (entry) => ({ entry, facts: await this.factsOf(entry) })));
  }

  private factsOf({ entryId }: MailboxEntry): Promise<readonly RecordedFact[]> {
    return this.store.readStream(deliveryStream(entryId));
  }
}
