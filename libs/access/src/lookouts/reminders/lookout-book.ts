import { Injectable } from '@nestjs/common';
import type { RecordedFact } from '@ibex/kernel';
import { FactLog, FactShelf } from '@ibex/runtime';
import { LOOKOUT_CATEGORY, isLookoutFact, lookoutIdOf } from '../domain/lookout.events';
import type { LookoutAsked } from '../domain/lookout.events';
import type { LookoutStanding } from './reminders.rule';

const toStanding = (facts: readonly RecordedFact[]): readonly LookoutStanding[] => {
  const known = facts.filter(isLookoutFact);
  const asked = known.find((fact): fact is RecordedFact & LookoutAsked => fact.type === 'LookoutAsked');
  if (!asked) return [];
  const { by, about, since } = asked.data;
  const remindedAt = known.findLast(({ type }) => type === 'LookoutReminded')?.recordedAt;
  return [
    {
      ...{ id: lookoutIdOf(asked), by, about, since, askedAt: asked.recordedAt },
      ...(remindedAt === undefined ? {} : { remindedAt }),
      isOver: known.some(({ type }) => type === 'LookoutEnded'),
    },
  ];
};

/** Every lookout that was ever asked, as it stands: few, so that they are read from the log. */
@Injectable()
export class LookoutBook {
  private readonly shelf: FactShelf;

  constructor(private readonly log: FactLog) {
    this.shelf = new FactShelf(log, [LOOKOUT_CATEGORY]);
  }

  async all(): Promise<readonly LookoutStanding[]> {
    const facts = await this.shelf.before((await this.log.head()) + 1);
    const streams = [...new Set(facts.map(({ stream }) => stream))];
    return streams.flatMap((name) => toStanding(facts.filter(({ stream }) => stream === name)));
  }
}
