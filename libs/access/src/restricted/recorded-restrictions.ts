import { Injectable } from '@nestjs/common';
import type { RecordLabel, RecordedFact, Restrictions } from '@ibex/kernel';
import { AccessBook } from '../tail/access-book';
import { restrictionDecider } from './domain/restriction.decider';
import type { RestrictionState } from './domain/restriction.decider';
import { RESTRICTION_CATEGORY, isRestrictionFact, restrictionStream } from './domain/restriction.events';

export const restrictionsIn = (facts: readonly RecordedFact[]): RestrictionState =>
  facts
    .filter(isRestrictionFact)
    .reduce<RestrictionState>((state, fact) => restrictionDecider.evolve(state, fact), new Map());

/** Records of those streams that leave a label in force. */
export const recordsRestrictedBy = (streams: readonly (readonly RecordedFact[])[]): ReadonlySet<string> => {
  const restricted = streams.filter((facts) => restrictionsIn(facts).size > 0);
  return new Set(restricted.flatMap(([first]) => first?.metadata.recordRef ?? []));
};

/** The kernel’s deny list, from the log alone. */
@Injectable()
export class RecordedRestrictions implements Restrictions {
  constructor(private readonly book: AccessBook) {}

  async labelsOf(recordRef: string): Promise<readonly RecordLabel[]> {
    return [...restrictionsIn(await this.book.stream(restrictionStream(recordRef))).keys()];
  }

  async ofOthers(authority: string): Promise<ReadonlySet<string>> {
    const streams = await this.book.all(RESTRICTION_CATEGORY);
    return recordsRestrictedBy(streams.filter(([first]) => first?.data['by'] !== authority));
  }

  async among(recordRefs: readonly string[]): Promise<ReadonlySet<string>> {
    if (recordRefs.length === 0) return new Set();
    const streams = await this.book.streamsOf(recordRefs.map(restrictionStream));
    return recordsRestrictedBy(streams);
  }
}
