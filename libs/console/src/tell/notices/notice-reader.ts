import { Injectable, NotFoundException } from '@nestjs/common';
import type { Visit } from '../../frame/visit';
import { CATEGORIES } from '../journeys/journey';
import type { Category } from '../journeys/journey';
import type { Fact, Notice, Recipient, Told } from './notice.page';

/** The latest of a notice that has many. */
const MOST_SHOWN = 10;

export const toCategory = (text: string): Category => {
  const category = CATEGORIES.find((each) => each === text);
  if (!category) throw new NotFoundException();
  return category;
};

/** A notice with the ladders and threads of what this authority told on it. */
@Injectable()
export class NoticeReader {
  read({ api }: Visit, category: Category, id: string): Promise<Notice> {
    return api.get('/v1/notices/by-id/{category}/{id}', { params: { path: { category, id } } });
  }

  /** How far an answer to another authority's notice got is shown to that authority alone. */
  told(visit: Visit, { facts, sight }: Notice): Promise<readonly Told[]> {
    if (sight !== 'owner') return Promise.resolve([]);
    const own = facts.filter(({ by }) => by.authority === visit.authority).slice(-MOST_SHOWN);
    return Promise.all(own.reverse().map((fact) => this.toldOf(visit, fact)));
  }

  private async toldOf(visit: Visit, fact: Fact): Promise<Told> {
    const path = { factId: fact.id };
    const { recipients } = await visit.api.get('/v1/notices/{factId}/recipients', { params: { path } });
    const shown = recipients.map(async (recipient) => ({
      recipient,
      thread: await this.thread(visit, fact, recipient),
    }));
    return { fact, recipients: await Promise.all(shown) };
  }

  private async thread({ api }: Visit, { id }: Fact, { authority, queried }: Recipient) {
    if (queried === undefined) return [];
    const path = { factId: id, authority };
    const { messages } = await api.get('/v1/notices/{factId}/recipients/{authority}/queries', {
      params: { path },
    });
    return messages;
  }
}
