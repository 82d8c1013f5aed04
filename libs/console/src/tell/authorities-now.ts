import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, londonDateOf, toEpochMs } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { AuthorityNames } from '../frame/authority-names';
import type { Visit } from '../frame/visit';

type Named = Readonly<{ gss: string; name: string }>;
const HELD_MS = 10 * 60_000;

/** The authorities that may be named today: abolished ones have nobody who reads their post. */
@Injectable()
export class AuthoritiesNow {
  private listed: readonly Named[] = [];
  private listedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
  ) {}

  async list({ api }: Pick<Visit, 'api'>): Promise<readonly Named[]> {
    const nowMs = toEpochMs(this.clock.now());
    if (nowMs - this.listedAtMs < HELD_MS) return this.listed;
    const { authorities } = await api.get('/v1/authorities');
    const today = this.today();
    this.listed = authorities
      .filter(({ endedOn }) => endedOn === undefined || endedOn > today)
      .map(({ gss, name }) => ({ gss, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    this.listedAtMs = nowMs;
    return this.listed;
  }

  readonly nameOf = (gss: string): string => this.names.nameOf(gss);

  today(): string {
    return londonDateOf(this.clock.now());
  }
}
