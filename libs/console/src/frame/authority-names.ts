import { Injectable } from '@nestjs/common';
import type { ExchangeApi } from '@ibex/sdk';

/** What the authorities are called, as the exchange says; asked once, since it is the same for everybody. */
@Injectable()
export class AuthorityNames {
  private names: ReadonlyMap<string, string> = new Map();
  private former: ReadonlySet<string> = new Set();
  private loading: Promise<void> | undefined;

  /** Loads them unless they are there; where the exchange is away, codes are shown until the next request. */
  async load(api: ExchangeApi): Promise<void> {
    if (this.names.size > 0) return;
    this.loading ??= this.fetch(api).finally(() => {
      this.loading = undefined;
    });
    await this.loading;
  }

  /** The name, or the code itself where there is none. */
  nameOf(gss: string): string {
    return this.names.get(gss) ?? gss;
  }

  /** Every authority that there is now, by name: abolished ones have a name still, and nobody can choose them. */
  all(): readonly Readonly<{ gss: string; name: string }>[] {
    return [...this.names]
      .filter(([gss]) => !this.former.has(gss))
      .map(([gss, name]) => ({ gss, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  private async fetch(api: ExchangeApi): Promise<void> {
    try {
      const { authorities } = await api.get('/v1/authorities');
      this.names = new Map(authorities.map(({ gss, name }) => [gss, name]));
      this.former = new Set(authorities.filter(({ endedOn }) => endedOn !== undefined).map(({ gss }) => gss));
    } catch {
      // the page itself tells that the exchange is away
    }
  }
}
