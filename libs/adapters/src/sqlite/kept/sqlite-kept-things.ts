import { StoreUnavailable } from '@ibex/kernel';
import type { Instant, KeptThing, KeptThings } from '@ibex/kernel';
import { promised } from '../engine/promised';
import { orUnavailable } from '../engine/unavailable';
import { ViewsFile } from '../views/views-file';
import type { KeptAnswer, KeptRequest } from './kept-tasks';

/** As the table has them; nothing but `login` may be empty. */
type Row = Readonly<
  Record<'kind' | 'id' | 'owner' | 'sealed' | 'kept_at' | 'until', string> & { login: string | null }
>;

const toThing = (row: Readonly<Record<string, unknown>>): KeptThing => {
  const { login, kept_at: keptAt, kind, id, owner, sealed, until } = row as Row;
  return { kind, id, owner, ...(login === null ? {} : { group: login }), sealed, keptAt, until };
};

/** Sessions, drafts and the like, in the file of the mailboxes. */
export class SqliteKeptThings implements KeptThings {
  private readonly views: ViewsFile;
  private closed = false;

  constructor(views: ViewsFile) {
    this.views = views.join();
  }

  /** A file of its own, for a console that runs alone or for a spec. Throws StoreUnavailable. */
  static async open(file: string): Promise<SqliteKeptThings> {
    return new SqliteKeptThings(await ViewsFile.open(file));
  }

  async put(thing: KeptThing): Promise<void> {
    await this.perform({ kind: 'keep-thing', how: 'put', thing });
  }

  async putNew(thing: KeptThing): Promise<boolean> {
    return (await this.perform({ kind: 'keep-thing', how: 'new', thing })).count > 0;
  }

  async replace(thing: KeptThing): Promise<boolean> {
    return (await this.perform({ kind: 'keep-thing', how: 'replace', thing })).count > 0;
  }

  async find(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    return (await this.read('kind = ? AND id = ? AND until > ?', [kind, id, now]))[0];
  }

  async take(kind: string, id: string, now: Instant): Promise<KeptThing | undefined> {
    const { thing } = await this.perform({ kind: 'take-thing', thingKind: kind, id, now });
    return thing && toThing(thing);
  }

  list(kind: string, owner: string, now: Instant): Promise<readonly KeptThing[]> {
    return this.read('kind = ? AND owner = ? AND until > ? ORDER BY kept_at DESC', [kind, owner, now]);
  }

  async remove(kind: string, id: string): Promise<void> {
    await this.perform({ kind: 'remove-thing', thingKind: kind, id });
  }

  async removeOf(kind: string, of: Readonly<{ owner: string }> | Readonly<{ group: string }>): Promise<void> {
    const by = 'owner' in of ? 'owner' : 'login';
    const whose = 'owner' in of ? of.owner : of.group;
    await this.perform({ kind: 'remove-things', thingKind: kind, by, of: whose });
  }

  async sweep(now: Instant): Promise<number> {
    return (await this.perform({ kind: 'sweep-things', now })).count;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.views.leave();
  }

  private read(where: string, values: readonly string[]): Promise<readonly KeptThing[]> {
    return promised(() => {
      this.refuseClosed();
      const rows = orUnavailable(this.views.file, () =>
        this.views.reader.prepare(`SELECT * FROM kept_things WHERE ${where}`).all(...values),
      );
      return rows.map(toThing);
    });
  }

  private async perform(request: KeptRequest): Promise<KeptAnswer> {
    this.refuseClosed();
    return this.views.writer.perform<KeptAnswer>(request);
  }

  private refuseClosed(): void {
    if (this.closed)
      throw new StoreUnavailable(
        'store/closed',
        `${this.views.file}: the things kept for a while are closed`,
      );
  }
}
