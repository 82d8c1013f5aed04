import type { MailboxEntry, RecordedFact } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { ActionStepDto, PutRightDto, QueriedDto, RecipientDto, SilentDto } from './recipients.dto';

type Facts = readonly RecordedFact[];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ofType = (facts: Facts, type: string): Facts => facts.filter((fact) => fact.type === type);

const toAction = ({ data, recordedAt, metadata }: RecordedFact): Plain<ActionStepDto> => ({
  ...{ at: recordedAt, person: metadata.actor.person, role: metadata.actor.role },
  action: text(data['action']),
  ...(data['reason'] === undefined ? {} : { reason: text(data['reason']) }),
});

const queriedIn = (facts: Facts): Plain<QueriedDto> | undefined => {
  const questions = ofType(facts, 'QueryAsked');
  const last = questions.at(-1);
  const answered = new Set(ofType(facts, 'QueryAnswered').map(({ data }) => data['queryId']));
  return last && { asked: questions.length, answered: answered.size, lastAt: last.recordedAt };
};

const silentIn = (facts: Facts): Plain<SilentDto> | undefined => {
  const [fact] = ofType(facts, 'RecipientSilent');
  return (
    fact && {
      limitAt: text(fact.data['limitAt']),
      recordedAt: fact.recordedAt,
      silence: text(fact.data['silence']),
    }
  );
};

/** What the facts of one entry tell beyond acknowledgement. */
export const answersIn = (facts: Facts): Pick<Plain<RecipientDto>, 'actions' | 'queried' | 'silent'> => {
  const actions = ofType(facts, 'ActionRecorded').map(toAction);
  const [queried, silent] = [queriedIn(facts), silentIn(facts)];
  return {
    ...(actions.length === 0 ? {} : { actions }),
    ...(queried ? { queried } : {}),
    ...(silent ? { silent } : {}),
  };
};

/** An entry that puts right what an earlier one told, with the facts of its own ladder. */
export type PutRight = Readonly<{ entry: MailboxEntry; facts: Facts }>;

/** Messages of every type are named alike: `uk.ibex.<type>.corrected`, `uk.ibex.<type>.withdrawn`. */
export const isCorrection = ({ type }: MailboxEntry): boolean => type.endsWith('.corrected');
export const isRecall = ({ type }: MailboxEntry): boolean => type.endsWith('.withdrawn');

/** Put right there too: the recipient acknowledged the correction, or says what it did about it. */
const toPutRight = ({ entry, facts }: PutRight): Plain<PutRightDto> => {
  const taken = facts.find(({ type }) => type === 'NoticeAcknowledged' || type === 'ActionRecorded');
  return {
    factId: entry.factId,
    queuedAt: entry.putAt,
    putRightThere: taken !== undefined,
    ...(taken === undefined ? {} : { putRightAt: taken.recordedAt }),
  };
};

/** What was put right since, at one recipient. */
export const putRightIn = (
  later: readonly PutRight[],
): Pick<Plain<RecipientDto>, 'corrected' | 'recalled'> => {
  const corrected = later.filter(({ entry }) => isCorrection(entry)).map(toPutRight);
  const recall = later.find(({ entry }) => isRecall(entry));
  return {
    ...(corrected.length === 0 ? {} : { corrected }),
    ...(recall === undefined ? {} : { recalled: toPutRight(recall) }),
  };
};
