import { isCivilDate, isInstant } from '@ibex/kernel';
import type { Indicator, Picture } from '../parts/answers';
import { datesInWords } from '../timeline/rows';

type Tag = Readonly<{ text: string; colour: string }>;
type ValueShown = Readonly<{ label: string; text: string; on?: string; at?: string }>;
export type SignShown = Readonly<{
  name: string;
  title: string;
  tag: Tag;
  says: string;
  values: readonly ValueShown[];
  definition: string;
  window: string;
  reach: string;
  /** `newest 3 days ago`; empty where there is no fact. */
  age: string;
  facts: readonly Readonly<{
    title: string;
    source: string;
    at: string;
    recordedAt: string;
    basis: string;
  }>[];
  sources: readonly string[];
}>;

/** Colours say whether something is known, never how bad it is. */
const TAGS: Readonly<Record<Indicator['state'], Tag>> = {
  found: { text: 'On record', colour: 'blue' },
  none: { text: 'Known to be none', colour: 'grey' },
  'not-known': { text: 'Not known', colour: 'yellow' },
};
const REACHES: Readonly<Record<Indicator['reach'], string>> = {
  whole: 'You see all of these records.',
  told: 'Of at least one record you see only what your authority was told, so this is of that.',
};

const valueOf = ({ label, count, on, text }: Indicator['values'][number]): ValueShown => ({
  label,
  text: [count === undefined ? undefined : String(count), text === undefined ? undefined : datesInWords(text)]
    .filter((part) => part !== undefined)
    .join(', '),
  ...(on !== undefined && isCivilDate(on) ? { on } : {}),
  ...(on !== undefined && isInstant(on) ? { at: on } : {}),
});

const ageOf = (days: number | undefined): string => {
  if (days === undefined) return '';
  if (days === 0) return 'newest recorded today';
  return days === 1 ? 'newest recorded yesterday' : `newest recorded ${String(days)} days ago`;
};

const signOf = (indicator: Indicator): SignShown => {
  const { name, title, state, says, values, definition, window, reach, ageInDays, facts, sources } =
    indicator;
  return {
    ...{ name, title, definition, window, tag: TAGS[state], says: datesInWords(says) },
    ...{ values: values.map(valueOf), reach: REACHES[reach], age: ageOf(ageInDays) },
    facts: facts.map((fact) => ({
      ...{ title: fact.title, source: fact.sourceName, at: fact.occurredAt, recordedAt: fact.recordedAt },
      basis: `${fact.basis.text} (${fact.basis.source})`,
    })),
    sources: sources.map((feed) => datesInWords(feed.says)),
  };
};

/** Every sign, always in the order of the exchange: none is left out, none is added to another. */
export const picturePage = ({ indicators }: Picture): readonly SignShown[] => indicators.map(signOf);
