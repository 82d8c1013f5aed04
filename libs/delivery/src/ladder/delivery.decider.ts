import { accept, never, refuse } from '@ibex/kernel';
import type { Decider, Decision, Refusal, Request } from '@ibex/kernel';
import type {
  ActionRecorded,
  DeliveryFact,
  DeliverySetAside,
  NoticeAcknowledged,
  NoticeDelivered,
  NoticeOpened,
  QueryAnswered,
  QueryAsked,
  RecipientSilent,
} from './delivery.events';
import { NOT_DELIVERED, evolveDelivery, wayOf } from './delivery.state';
import type { Delivered, DeliveryState } from './delivery.state';

type Note = Readonly<{ note?: string }>;
export type RecordDelivery = Request<'RecordDelivery', NoticeDelivered['data']>;
export type OpenNotice = Request<'OpenNotice', NoticeOpened['data']>;
export type AcknowledgeNotice = Request<'AcknowledgeNotice', NoticeAcknowledged['data'], Note>;
export type SetDeliveryAside = Request<'SetDeliveryAside', DeliverySetAside['data']>;
export type RecordAction = Request<'RecordAction', ActionRecorded['data'], Note>;
export type AskBack = Request<'AskBack', QueryAsked['data'], Readonly<{ text: string }>>;
export type AnswerQuery = Request<'AnswerQuery', QueryAnswered['data'], Readonly<{ text: string }>>;
export type NoteSilence = Request<'NoteSilence', RecipientSilent['data']>;

type ByRecipient = OpenNotice | AcknowledgeNotice | RecordAction | AskBack;
type ByService = RecordDelivery | SetDeliveryAside | NoteSilence;
export type DeliveryCommand = ByRecipient | ByService | AnswerQuery;

export type DeliveryRefusal = Refusal<
  | 'delivery/not-known'
  | 'delivery/reason-missing'
  | 'delivery/reason-without-no-further-action'
  | 'delivery/nothing-asked'
>;
type Decided = Decision<DeliveryFact, DeliveryRefusal>;

const notKnown = refuse('delivery/not-known', 'There is no such entry in your mailbox.');

/** Passed through where it was given, never judged. */
const kept = <P extends object>(personal: P | undefined): Readonly<{ personal?: P }> =>
  personal === undefined ? {} : { personal };

const decideAction = ({ data, personal }: RecordAction): Decided => {
  const nothing = data.action === 'no-further-action';
  if (nothing && data.reason === undefined) {
    return refuse('delivery/reason-missing', 'Say why no further action is taken.', 'reason');
  }
  if (!nothing && data.reason !== undefined) {
    return refuse(
      'delivery/reason-without-no-further-action',
      'A reason belongs to "no further action" only; say the rest in the note.',
      'reason',
    );
  }
  return accept<DeliveryFact>({ type: 'ActionRecorded', data, ...kept(personal) });
};

const decideDelivered = (command: ByRecipient, state: Delivered): Decided => {
  if (command.data.by !== state.authority) return notKnown;
  switch (command.type) {
    case 'OpenNotice':
      return state.opened ? accept() : accept<DeliveryFact>({ type: 'NoticeOpened', data: command.data });
    case 'AcknowledgeNotice':
      return state.acknowledged
        ? accept()
        : accept<DeliveryFact>({ type: 'NoticeAcknowledged', data: command.data, ...kept(command.personal) });
    case 'RecordAction':
      return decideAction(command);
    case 'AskBack':
      return accept<DeliveryFact>({ type: 'QueryAsked', data: command.data, ...kept(command.personal) });
    default:
      return never(command);
  }
};

/** Only who sent the notice may answer, and only what was asked; it may answer more than once. */
const decideAnswer = ({ data, personal }: AnswerQuery, { asked }: DeliveryState): Decided => {
  if (data.by !== data.sender || asked.some(({ sender }) => sender !== data.by)) return notKnown;
  if (!asked.some(({ queryId }) => queryId === data.queryId)) {
    return refuse('delivery/nothing-asked', 'This recipient has not asked that question.', 'queryId');
  }
  return accept<DeliveryFact>({ type: 'QueryAnswered', data, ...kept(personal) });
};

const isTakenOn = (state: DeliveryState): boolean =>
  state.phase === 'delivered' && (state.acknowledged || state.asked.length > 0);

const decideSilence = ({ data }: NoteSilence, state: DeliveryState): Decided => {
  if (state.silent || isTakenOn(state)) return accept();
  const silence = state.phase === 'waiting' ? 'not-delivered' : 'not-acknowledged';
  return accept<DeliveryFact>({ type: 'RecipientSilent', data: { ...data, silence } });
};

const decideForService = (command: ByService, state: DeliveryState): Decided => {
  switch (command.type) {
    case 'SetDeliveryAside':
      return state.asideFor.includes(wayOf(command.data))
        ? accept()
        : accept<DeliveryFact>({ type: 'DeliverySetAside', data: command.data });
    case 'RecordDelivery':
      // the first channel counts: what is handed out again was delivered before
      return state.phase === 'delivered'
        ? accept()
        : accept<DeliveryFact>({ type: 'NoticeDelivered', data: command.data });
    case 'NoteSilence':
      return decideSilence(command, state);
    default:
      return never(command);
  }
};

const isByService = (command: ByRecipient | ByService): command is ByService =>
  ['RecordDelivery', 'SetDeliveryAside', 'NoteSilence'].includes(command.type);

const decide = (command: DeliveryCommand, state: DeliveryState): Decided => {
  if (command.type === 'AnswerQuery') return decideAnswer(command, state);
  if (isByService(command)) return decideForService(command, state);
  return state.phase === 'waiting' ? notKnown : decideDelivered(command, state);
};

/** How far one mailbox entry got. Delivered, opened and acknowledged count the first time; actions and questions each. */
export const deliveryDecider: Decider<DeliveryCommand, DeliveryFact, DeliveryState, DeliveryRefusal> = {
  initialState: NOT_DELIVERED,
  decide,
  evolve: evolveDelivery,
};
