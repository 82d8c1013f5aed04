import type { RecordedFact, Row, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { CORRECTION_CATEGORY, isCorrectionFact } from '../correction/correction.events';
import { LINK_CATEGORY, isLinkFact, linkIdOf } from '../domain/link.events';
import type { By } from '../domain/link.events';
import { awaitsSecond, evolveLink, standingOf } from '../domain/link.state';
import type { KnownLink, LinkState } from '../domain/link.state';
import { toEdge } from './link-edge';
import { LINKS_SCHEMA } from './links.schema';
import type { LinkCaseRow, LinkEndRow, LinkPartingRow } from './links.schema';

const NONE: LinkState = { phase: 'none' };
const NOBODY: By = { by: '', person: '' };

/** How a pair stands after these facts of its stream. */
export const linkAfter = (facts: readonly RecordedFact[]): LinkState =>
  facts.filter(isLinkFact).reduce(evolveLink, NONE);

export const isLinked = (state: LinkState): boolean =>
  state.phase === 'known' && standingOf(state) === 'linked';

const lastSaidBy = ({ data }: RecordedFact): By => {
  const { by, person } = data;
  return typeof by === 'string' && typeof person === 'string' ? { by, person } : NOBODY;
};

const put = (table: string, row: Row): RowChange => ({ op: 'put', table, row });

const endsOf = (link: KnownLink, linkId: string): readonly LinkEndRow[] => {
  const { refs, weight, ...edge } = toEdge(link);
  const [a, b] = refs;
  const shared = {
    ...{ linkId, weight: weight ?? null },
    ...{ isLinked: Number(edge.isLinked), isApart: Number(edge.isApart), isSure: Number(edge.isSure) },
  };
  return [
    { recordRef: a, other: b, ...shared },
    { recordRef: b, other: a, ...shared },
  ];
};

type Side = Readonly<{ authority: string; recordRef: string; other: string; otherOwner: string }>;

/** A mark is shown to the authority that set it, and to nobody else: that there is one says that the two are one. */
const sidesOf = ({ pair, marks }: KnownLink): readonly Side[] => {
  const [a, b] = pair.refs;
  const [ownerOfA, ownerOfB] = pair.owners;
  const first = { authority: ownerOfA, recordRef: a, other: b, otherOwner: ownerOfB };
  const second = { authority: ownerOfB, recordRef: b, other: a, otherOwner: ownerOfA };
  if (marks.length > 0)
    return marks.map(({ by }) => ({ ...(ownerOfB === by ? second : first), authority: by }));
  return ownerOfA === ownerOfB ? [first] : [first, second];
};

const casesOf = (link: KnownLink, fact: RecordedFact): readonly LinkCaseRow[] => {
  const { by: byAuthority, person: byPerson } = lastSaidBy(fact);
  const row = {
    ...{ linkId: linkIdOf(fact), standing: standingOf(link) },
    ...{ weight: link.known?.evidence.weight ?? 0, byAuthority, byPerson },
    ...{ changedAt: fact.recordedAt, position: fact.position },
  };
  return sidesOf(link).map((side) => ({
    ...side,
    ...row,
    waits: Number(awaitsSecond(link, side.authority)),
  }));
};

/** Whoever had the case and has it no longer. */
const goneFrom = (before: LinkState, link: KnownLink, linkId: string): readonly RowChange[] => {
  const shownTo = new Set(sidesOf(link).map(({ authority }) => authority));
  const had = before.phase === 'none' ? [] : sidesOf(before).map(({ authority }) => authority);
  return had
    .filter((authority) => !shownTo.has(authority))
    .map((authority) => ({ op: 'delete', table: 'linkCases', where: { authority, linkId } }));
};

const partingAt = (fact: RecordedFact): LinkPartingRow => ({
  ...{ factId: fact.id, linkId: linkIdOf(fact), at: fact.recordedAt },
  ...{ position: fact.position, isTold: 0 },
});

const ofLink = (fact: RecordedFact, earlier: readonly RecordedFact[]): readonly RowChange[] => {
  const link = linkAfter([...earlier, fact]);
  if (link.phase === 'none') return [];
  const linkId = linkIdOf(fact);
  const before = linkAfter(earlier);
  const isParted = isLinked(before) && !isLinked(link);
  return [
    ...endsOf(link, linkId).map((row) => put('linkEnds', row)),
    ...goneFrom(before, link, linkId),
    ...casesOf(link, fact).map((row) => put('linkCases', row)),
    ...(isParted ? [put('linkPartings', partingAt(fact))] : []),
  ];
};

/** Links and marks from either side, what their owners have to decide, and whom to tell of what was parted. */
export const linksProjection: Projection = {
  schema: LINKS_SCHEMA,
  filter: { categories: [LINK_CATEGORY, CORRECTION_CATEGORY] },
  needsEarlier: true,
  project: (fact, earlier) => {
    if (!isCorrectionFact(fact)) return ofLink(fact, earlier);
    const { linkFact: factId } = fact.data;
    return [{ op: 'patch', table: 'linkPartings', where: { factId }, set: { isTold: 1 } }];
  },
};
