import type { RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { LINK_CATEGORY, isLinkFact, linkIdOf } from '../domain/link.events';
import type { By } from '../domain/link.events';
import { evolveLink, standingOf } from '../domain/link.state';
import type { KnownLink, LinkState } from '../domain/link.state';
import { toEdge } from './link-edge';
import { LINKS_SCHEMA } from './links.schema';
import type { LinkCaseRow, LinkEndRow } from './links.schema';

const NONE: LinkState = { phase: 'none' };
const NOBODY: By = { by: '', person: '' };

/** How a pair stands after these facts of its stream. */
export const linkAfter = (facts: readonly RecordedFact[]): LinkState =>
  facts.filter(isLinkFact).reduce(evolveLink, NONE);

const lastSaidBy = ({ data }: RecordedFact): By => {
  const { by, person } = data;
  return typeof by === 'string' && typeof person === 'string' ? { by, person } : NOBODY;
};

const endsOf = (link: KnownLink, linkId: string): readonly LinkEndRow[] => {
  const { refs, isLinked, isApart, isSure, weight } = toEdge(link);
  const [a, b] = refs;
  const shared = {
    ...{ linkId, isLinked: Number(isLinked), isApart: Number(isApart), isSure: Number(isSure) },
    weight: weight ?? null,
  };
  return [
    { recordRef: a, other: b, ...shared },
    { recordRef: b, other: a, ...shared },
  ];
};

/** A mark is shown to the authority that set it, and to nobody else: that there is one says that the two are one. */
const shownTo = ({ pair, mark }: KnownLink): readonly string[] => [
  ...new Set(mark ? [mark.by] : pair.owners),
];

const casesOf = (link: KnownLink, fact: RecordedFact): readonly LinkCaseRow[] => {
  const { by: byAuthority, person: byPerson } = lastSaidBy(fact);
  const row = {
    ...{ linkId: linkIdOf(fact), standing: standingOf(link), waits: Number(link.waiting !== undefined) },
    ...{ weight: link.known?.evidence.weight ?? 0, byAuthority, byPerson },
    ...{ changedAt: fact.recordedAt, position: fact.position },
  };
  return shownTo(link).map((authority) => ({ authority, ...row }));
};

/** Links and marks from either side, and what their owners have to decide. */
export const linksProjection: Projection = {
  schema: LINKS_SCHEMA,
  filter: { categories: [LINK_CATEGORY] },
  needsEarlier: true,
  project: (fact, earlier) => {
    const link = linkAfter([...earlier, fact]);
    if (link.phase === 'none') return [];
    const put =
      (table: string) =>
      (row: LinkEndRow | LinkCaseRow): RowChange => ({ op: 'put', table, row });
    const cases = casesOf(link, fact);
    const gone = { op: 'delete', table: 'linkCases', where: { linkId: linkIdOf(fact) } } as const;
    return [...endsOf(link, linkIdOf(fact)).map(put('linkEnds')), gone, ...cases.map(put('linkCases'))];
  },
};
