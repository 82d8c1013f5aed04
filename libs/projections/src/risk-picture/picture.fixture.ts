import { FIELD_GROUPS } from '@ibex/kernel';
import { categoryOf } from '@ibex/kernel';
import type { Finding, Indicator, Picture, PictureFact, PictureRecord } from './picture';

export const HACKNEY = 'E09000012';
export const CROYDON = 'E09000008';
export const BRENT = 'E09000005';
export const KENT = 'E10000016';
/** 31 March 2026, noon in London, two days after the clocks went forward. */
export const NOW = '2026-03-31T11:00:00.000Z';

const BASIS = { text: 'A child of the authority’s own', source: 'Children Act 1989' };
const NAMES = new Map([
  [HACKNEY, 'Hackney'],
  [CROYDON, 'Croydon'],
  [BRENT, 'Brent'],
]);

export const record = (more: Partial<PictureRecord> = {}): PictureRecord => ({
  recordRef: 'record-1',
  owner: HACKNEY,
  sight: 'owner',
  groups: FIELD_GROUPS,
  basis: BASIS,
  ...more,
});

type Fields = Readonly<Record<string, unknown>>;
let told = 0;

/** One fact of Hackney's about record-1, told in this order. */
export const fact = (
  stream: string,
  type: string,
  data: Fields,
  more: Partial<PictureFact> = {},
): PictureFact => {
  told += 1;
  return {
    factId: `fact-${String(told)}`,
    recordRef: 'record-1',
    owner: HACKNEY,
    source: HACKNEY,
    stream,
    category: categoryOf(stream),
    type,
    title: type,
    occurredAt: '2026-03-30',
    recordedAt: '2026-03-30T09:00:00.000Z',
    position: told,
    data,
    basis: BASIS,
    ...more,
  };
};

/** A missing episode that began on a day, and ended on another where one is given. */
export const episode = (id: string, on: string, endedOn?: string): readonly PictureFact[] => [
  fact(`missing-${id}`, 'MissingReported', { lastSeen: { on }, alreadyOver: false }),
  ...(endedOn === undefined ? [] : [fact(`missing-${id}`, 'MissingFound', { when: { on: endedOn } })]),
];

export const picture = (facts: readonly PictureFact[], more: Partial<Picture> = {}): Picture => ({
  now: NOW,
  today: '2026-03-31',
  reader: HACKNEY,
  isPast: false,
  records: [record()],
  facts,
  unacknowledged: [],
  areaCounts: [],
  feedOf: () => 'as-usual',
  nameOf: (gss) => NAMES.get(gss) ?? gss,
  ...more,
});

export const countOf = (indicator: Indicator, of: Picture, label: string): number | undefined =>
  indicator.of(of).values.find((value) => value.label === label)?.count;

export const textsOf = ({ values }: Finding): readonly string[] =>
  values.flatMap(({ text }) => (text === undefined ? [] : [text]));
