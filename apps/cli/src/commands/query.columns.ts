import type { Shown } from '../output';
import type { Column } from './columns';

/** Names of authorities by their codes. */
export type Names = ReadonlyMap<string, string>;

const isShown = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const field = (header: string, name = header): Column => ({ header, of: (item) => item[name] });
const deadline = (header: string, name: string): Column => ({ ...field(header, name), isDeadline: true });

/** When it was done; an empty cell would leave open whether anybody knows. */
const done = (header: string, name: string): Column => ({
  header,
  of: (item) => (item[name] === undefined ? 'not yet' : item[name]),
});

const PLACEMENT = [
  field('start', 'startsOn'),
  field('end', 'endedOn'),
  field('placement type', 'placementType'),
  field('provider URN', 'providerUrn'),
  field('legal status', 'legalStatus'),
];

/** The register of an area. Restricted placements are on none. */
export const REGISTER: readonly Column[] = [
  field('placing authority', 'placingAuthorityName'),
  field('GSS code', 'placingAuthority'),
  field('local id', 'localId'),
  ...PLACEMENT,
  field('told', 'toldAt'),
  done('acknowledged', 'acknowledgedAt'),
];

/** "Croydon", "SCO", "withheld" or "unknown". */
const hostOf = ({ host }: Shown): unknown =>
  isShown(host) ? (host['name'] ?? host['gss'] ?? host['code'] ?? host['kind']) : undefined;

/** An authority's own children elsewhere; the host of a restricted placement is withheld, to the owner too. */
export const PLACED_BY: readonly Column[] = [
  { header: 'host authority', of: hostOf },
  field('local id', 'localId'),
  ...PLACEMENT,
  { header: 'restricted', of: ({ restricted }) => (restricted === true ? 'withheld from everyone' : '') },
  field('told', 'toldAt'),
  field('acknowledged', 'acknowledgedAt'),
];

const toldOf = ({ told }: Shown): string =>
  (Array.isArray(told) ? told.filter(isShown) : [])
    .map(({ authorityName, capacity }) => `${String(authorityName)} (${String(capacity)})`)
    .join(', ');

/** What serves the exchange, or stands in a column of its own. */
const LEFT_OUT: ReadonlySet<string> = new Set(['by', 'occurredAt', 'restricted', 'sourceSystem']);

/** Of a part that says one thing in its own way: which authority, which country, when, or of which kind. */
const sayingOf = (part: Shown): unknown =>
  ['gss', 'code', 'at', 'on', 'kind'].map((name) => part[name]).find((said) => said !== undefined);

const inWords = (value: unknown, names: Names): string => {
  if (isText(value)) return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each: unknown) => inWords(each, names)).join(', ');
  const said = isShown(value) ? sayingOf(value) : undefined;
  return said === undefined ? JSON.stringify(value) : inWords(said, names);
};

export const chronologyDetails = ({ data }: Shown, names: Names): string =>
  Object.entries(isShown(data) ? data : {})
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => [name, inWords(value, names)] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`)
    .join('; ');

/** What happened to a child. Of a withheld entry there is nothing but that there is one. */
export const chronologyColumns = (names: Names): readonly Column[] => [
  field('happened', 'occurredAt'),
  field('recorded', 'recordedAt'),
  field('source', 'sourceName'),
  { header: 'what', of: ({ withheld, title }) => (withheld === true ? 'withheld' : title) },
  { header: 'details', of: (item) => chronologyDetails(item, names) },
  { header: 'told', of: toldOf },
];

export const DUTIES: readonly Column[] = [
  { header: 'state', of: ({ state, metLate }) => (metLate === true ? 'met late' : state) },
  field('duty', 'text'),
  field('owed by', 'owedByName'),
  { header: 'owed to', of: ({ owedTo, owedToName }) => owedToName ?? owedTo ?? 'the child' },
  field('clock started', 'startedAt'),
  deadline('due', 'dueAt'),
  deadline('target (not law)', 'targetAt'),
  field('met', 'metAt'),
  field('record', 'recordRef'),
];

const dataOf = (item: Shown): Shown => (isShown(item['data']) ? item['data'] : {});
const told = (header: string, name: string): Column => ({ header, of: (item) => dataOf(item)[name] });
const linkOf = (item: Shown): unknown => {
  const { links } = dataOf(item);
  return isShown(links) ? links['detail'] : undefined;
};
const senderOf = (item: Shown, names: Names): unknown => {
  const { from } = dataOf(item);
  return isText(from) ? (names.get(from) ?? from) : from;
};

export const inboxColumns = (names: Names): readonly Column[] => [
  field('number', 'sequence'),
  field('recorded', 'time'),
  { header: 'from', of: (item) => senderOf(item, names) },
  told('what', 'kind'),
  told('you are', 'capacity'),
  told('urgency', 'urgency'),
  told('what to do', 'duty'),
  { ...told('due', 'due'), isDeadline: true },
  { header: 'detail', of: linkOf },
];
