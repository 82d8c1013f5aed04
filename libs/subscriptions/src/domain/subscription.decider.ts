import { USUAL_CADENCE, accept, never } from '@ibex/kernel';
import type { Cadence, ChannelKind, Decider, Decision, EntryFilter, Payload } from '@ibex/kernel';
import { isSameFilter, mayHideUrgent, normalised } from '../filter/filter.rule';
import { cadenceFault, isOtherCadence } from './cadence.rule';
import { isConfirmed } from './confirmed.rule';
import { decideCourse, isCourse } from './course.decider';
import { decideRotation } from './secret.decider';
import type { ChangeSubscription, OpenSubscription, SubscriptionCommand } from './subscription.commands';
import { CHANGEABLE } from './subscription.events';
import type { Changeable, Confirmation, Particulars, SubscriptionFact } from './subscription.events';
import { given } from '../given';
import { refused } from './subscription.refusals';
import type { SubscriptionRefusal } from './subscription.refusals';
import { NOT_OPENED, evolve } from './subscription.state';
import type { KnownSubscription, SubscriptionState } from './subscription.state';
import { TARGETED } from './targeted.channels';

type Decided = Decision<SubscriptionFact, SubscriptionRefusal>;

/** What speaks against a filter on a channel. */
const filterFault = (
  channel: ChannelKind,
  filter: EntryFilter,
  confirmation: Confirmation | undefined,
): SubscriptionRefusal['code'] | undefined => {
  if (channel === 'bus' && !isSameFilter(filter, {})) return 'subscription/filter-not-for-this-channel';
  return mayHideUrgent(filter) && !isConfirmed(confirmation) ? 'subscription/person-must-confirm' : undefined;
};

const targetFault = (
  channel: ChannelKind,
  targetDigest: string | undefined,
): SubscriptionRefusal['code'] | undefined => {
  if (TARGETED.has(channel)) return targetDigest === undefined ? 'subscription/target-needed' : undefined;
  return targetDigest === undefined ? undefined : 'subscription/target-not-for-this-channel';
};

/** Thin is what everything is unless told, and is not put on record. */
const recorded = (payload: Payload | undefined): Pick<Particulars, 'payload'> =>
  payload === 'sealed' ? { payload } : {};

/** On record only where it was needed, so that it says what it says. */
const confirmed = (
  filter: EntryFilter,
  confirmation: Confirmation | undefined,
): Pick<Particulars, 'confirmedBy'> =>
  mayHideUrgent(filter) && confirmation ? { confirmedBy: confirmation } : {};

const payloadFault = (
  channel: ChannelKind,
  payload: Payload | undefined,
): SubscriptionRefusal['code'] | undefined =>
  payload === 'sealed' && channel !== 'webhook' ? 'subscription/sealed-not-for-this-channel' : undefined;

const faultOf = (
  channel: ChannelKind,
  { filter, targetDigest, payload, cadence }: Omit<Particulars, 'nameDigest'>,
  confirmation: Confirmation | undefined,
): SubscriptionRefusal['code'] | undefined =>
  targetFault(channel, targetDigest) ??
  payloadFault(channel, payload) ??
  cadenceFault(channel, cadence) ??
  filterFault(channel, filter, confirmation);

const decideOpening = ({ data, personal = {} }: OpenSubscription): Decided => {
  const { secret, confirmation, room, payload, filter: wanted = {}, ...rest } = data;
  if (room && room.open >= room.most) return refused('subscription/too-many');
  const filter = normalised(wanted);
  const fault = faultOf(data.channel, { ...rest, ...recorded(payload), filter }, confirmation);
  if (fault) return refused(fault);
  const { secret: secretText, ...words } = personal;
  const opened = {
    type: 'SubscriptionOpened',
    data: { ...rest, ...recorded(payload), filter, ...confirmed(filter, confirmation) },
    personal: words,
  } as const;
  if (secret === undefined || secretText === undefined) return accept<SubscriptionFact>(opened);
  return accept<SubscriptionFact>(opened, {
    type: 'WebhookSecretAdded',
    data: { by: data.by, ...secret },
    personal: { secret: secretText },
  });
};

