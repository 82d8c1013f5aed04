import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, CLOCK, POSTCODES } from '@ibex/kernel';
import type { Authorities, Clock, PostcodeDirectory } from '@ibex/kernel';
import { UNKNOWN_HOST } from '../domain/host';
import type { Host } from '../domain/host';
import { bodyFault } from './body-fault';
import { toHost } from './host.dto';
import type { HostGiven } from './host.dto';
import { PresentAuthorities } from './present-authority';

/** Finds the host of a place from its code or its postcode; asks where they disagree or say nothing, never guesses. */
@Injectable()
export class HostResolver {
  private readonly present: PresentAuthorities;

  constructor(
    @Inject(POSTCODES) private readonly postcodes: PostcodeDirectory,
    @Inject(AUTHORITIES) authorities: Authorities,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.present = new PresentAuthorities(authorities, clock);
  }

  /** Throws the 422 problem that names what to give. */
  async resolve(given: HostGiven): Promise<Host> {
    const found = await this.findByPostcode(given.postcode);
    if (given.host !== undefined) return this.check(given.host, found);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return { kind: 'authority', gss: only };
    if (given.orUnknown) return UNKNOWN_HOST;
    throw hostNeeded(this.whyNotFound(given, found));
  }

  private check(code: string, found: readonly string[]): Host {
    const host = toHost(code);
    if (host.kind === 'authority') this.checkPresent(host.gss);
    if (found.length > 0 && !found.includes(code)) throw this.conflict(code, found);
    return host;
  }

  private checkPresent(gss: string): void {
    const present = this.present.of(gss);
    if (present.length === 0) throw noSuchAuthority();
    if (!present.includes(gss)) throw this.present.abolished('host', gss);
  }

  /**
   * Only an authority with children's services can be a host; a table by districts names others. An older table names
   * abolished ones: then any of those that followed.
   */
  private async findByPostcode(postcode: string | undefined): Promise<readonly string[]> {
    const gss = postcode === undefined ? undefined : await this.postcodes.authorityOf(postcode);
    return gss === undefined ? [] : this.present.of(gss);
  }

  private whyNotFound({ postcode }: HostGiven, found: readonly string[]): string {
    if (postcode === undefined) return 'is missing, and there is no postcode to find it by';
    return found.length === 0
      ? 'is missing, and no loaded table knows the postcode'
      : `is missing, and the loaded table is too old to tell whether the postcode lies in ${this.present.anyOf(found)}`;
  }

  private conflict(given: string, found: readonly string[]): Error {
    return bodyFault('host', {
      rule: 'host-and-postcode',
      detail: `is ${this.present.named(given)}, but the postcode lies in ${this.present.anyOf(found)}`,
      mend: 'Check both. Give the one that is right, and leave the other out if you cannot tell.',
    });
  }
}

const hostNeeded = (detail: string): Error =>
  bodyFault('host', {
    rule: 'host-needed',
    detail,
    mend: 'Give the code of the host authority, or hostUnknown: true to find out later.',
  });

const noSuchAuthority = (): Error =>
  bodyFault('host', {
    rule: 'host-known',
    detail: 'is not an English authority with children’s services',
    mend: 'See GET /v1/authorities. For a district give its county, e.g. E10000016 for Kent.',
  });
