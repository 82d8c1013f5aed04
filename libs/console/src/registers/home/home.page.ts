import type { StatusAnswer, WorklistsAnswer } from '../parts/answers';
import { datesInWords, freshnessOf } from '../parts/freshness';
import { WORKLISTS } from '../worklists/worklists.page';

export type HomeAsked = Readonly<{
  worklists: WorklistsAnswer;
  status: StatusAnswer;
  /** Lines of the register of the area; undefined where the role may not read it. */
  placedHere?: number;
}>;

type Count = Readonly<{ number: string; text: string; href: string; urgent?: boolean }>;

/** Lists that lead to a page of their own, instead of to the worklist of that name. */
const PAGES: Readonly<Record<string, string>> = {
  'missing-ours': '/console/registers/missing?scope=ours&state=open',
  'missing-here': '/console/registers/missing?scope=here&state=open',
  'missing-heading-here': '/console/registers/missing?scope=heading-here&state=open',
  'owed-to-us-late': '/console/registers/duties?scope=owed-to-us&state=late',
};
// these stand under a heading that says so
const MISSING_NOW = /^Missing now: /;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const FIRST: ReadonlySet<string> = new Set(['missing-ours', 'missing-here', 'missing-heading-here']);

const countsOf = ({ items }: WorklistsAnswer, areFirst: boolean): readonly Count[] =>
  items
    .filter(({ name }) => FIRST.has(name) === areFirst)
    .map(({ name, title, lines }) => ({
      number: lines.toLocaleString('en-GB'),
      text: sentence(title.replace(MISSING_NOW, '')),
      href: PAGES[name] ?? `${WORKLISTS}/${name}`,
      urgent: areFirst && lines > 0,
    }));

const MOST_SAID = 5;

/** What stands out today, and the way to every register and dashboard that the role has. */
export const homePage = ({ worklists, status, placedHere }: HomeAsked): Readonly<Record<string, unknown>> => {
  const silent = status.items.flatMap(({ feeds }) => feeds).filter(({ state }) => state === 'silent');
  return {
    missing: countsOf(worklists, true),
    work: countsOf(worklists, false),
    placedHere: placedHere === undefined ? null : placedHere.toLocaleString('en-GB'),
    silent: {
      count: new Set(silent.map(({ authority }) => authority)).size,
      says: silent.slice(0, MOST_SAID).map(({ says }) => datesInWords(says)),
      more: Math.max(0, silent.length - MOST_SAID),
    },
    fresh: freshnessOf(worklists),
  };
};
