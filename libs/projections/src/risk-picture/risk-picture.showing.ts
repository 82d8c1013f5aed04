import { daysBetween, londonDateOf } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { findingsOf } from './findings';
import type { Finding, Indicator, Picture, PictureFact } from './picture';
import type { KnownFeeds } from './picture-feeds';
import type { IndicatorShown, PictureFactShown, PictureRecordShown } from './risk-picture.dto';

const toFact = (fact: PictureFact, { nameOf }: Picture): Plain<PictureFactShown> => ({
  ...{ factId: fact.factId, recordRef: fact.recordRef, notice: fact.stream },
  ...{ type: fact.type, title: fact.title },
  ...{ source: fact.source, sourceName: nameOf(fact.source) },
  ...{ occurredAt: fact.occurredAt, recordedAt: fact.recordedAt, basis: fact.basis },
});

const latestFirst = (facts: readonly PictureFact[]): readonly PictureFact[] =>
  [...new Map(facts.map((fact) => [fact.factId, fact])).values()].toSorted((a, b) => b.position - a.position);

const reachOf = ({ records }: Picture): IndicatorShown['reach'] =>
  records.every(({ sight }) => sight === 'owner' || sight === 'grant') ? 'whole' : 'told';

type Feeds = Pick<KnownFeeds, 'shown'>;

const toIndicator = (
  { indicator, finding }: Readonly<{ indicator: Indicator; finding: Finding }>,
  picture: Picture,
  feeds: Feeds,
): Plain<IndicatorShown> => {
  const facts = latestFirst(finding.facts);
  const newestAt = facts[0]?.recordedAt;
  const owners = [...new Set(picture.records.map(({ owner }) => owner))];
  return {
    ...{ name: indicator.name, title: indicator.title },
    ...{ definition: indicator.definition, window: indicator.window },
    ...{ state: finding.state, reach: reachOf(picture), says: finding.says, values: finding.values },
    facts: facts.map((fact) => toFact(fact, picture)),
    ...(newestAt !== undefined && {
      newestAt,
      ageInDays: daysBetween(londonDateOf(newestAt), picture.today),
    }),
    sources: owners.flatMap((authority) =>
      indicator.notifications.map((notification) => feeds.shown({ authority, notification })),
    ),
  };
};

export const toIndicators = (picture: Picture, feeds: Feeds): readonly Plain<IndicatorShown>[] =>
  findingsOf(picture).map((each) => toIndicator(each, picture, feeds));

export const toRecords = ({ records, nameOf }: Picture): readonly Plain<PictureRecordShown>[] =>
  records.map(({ recordRef, owner, sight, basis }) => ({
    ...{ recordRef, owner, ownerName: nameOf(owner), seenAs: sight, basis },
  }));
