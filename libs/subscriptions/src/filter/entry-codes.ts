import { withheldFor, withoutFields } from '@ibex/kernel';
import type { MailboxEntry, NotificationDefinition, RecordedFact } from '@ibex/kernel';
import {
  COHORTS,
  CONFERENCE_OUTCOMES,
  DECLINE_REASONS,
  HOUSING_FUNCTIONS,
  MISSING_FROM,
  MISSING_KINDS,
  MISSING_RISKS,
  MISSING_WITHDRAWN_BECAUSE,
  MOVE_WITHDRAWAL_REASONS,
  PERMANENCES,
  PLACEMENT_NOTICES,
  PLACEMENT_PROVIDERS,
  PLACEMENT_TYPES,
  PLACEMENT_WITHDRAWAL_REASONS,
  PLAN_CATEGORIES,
  REASONS_EPISODE_CEASED,
  REASONS_FOR_PLACEMENT_CHANGE,
  WHEREABOUTS,
} from '@ibex/notifications';

/** What stays true of a notice until a later fact says otherwise. */
const STANDING = [
  'placementType',
  'provider',
  'notice',
  'cohort',
  'permanence',
  'planCategory',
  'housingFunction',
  'kind',
  'from',
  'risk',
];
/** What is said of the one fact. */
const OF_THE_FACT = [
  'reason',
  'because',
  'reasonForPlacementChange',
  'reasonEpisodeCeased',
  'conferenceOutcome',
  'whereabouts',
];

/** Every code that a filter may name. */
export const CATEGORY_CODES: readonly string[] = [
  ...new Set([
    ...[PLACEMENT_TYPES, PLACEMENT_PROVIDERS, REASONS_FOR_PLACEMENT_CHANGE, REASONS_EPISODE_CEASED].flatMap(
      (codes) => Object.keys(codes),
    ),
    ...[PLACEMENT_NOTICES, PLACEMENT_WITHDRAWAL_REASONS].flat(),
    ...[COHORTS, PERMANENCES, PLAN_CATEGORIES, HOUSING_FUNCTIONS, DECLINE_REASONS].flat(),
    ...[CONFERENCE_OUTCOMES, WHEREABOUTS, MOVE_WITHDRAWAL_REASONS].flat(),
    ...[Object.keys(MISSING_KINDS), MISSING_FROM, MISSING_RISKS, MISSING_WITHDRAWN_BECAUSE].flat(),
  ]),
].sort();

type Open = Readonly<Record<string, unknown>>;
type Told = Pick<MailboxEntry, 'authority' | 'factId'>;

const codesIn = (data: Open, fields: readonly string[]): readonly string[] =>
  fields.map((field) => data[field]).filter((value) => typeof value === 'string');

/**
 * The codes of a notice as they stood with one fact, as far as the one that was told of it may see them: a filter must
 * not find out what is withheld. `notice`: all of its facts, oldest first. Pure.
 */
export const categoriesOf = (
  { authority, factId }: Told,
  notice: readonly RecordedFact[],
  definition: NotificationDefinition,
): readonly string[] => {
  const end = notice.findIndex(({ id }) => id === factId);
  const shown = notice
    .slice(0, end + 1)
    .map((fact) => withoutFields(fact.data, openWithheld(fact, { notice, definition, authority })));
  const standing: Open = Object.fromEntries(shown.flatMap((data) => Object.entries(data)));
  return [...new Set([...codesIn(standing, STANDING), ...codesIn(shown.at(-1) ?? {}, OF_THE_FACT)])].filter(
    (code) => CATEGORY_CODES.includes(code),
  );
};

type Reading = Readonly<{
  notice: readonly RecordedFact[];
  definition: NotificationDefinition;
  authority: string;
}>;
const openWithheld = (fact: RecordedFact, { notice, definition, authority }: Reading): readonly string[] =>
  withheldFor({ as: 'addressee', authority }, definition, { fact, notice }).open;
