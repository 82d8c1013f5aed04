import type { Completeness, GapShown } from '../parts/answers';
import { datesInWords } from '../timeline/rows';

type Feed = Completeness['feeds'][number];
export type FeedLine = Readonly<{ says: string; tag: Readonly<{ text: string; colour: string }> }>;
export type FreshnessShown = Readonly<{ feeds: readonly FeedLine[]; others: string; silent: number }>;

const TAGS: Readonly<Record<Feed['state'], FeedLine['tag']>> = {
  'as-usual': { text: 'As usual', colour: 'green' },
  silent: { text: 'Silent', colour: 'red' },
  'too-few-to-say': { text: 'Too few to say', colour: 'grey' },
  'never-posted': { text: 'Never posted', colour: 'yellow' },
};

const othersIn = ({ asUsual, silent, tooFewToSay, neverPosted }: Completeness['others']): string =>
  [
    [asUsual, 'as usual'] as const,
    [silent, 'silent'] as const,
    [tooFewToSay, 'with too few postings to say'] as const,
    [neverPosted, 'that never posted'] as const,
  ]
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${String(count)} ${words}`)
    .join(', ');

/** How fresh the postings are on which the page rests: an authority that fell silent may know more than is shown. */
export const freshnessPage = ({ feeds, others }: Completeness): FreshnessShown => ({
  feeds: feeds.map(({ says, state }) => ({ says: datesInWords(says), tag: TAGS[state] })),
  others: othersIn(others),
  silent: feeds.filter(({ state }) => state === 'silent').length + others.silent,
});

/** What should be on record and is not, as sentences. */
export const gapsPage = (gaps: readonly GapShown[]): readonly string[] =>
  gaps.map(({ unknown }) => datesInWords(unknown));
