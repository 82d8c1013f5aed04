import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type {
  DeliveryFact,
  DeliverySetAside,
  NoticeAcknowledged,
  NoticeDelivered,
  NoticeOpened,
} from './delivery.events';

export type RecordDelivery = Request<'RecordDelivery', NoticeDelivered['data']>;
export type OpenNotice = Request<'OpenNotice', NoticeOpened['data']>;
export type AcknowledgeNotice = Request<
  'AcknowledgeNotice',
  NoticeAcknowledged['data'],
  Readonly<{ note?: string }>
>;
export type SetDeliveryAside = Request<'SetDeliveryAside', DeliverySetAside['data']>;
export type DeliveryCommand = RecordDelivery | OpenNotice | AcknowledgeNotice | SetDeliveryAside;

/** `asideFor`: channels that will never take it. */
type Aside = Readonly<{ asideFor: readonly string[] }>;
export type DeliveryState = Aside &
  (
    | Readonly<{ phase: 'waiting' }>
    | Readonly<{ phase: 'delivered'; authority: string; opened: boolean; acknowledged: boolean }>
  );

export type DeliveryRefusal = Refusal<'delivery/not-known'>;
type Delivered = Extract<DeliveryState, { phase: 'delivered' }>;

const notKnown = refuse('delivery/not-known', 'There is no such entry in your mailbox.');

const decideDelivered = (
  command: OpenNotice | AcknowledgeNotice,
  state: Delivered,
): Decision<DeliveryFact, DeliveryRefusal> => {
  if (command.data.by !== state.authority) return notKnown;
  if (command.type === 'OpenNotice') {
    return state.opened ? accept() : accept<DeliveryFact>({ type: 'NoticeOpened', data: command.data });
  }
  if (state.acknowledged) return accept();
  const { data, personal } = command;
  const fact = { type: 'NoticeAcknowledged', data } as const;
  return accept<DeliveryFact>(personal === undefined ? fact : { ...fact, personal });
};

const decide = (command: DeliveryCommand, state: DeliveryState): Decision<DeliveryFact, DeliveryRefusal> => {
  if (command.type === 'SetDeliveryAside') {
    return state.asideFor.includes(command.data.channel)
      ? accept()
      : accept<DeliveryFact>({ type: 'DeliverySetAside', data: command.data });
  }
  if (command.type !== 'RecordDelivery') {
    return state.phase === 'waiting' ? notKnown : decideDelivered(command, state);
  }
  // the first channel counts: what is handed out again was delivered before
  return state.phase === 'delivered'
    ? accept()
    : accept<DeliveryFact>({ type: 'NoticeDelivered', data: command.data });
};

const evolve = (state: DeliveryState, fact: DeliveryFact): DeliveryState => {
  switch (fact.type) {
    case 'NoticeDelivered':
      return {
        phase: 'delivered',
        authority: fact.data.authority,
        opened: false,
        acknowledged: false,
        asideFor: state.asideFor,
      };
    case 'NoticeOpened':
      return state.phase === 'waiting' ? state : { ...state, opened: true };
    case 'NoticeAcknowledged':
      return state.phase === 'waiting' ? state : { ...state, acknowledged: true };
    case 'DeliverySetAside':
      return { ...state, asideFor: [...state.asideFor, fact.data.channel] };
    default:
      return never(fact);
  }
};

/** How far one mailbox entry got: delivered, opened, acknowledged; each at most once, the first time counts. */
export const deliveryDecider: Decider<DeliveryCommand, DeliveryFact, DeliveryState, DeliveryRefusal> = {
  initialState: { phase: 'waiting', asideFor: [] },
  decide,
  evolve,
};
