import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';
import type { SearchAnswer } from '../parts/answers';
import { isFields } from '../parts/fields';
import type { SearchOrder } from './search.form';

const KIND = 'mash-search';
/** Long enough to ring somebody and come back; then it has to be searched for anew. */
const MINUTES = 30;

export type KeptSearch = Readonly<{ order: SearchOrder; answer: SearchAnswer }>;
export type FoundSearch = KeptSearch & Readonly<{ until: string }>;

const isKeptSearch = (value: unknown): value is KeptSearch =>
  isFields(value) && isFields(value['order']) && isFields(value['answer']);

/** What a search found, for the person who searched, for half an hour, under an id that says nothing. */
@Injectable()
export class KeptSearches {
  constructor(@Inject(Kept) private readonly kept: Kept) {}

  put(visit: Visit, search: KeptSearch): Promise<string> {
    return this.kept.put(visit, KIND, search, { ttlSeconds: MINUTES * 60 });
  }

  async find(visit: Visit, id: string): Promise<FoundSearch | undefined> {
    const kept = await this.kept.get(visit, KIND, id);
    return kept && isKeptSearch(kept.value) ? { ...kept.value, until: kept.until } : undefined;
  }

  /** Throws the one 404 for what is not there, is over or is somebody else’s. */
  async get(visit: Visit, id: string): Promise<FoundSearch> {
    const found = await this.find(visit, id);
    if (!found) throw new NotFoundException();
    return found;
  }
}
