import type { NotificationDefinition, RecordedFact, RowChange } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';
import { byCategory, categoriesOf } from '../shared/definitions';
import { rowDifferences } from '../shared/row-differences';
import { beginOf, isRestricted, ownerOf } from '../shared/stored-fact';
import { onExploitation } from './assessed-rows';
import { onClock, onDuty, onRestricted, onTakenOn } from './duty-changes';
import { dutyRows } from './duty-rows';
import type { Notice } from './duty-rows';
import { episodeAfter, episodeOf } from './missing-now';
import { linkRows, pairAfter, pairOf, sameChildRows } from './link-rows';
import { knownEpisodeRows, missingRows } from './missing-rows';
import { WORKLISTS_SCHEMA } from './worklists.schema';
import type { KnownEpisodeRow, SameChildRow, WorklistRow } from './worklists.schema';

type Earlier = readonly RecordedFact[];

const ITEMS = {
  name: 'worklistItems',
  keyOf: ({ list, authority }: WorklistRow) => `${list} ${authority}`,
  where: ({ begins, item, list, authority }: WorklistRow) => ({ begins, item, list, authority }),
};
const EPISODES = {
  name: 'worklistEpisodes',
  keyOf: ({ authority }: KnownEpisodeRow) => authority,
  where: ({ begins, authority }: KnownEpisodeRow) => ({ begins, authority }),
};
const SAME_CHILD = {
  name: 'worklistSameChild',
  keyOf: ({ recordRef }: SameChildRow) => recordRef,
  where: ({ begins, recordRef }: SameChildRow) => ({ begins, recordRef }),
};

const onMissing = (fact: RecordedFact, earlier: Earlier): readonly RowChange[] => {
  const before = episodeOf(earlier);
  const after = episodeAfter(before, fact);
  return [
    ...rowDifferences(ITEMS, missingRows(before), missingRows(after)),
    ...rowDifferences(EPISODES, knownEpisodeRows(before), knownEpisodeRows(after)),
  ];
};

const onLink = (fact: RecordedFact, earlier: Earlier): readonly RowChange[] => {
  const before = pairOf(earlier);
  const after = pairAfter(before, fact);
  return [
    ...rowDifferences(ITEMS, linkRows(before), linkRows(after)),
    ...rowDifferences(SAME_CHILD, sameChildRows(before), sameChildRows(after)),
  ];
};

/** Everybody on whose list a duty of the notice may stand, from all that its facts ever opened. */
const everListed = (
  definition: NotificationDefinition,
  notice: Notice,
  earlier: Earlier,
): readonly string[] => {
  const listed = earlier.flatMap((fact, at) =>
    definition
      .deadlines(fact, earlier.slice(0, at))
      .flatMap((change) =>
        change.change === 'opened' ? dutyRows({ ...notice, fact, restricted: false }, change) : [],
      ),
  );
  return [...new Set(listed.map(({ authority }) => authority))];
};

const onNotice = (
  definition: NotificationDefinition,
  fact: RecordedFact,
  earlier: Earlier,
): readonly RowChange[] => {
  const restricted = isRestricted(fact, earlier);
  const owner = ownerOf(fact, earlier);
  const keepers = [owner, episodeAfter(episodeOf(earlier), fact)?.responsible ?? owner];
  const notice: Notice = {
    ...{ fact, restricted, keepers, owner },
    ...{ notification: definition.name, begins: beginOf(fact, earlier) },
  };
  const last = earlier.at(-1);
  const becomesRestricted = restricted && last && !isRestricted(last, earlier.slice(0, -1));
  return [
    ...(becomesRestricted ? onRestricted(notice, everListed(definition, notice, earlier)) : []),
    ...definition.deadlines(fact, earlier).flatMap((change) => onDuty(notice, change)),
  ];
};

/** What each authority has to do, by list. Duties come from the definitions, so that a new type shows up by itself. */
export const worklistsProjection = (definitions: readonly NotificationDefinition[]): Projection => {
  const definitionOf = byCategory(definitions);
  return {
    schema: WORKLISTS_SCHEMA,
    filter: { categories: [...categoriesOf(definitions), 'clock', 'delivery', 'link'] },
    needsEarlier: true,
    project: (fact, earlier) => {
      if (fact.category === 'clock') return onClock(fact);
      if (fact.category === 'delivery') return onTakenOn(fact);
      if (fact.category === 'link') return onLink(fact, earlier);
      const definition = definitionOf.get(fact.category);
      return [
        ...(definition ? onNotice(definition, fact, earlier) : []),
        ...(fact.category === 'missing' ? onMissing(fact, earlier) : []),
        ...(fact.category === 'exploitation' ? onExploitation(fact, earlier) : []),
      ];
    },
  };
};
