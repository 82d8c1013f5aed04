import { never } from '@ibex/kernel';
import type { DeliveryFact, DeliverySetAside } from './delivery.events';

type Asked = Readonly<{ queryId: string; sender: string }>;
/** `asideFor`: channels and subscriptions that will never take it. `silent`: the sender was told that nobody took it on in time. */
type Common = Readonly<{ asideFor: readonly string[]; asked: readonly Asked[]; silent: boolean }>;
export type Delivered = Common &
  Readonly<{ phase: 'delivered'; authority: string; opened: boolean; acknowledged: boolean }>;
export type DeliveryState = (Common & Readonly<{ phase: 'waiting' }>) | Delivered;

export const NOT_DELIVERED: DeliveryState = { phase: 'waiting', asideFor: [], asked: [], silent: false };

/** What would not take it: a subscription, or a channel as a whole. */
export const wayOf = ({ channel, subscription }: DeliverySetAside['data']): string => subscription ?? channel;

const later = (state: DeliveryState, change: Partial<Pick<Delivered, 'opened' | 'acknowledged'>>) =>
  state.phase === 'waiting' ? state : { ...state, ...change };

type AnswerFact = Extract<
  DeliveryFact,
  { type: 'ActionRecorded' | 'QueryAsked' | 'QueryAnswered' | 'RecipientSilent' }
>;
const ANSWERS: readonly string[] = ['ActionRecorded', 'QueryAsked', 'QueryAnswered', 'RecipientSilent'];
const isAnswer = (fact: DeliveryFact): fact is AnswerFact => ANSWERS.includes(fact.type);

const evolveAnswers = (state: DeliveryState, fact: AnswerFact): DeliveryState => {
  switch (fact.type) {
    case 'QueryAsked': {
      const { queryId, sender } = fact.data;
      return { ...state, asked: [...state.asked, { queryId, sender }] };
    }
    case 'RecipientSilent':
      return { ...state, silent: true };
    case 'ActionRecorded':
      // whoever acts has taken it on
      return later(state, { acknowledged: true });
    case 'QueryAnswered':
      return state;
    default:
      return never(fact);
  }
};

const evolveSteps = (state: DeliveryState, fact: Exclude<DeliveryFact, AnswerFact>): DeliveryState => {
  switch (fact.type) {
    case 'NoticeDelivered': {
      const { authority } = fact.data;
      return { ...state, phase: 'delivered', authority, opened: false, acknowledged: false };
    }
    case 'NoticeOpened':
      return later(state, { opened: true });
    case 'NoticeAcknowledged':
      return later(state, { acknowledged: true });
    case 'DeliverySetAside':
      return { ...state, asideFor: [...state.asideFor, wayOf(fact.data)] };
    default:
      return never(fact);
  }
};

export const evolveDelivery = (state: DeliveryState, fact: DeliveryFact): DeliveryState =>
  isAnswer(fact) ? evolveAnswers(state, fact) : evolveSteps(state, fact);
