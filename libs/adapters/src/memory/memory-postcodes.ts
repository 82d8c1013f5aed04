import type { PostcodeDirectory } from '@ibex/kernel';
import { promised } from './promised';

const normalised = (postcode: string): string => postcode.toUpperCase().replace(/\s+/g, '');

export class MemoryPostcodes implements PostcodeDirectory {
  private readonly known = new Map<string, string>();

  authorityOf(postcode: string): Promise<string | undefined> {
    return promised(() => this.known.get(normalised(postcode)));
  }

  async load(rows: AsyncIterable<readonly (readonly [string, string])[]>): Promise<number> {
    let loaded = 0;
    for await (const batch of rows) {
      for (const [postcode, gss] of batch) this.known.set(normalised(postcode), gss);
      loaded += batch.length;
    }
    return loaded;
  }

  size(): Promise<number> {
    return promised(() => this.known.size);
  }
}
