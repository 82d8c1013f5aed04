import type { PostcodeDirectory } from '@ibex/kernel';
import type { Visit } from '../../frame/visit';

const MOST_AT_ONCE = 100;

type Asked = Readonly<{
  postcode: string;
  tell: (gss: string | undefined) => void;
  fail: (error: unknown) => void;
}>;

/** The exchange’s own table of postcodes, asked over its interface: what is asked for at the same time goes together. */
export class AskedPostcodes implements PostcodeDirectory {
  private waiting: Asked[] = [];
  private loaded: Promise<number> | undefined;

  constructor(private readonly visit: Pick<Visit, 'api'>) {}

  /** 1 where a table is loaded, else 0: how many it holds is not told. */
  size(): Promise<number> {
    this.loaded ??= this.visit.api
      .post('/v1/areas/find', { body: { postcodes: [] } })
      .then(({ tableLoaded }) => (tableLoaded ? 1 : 0));
    return this.loaded;
  }

  authorityOf(postcode: string): Promise<string | undefined> {
    return new Promise((tell, fail) => {
      if (this.waiting.length === 0) queueMicrotask(() => void this.askAll());
      this.waiting.push({ postcode, tell, fail });
    });
  }

  load(): Promise<number> {
    return Promise.reject(new RangeError('the table of the exchange is its operator’s to load'));
  }

  private async askAll(): Promise<void> {
    const all = this.waiting;
    this.waiting = [];
    for (let at = 0; at < all.length; at += MOST_AT_ONCE) await this.ask(all.slice(at, at + MOST_AT_ONCE));
  }

  private async ask(asked: readonly Asked[]): Promise<void> {
    try {
      const postcodes = asked.map(({ postcode }) => postcode);
      const { areas } = await this.visit.api.post('/v1/areas/find', { body: { postcodes } });
      asked.forEach(({ tell }, at) => {
        const [only, ...others] = areas[at]?.authorities ?? [];
        tell(others.length === 0 ? only : undefined);
      });
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
}
