import { randomUUID } from 'node:crypto';
import { ForbiddenException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';
import { findJourney, isFor } from '../journeys/journeys';
import type { Journey } from '../journeys/journey';
import { isDraft, newDraft } from './draft';
import type { Begun, Draft } from './draft';

const KIND = 'tell-draft';
const TWO_WEEKS = 14 * 24 * 3600;

export type KeptDraft = Readonly<{
  id: string;
  draft: Draft;
  journey: Journey;
  keptAt: string;
  until: string;
}>;

export const newKey = (): string => randomUUID();

/** What a person has begun to tell: kept for two weeks, for that person alone. */
@Injectable()
export class Drafts {
  constructor(@Inject(Kept) private readonly kept: Kept) {}

  /** Throws 403 for what is not this person's to tell. */
  open(visit: Visit, journey: Journey, begun: Begun = {}): Promise<string> {
    if (!isFor(journey, visit.roles)) throw new ForbiddenException();
    return this.kept.put(visit, KIND, newDraft(journey, newKey(), begun), { ttlSeconds: TWO_WEEKS });
  }

  /** Throws the 404 of whatever is not there or is somebody else's. */
  async get(visit: Visit, id: string): Promise<KeptDraft> {
    const thing = await this.kept.get(visit, KIND, id);
    const journey = thing && isDraft(thing.value) ? findJourney(thing.value.journey) : undefined;
    if (!thing || !journey || !isDraft(thing.value)) throw new NotFoundException();
    return { id, draft: thing.value, journey, keptAt: thing.keptAt, until: thing.until };
  }

  async save(visit: Visit, id: string, draft: Draft): Promise<void> {
    await this.kept.put(visit, KIND, draft, { ttlSeconds: TWO_WEEKS, id });
  }

  /** Those that were not sent, the newest first. */
  async list(visit: Visit): Promise<readonly KeptDraft[]> {
    const things = await this.kept.list(visit, KIND);
    return things.flatMap(({ id, value, keptAt, until }) => {
      const journey = isDraft(value) ? findJourney(value.journey) : undefined;
      return isDraft(value) && journey && value.sent === undefined
        ? [{ id, draft: value, journey, keptAt, until }]
        : [];
    });
  }

  remove(visit: Visit, id: string): Promise<void> {
    return this.kept.remove(visit, KIND, id);
  }
}