const differs = (wanted: string | undefined, had: string | undefined): boolean =>
  wanted !== undefined && wanted !== had;

const DIFFERS: Readonly<
  Record<Changeable, (before: KnownSubscription, wanted: ChangeSubscription['data']) => boolean>
> = {
  name: (before, { nameDigest }) => differs(nameDigest, before.nameDigest),
  target: (before, { targetDigest }) => differs(targetDigest, before.targetDigest),
  filter: (before, { filter }) => filter !== undefined && !isSameFilter(filter, before.filter),
  payload: (before, { payload }) => differs(payload, before.payload ?? 'thin'),
  cadence: (before, { cadence }) => isOtherCadence(cadence, before.cadence ?? USUAL_CADENCE),
  desk: (before, { desk, withoutDesk }) =>
    withoutDesk === true ? before.desk !== undefined : differs(desk, before.desk),
};

type Unsaid = Readonly<{
  confirmedBy?: Confirmation | undefined;
  payload?: Payload | undefined;
  cadence?: Cadence | undefined;
  desk?: string | undefined;
}>;
const particularsOf = ({
  filter,
  nameDigest,
  ...others
}: Omit<Particulars, keyof Unsaid> & Unsaid): Particulars => {
  const { payload, cadence, desk, targetDigest, confirmedBy } = others;
  const rest = given({ cadence, desk, targetDigest, confirmedBy });
  return { filter, nameDigest, ...recorded(payload), ...rest };
};

const afterChange = (before: KnownSubscription, wanted: ChangeSubscription['data']): Particulars => {
  const { filter, payload, cadence, nameDigest, targetDigest, confirmation } = wanted;
  const kept = particularsOf({
    ...particularsOf(before),
    ...given({ payload, cadence, nameDigest, targetDigest }),
    desk: wanted.withoutDesk === true ? undefined : (wanted.desk ?? before.desk),
  });
  if (filter === undefined || isSameFilter(filter, before.filter)) return kept;
  const unconfirmed = particularsOf({ ...kept, filter: normalised(filter), confirmedBy: undefined });
  return { ...unconfirmed, ...confirmed(filter, confirmation) };
};

const decideChange = ({ data, personal = {} }: ChangeSubscription, before: KnownSubscription): Decided => {
  const changed = CHANGEABLE.filter((field) => DIFFERS[field](before, data));
  if (changed.length === 0) return refused('subscription/nothing-changed');
  const after = afterChange(before, data);
  const confirmation = changed.includes('filter') ? data.confirmation : before.confirmedBy;
  const fault = faultOf(before.channel, after, confirmation);
  if (fault) return refused(fault);
  const words = Object.entries(personal).filter(([word]) => changed.some((field) => field === word));
  return accept<SubscriptionFact>({
    type: 'SubscriptionChanged',
    data: { by: data.by, changed, ...after },
    personal: Object.fromEntries(words),
  });
};

/** Of one that is live or paused. */
const decideStanding = (
  command: Exclude<SubscriptionCommand, OpenSubscription>,
  state: KnownSubscription,
  now: string,
): Decided => {
  if (isCourse(command)) return decideCourse(command, state, now);
  switch (command.type) {
    case 'ChangeSubscription':
      return decideChange(command, state);
    case 'CloseSubscription':
      return accept<SubscriptionFact>({ type: 'SubscriptionClosed', data: command.data });
    case 'RotateSecret':
      return decideRotation(command, state, now);
    default:
      return never(command);
  }
};

const decide = (command: SubscriptionCommand, state: SubscriptionState, now: string): Decided => {
  if (command.type === 'OpenSubscription') {
    return state.phase === 'none' ? decideOpening(command) : refused('subscription/already-open');
  }
  if (state.phase === 'none' || state.authority !== command.data.by) return refused('subscription/not-known');
  return state.phase === 'closed' ? refused('subscription/closed') : decideStanding(command, state, now);
};

/** A standing wish of an authority: opened, changed, paused, resumed and closed by itself alone. */
export const subscriptionDecider: Decider<
  SubscriptionCommand,
  SubscriptionFact,
  SubscriptionState,
  SubscriptionRefusal
> = { initialState: NOT_OPENED, decide, evolve };
