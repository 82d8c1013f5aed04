import { accept, never, refuse } from '@ibex/kernel';
import type {
  Decider,
  Decision,
  Desk,
  EscalationLadder,
  EscalationStep,
  Refusal,
  Request,
} from '@ibex/kernel';
import { ANY_KIND } from './desk.events';
import type { DeskFact, DeskNamed, EscalationSet } from './desk.events';
import { OUT_OF_HOURS, USUAL_DESKS, USUAL_STEPS } from './usual-desks';

export type NameDesk = Request<'NameDesk', DeskNamed['data'], Readonly<{ contact?: string }>>;
export type SetEscalation = Request<'SetEscalation', EscalationSet['data']>;
export type DeskCommand = NameDesk | SetEscalation;
export type DeskRefusal = Refusal<
  'desk/unknown' | 'desk/steps-out-of-order' | 'desk/out-of-hours-closes' | 'desk/no-such-hours'
>;

export type DesksState = Readonly<{
  desks: readonly Desk[];
  steps: Readonly<Record<string, readonly EscalationStep[]>>;
}>;
export const USUAL: DesksState = { desks: USUAL_DESKS, steps: { [ANY_KIND]: USUAL_STEPS } };

type Decided = Decision<DeskFact, DeskRefusal>;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const areHours = ({ hours }: Desk): boolean =>
  hours === 'always' ||
  (hours.length > 0 &&
    hours.every(({ days, opens, closes }) => days.length > 0 && TIME.test(opens) && TIME.test(closes)));

const decideName = ({ data, personal }: NameDesk): Decided => {
  if (data.desk === OUT_OF_HOURS && data.hours !== 'always') {
    return refuse('desk/out-of-hours-closes', 'The desk for out of hours is never closed.', 'hours');
  }
  if (!areHours(data)) {
    return refuse('desk/no-such-hours', 'Say on which days the desk opens, and from when to when.', 'hours');
  }
  return accept<DeskFact>({ type: 'DeskNamed', data, ...(personal === undefined ? {} : { personal }) });
};

const areInOrder = (steps: readonly EscalationStep[]): boolean =>
  steps.every(({ afterMinutes }, at) => afterMinutes >= (steps[at - 1]?.afterMinutes ?? 0));

const decideSteps = ({ data }: SetEscalation, { desks }: DesksState): Decided => {
  const unknown = data.steps.find((step) => !desks.some(({ desk }) => desk === step.desk));
  if (unknown) {
    return refuse(
      'desk/unknown',
      `A step names ${unknown.desk}, a desk that your authority has not.`,
      'steps',
    );
  }
  return areInOrder(data.steps)
    ? accept<DeskFact>({ type: 'EscalationSet', data })
    : refuse('desk/steps-out-of-order', 'A later step cannot come before an earlier one.', 'steps');
};

/** The desks of one authority: stream `authority-<gss>`. Until it names its own it has the usual ones. */
export const deskDecider: Decider<DeskCommand, DeskFact, DesksState, DeskRefusal> = {
  initialState: USUAL,
  decide: (command, state) =>
    command.type === 'NameDesk' ? decideName(command) : decideSteps(command, state),
  evolve: (state, fact) => {
    switch (fact.type) {
      case 'DeskNamed': {
        const { desk, role, hours } = fact.data;
        const others = state.desks.filter((one) => one.desk !== desk);
        return { ...state, desks: [...others, { desk, role, hours }] };
      }
      case 'EscalationSet':
        return { ...state, steps: { ...state.steps, [fact.data.kind]: fact.data.steps } };
      default:
        return never(fact);
    }
  },
};

/** What an authority set for a kind of duty, else for any, else the usual. */
export const ladderOf = ({ desks, steps }: DesksState, kind: string): EscalationLadder => ({
  ...{ desks, outOfHours: OUT_OF_HOURS },
  steps: steps[kind] ?? steps[ANY_KIND] ?? USUAL_STEPS,
});
