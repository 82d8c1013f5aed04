import type { Column } from './columns';
import type { Shown } from '../output';

const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null;
const listIn = (item: Shown, name: string): readonly Shown[] => {
  const list: unknown = item[name];
  return Array.isArray(list) ? list.filter(isShown) : [];
};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const valueText = ({ label, count, on, text: words }: Shown): string => {
  const counted = typeof count === 'number' ? [String(count)] : [];
  const rest = [...counted, ...[on, words].map(text)].filter((each) => each !== '');
  return `${text(label)}: ${rest.join(', ')}`;
};

const sourcesOf = (item: Shown): string =>
  [...new Set(listIn(item, 'facts').map(({ sourceName }) => text(sourceName)))].join(', ');

/** The signs of risk of one child, each with how old the newest fact behind it is. No line adds up others. */
export const PICTURE: readonly Column[] = [
  { header: 'sign', of: ({ title }) => title },
  { header: 'state', of: ({ state }) => (state === 'not-known' ? 'not known' : state) },
  { header: 'in words', of: ({ says }) => says },
  { header: 'values', of: (item) => listIn(item, 'values').map(valueText).join('; ') },
  { header: 'facts', of: (item) => listIn(item, 'facts').length },
  { header: 'told by', of: sourcesOf },
  { header: 'newest', of: ({ newestAt }) => newestAt },
];
