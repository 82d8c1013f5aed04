import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, POSTCODES } from '@ibex/kernel';
import type { Authorities, PostcodeDirectory } from '@ibex/kernel';
import { UNKNOWN_HOST } from '../domain/host';
import type { Host } from '../domain/host';
import { bodyFault } from './body-fault';
import { toHost } from './host.dto';
import type { HostGiven } from './host.dto';

/** Finds the host of a place from its code or its postcode; asks where they disagree or say nothing, never guesses. */
@Injectable()
export class HostResolver {
  constructor(
    @Inject(POSTCODES) private readonly postcodes: PostcodeDirectory,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  /** Throws the 422 problem that names what to give. */
  async resolve(given: HostGiven): Promise<Host> {
    const found = await this.findByPostcode(given.postcode);
    if (given.host !== undefined) return this.check(given.host, found);
    if (found !== undefined) return { kind: 'authority', gss: found };
    if (given.orUnknown) return UNKNOWN_HOST;
    throw hostNeeded(given.postcode !== undefined);
  }

  private check(code: string, found: string | undefined): Host {
    const host = toHost(code);
    if (host.kind === 'authority' && !this.authorities.find(host.gss)) throw noSuchAuthority();
    if (found !== undefined && found !== code) throw this.conflict(code, found);
    return host;
  }

  /** Only an authority with children's services can be a host; a table by districts names others. */
  private async findByPostcode(postcode: string | undefined): Promise<string | undefined> {
    if (postcode === undefined) return undefined;
    const gss = await this.postcodes.authorityOf(postcode);
    return gss !== undefined && this.authorities.find(gss) ? gss : undefined;
  }

  private conflict(given: string, found: string): Error {
    const named = (gss: string): string => `${this.authorities.find(gss)?.name ?? gss} (${gss})`;
    return bodyFault('host', {
      rule: 'host-and-postcode',
      detail: `is ${named(given)}, but the postcode lies in ${named(found)}`,
      mend: 'Check both. Give the one that is right, and leave the other out if you cannot tell.',
    });
  }
}

const hostNeeded = (isPostcodeGiven: boolean): Error =>
  bodyFault('host', {
    rule: 'host-needed',
    detail: isPostcodeGiven
      ? 'is missing, and no loaded table knows the postcode'
      : 'is missing, and there is no postcode to find it by',
    mend: 'Give the code of the host authority, or hostUnknown: true to find out later.',
  });

const noSuchAuthority = (): Error =>
  bodyFault('host', {
    rule: 'host-known',
    detail: 'is not an English authority with children’s services',
    mend: 'See GET /v1/authorities. For a district give its county, e.g. E10000016 for Kent.',
  });
