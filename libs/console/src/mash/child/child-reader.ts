import { Injectable } from '@nestjs/common';
import type { Visit } from '../../frame/visit';
import type { Chronology, Entry, Picture } from '../parts/answers';
import type { OpenCase } from '../parts/case-file';

/** All that was asked for of a history; `isCut`: there is more than a page can hold. */
export type History = Omit<Chronology, 'items' | 'next'> &
  Readonly<{ items: readonly Entry[]; isCut: boolean }>;
export type Asked = Readonly<{ asKnownAt?: string; knownTo?: string }>;

const PER_ANSWER = 500;
const MOST_ANSWERS = 4;

/** Asks the exchange about one child, each time with what it is read for. Throws its problems: 404 says nothing more. */
@Injectable()
export class ChildReader {
  picture({ api }: Visit, { recordRef, purpose }: OpenCase, { asKnownAt }: Asked = {}): Promise<Picture> {
    const query = asKnownAt === undefined ? {} : { asKnownAt };
    const params = { path: { recordRef }, query, header: { 'IBEX-Purpose': purpose } };
    return api.get('/v1/children/{recordRef}/picture', { params });
  }

  async history(visit: Visit, open: OpenCase, asked: Asked = {}): Promise<History> {
    const first = await this.page(visit, open, asked);
    const items = [...first.items];
    let { next } = first;
    for (let pages = 1; next !== undefined && pages < MOST_ANSWERS; pages += 1) {
      const more = await this.page(visit, open, { ...asked, cursor: next });
      items.push(...more.items);
      next = more.next;
    }
    return { ...first, items, isCut: next !== undefined };
  }

  private page(
    { api }: Visit,
    { recordRef, purpose }: OpenCase,
    asked: Asked & Readonly<{ cursor?: string }>,
  ): Promise<Chronology> {
    const params = {
      ...{ path: { recordRef }, query: { ...asked, limit: PER_ANSWER } },
      header: { 'IBEX-Purpose': purpose },
    };
    return api.get('/v1/children/{recordRef}/chronology', { params });
  }
}
