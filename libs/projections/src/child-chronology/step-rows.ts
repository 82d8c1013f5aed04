import type { RecordedFact } from '@ibex/kernel';
import { entryIdOf } from '@ibex/runtime';
import type { ChronologyStepRow } from './child-chronology.schema';

/** Name of the category of facts about how far a mailbox entry got. */
export const DELIVERY_CATEGORY = 'delivery';

/** What stands in a line of its own, in a practitioner's words; delivery alone is nobody's deed. */
export const STEP_TITLES: ReadonlyMap<string, string> = new Map([
  ['NoticeOpened', 'Opened'],
  ['NoticeAcknowledged', 'Acknowledged'],
  ['ActionRecorded', 'Action recorded'],
  ['QueryAsked', 'Asked back'],
  ['QueryAnswered', 'Question answered'],
  ['RecipientSilent', 'Not taken on in time'],
]);
const KEPT: ReadonlySet<string> = new Set(['NoticeDelivered', ...STEP_TITLES.keys()]);
const TAKES_ON: ReadonlySet<string> = new Set(['NoticeAcknowledged', 'ActionRecorded']);
const DETAILS = ['channel', 'action', 'silence'] as const;

/** Whoever acts on an entry has taken it on. */
export const takesOn = ({ type }: Pick<ChronologyStepRow, 'type'>): boolean => TAKES_ON.has(type);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const findText = (name: string, facts: readonly RecordedFact[]): string | undefined =>
  facts.map(({ data }) => text(data[name])).find((value) => value !== undefined);

const detailOf = ({ data }: RecordedFact): string | null => {
  const said = DETAILS.map((name) => text(data[name])).find((value) => value !== undefined);
  const reason = text(data['reason']);
  return said === undefined ? null : reason === undefined ? said : `${said}: ${reason}`;
};

type About = Pick<ChronologyStepRow, 'authority' | 'factId' | 'stream' | 'recordRef'>;

/** What the entry is about; its first fact says so. */
const aboutOf = (facts: readonly RecordedFact[]): About | undefined => {
  const [authority, factId, stream] = ['authority', 'factId', 'notice'].map((name) => findText(name, facts));
  const recordRef = facts.map(({ metadata }) => metadata.recordRef).find((ref) => ref !== undefined);
  if (authority === undefined || factId === undefined) return undefined;
  return stream === undefined || recordRef === undefined
    ? undefined
    : { authority, factId, stream, recordRef };
};

/**
 * What a fact of an entry's ladder says. Undefined for what is kept of no child: entries that told of a ladder
 * themselves (a question, a silence), or of no notice.
 */
export const stepOf = (
  fact: RecordedFact,
  earlier: readonly RecordedFact[],
  isNotice: (stream: string) => boolean,
): ChronologyStepRow | undefined => {
  const about = KEPT.has(fact.type) ? aboutOf([fact, ...earlier]) : undefined;
  if (!about || !isNotice(about.stream)) return undefined;
  const entryId = fact.stream.slice(DELIVERY_CATEGORY.length + 1);
  // the id of an entry comes from the fact that it told: another fact's entry is about the ladder itself
  if (entryId !== entryIdOf(about.factId, about.authority)) return undefined;
  return {
    ...about,
    ...{ position: fact.position, entryId, type: fact.type },
    by: fact.metadata.actor.authority,
    occurredAt: text(fact.data['deliveredAt']) ?? fact.recordedAt,
    recordedAt: fact.recordedAt,
    detail: detailOf(fact),
  };
};
