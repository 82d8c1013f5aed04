import { londonDateOf, standingOn } from '@ibex/kernel';
import type { Authorities, Clock } from '@ibex/kernel';
import { bodyFault } from './body-fault';

/** The authorities of today, and what has to be asked where a sender or a table names one of yesterday. */
export class PresentAuthorities {
  constructor(
    private readonly authorities: Authorities,
    private readonly clock: Clock,
  ) {}

  /** Those that stand for a code today: itself, or those that followed it; empty where no such authority is known. */
  of(gss: string): readonly string[] {
    return standingOn(this.authorities, gss, londonDateOf(this.clock.now()));
  }

  named(gss: string): string {
    return `${this.authorities.find(gss)?.name ?? gss} (${gss})`;
  }

  /** The 422 problem of an authority that was abolished: nobody reads its post. */
  abolished(field: string, gss: string): Error {
    const endedOn = this.authorities.find(gss)?.endedOn ?? 'a day before today';
    return bodyFault(field, {
      rule: 'authority-present',
      detail: `is ${this.named(gss)}, which was abolished on ${endedOn}`,
      mend: `Give the authority that followed it: ${this.anyOf(this.of(gss))}.`,
    });
  }

  /** "Cumberland (E06000063) or Westmorland and Furness (E06000064)". */
  anyOf(codes: readonly string[]): string {
    return codes.map((gss) => this.named(gss)).join(' or ');
  }
}
