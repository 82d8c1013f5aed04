import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, POSTCODES } from '@ibex/kernel';
import type { Authorities, PostcodeDirectory } from '@ibex/kernel';
import { bodyFault } from '../../shared/api/body-fault';
import { OUTSIDE_ENGLAND } from '../../shared/domain/ssda903.codes';
import type { OutsideEngland } from '../../shared/domain/ssda903.codes';
import type { Place } from '../domain/move.events';

/** What a sender says of one side of a move. `field` names it in a fault; not `needed`: silence is allowed. */
export type PlaceGiven = Readonly<{
  field: 'fromAuthority' | 'toAuthority';
  code: string | undefined;
  postcode: string | undefined;
  unknown: boolean;
  needed: boolean;
}>;

const isOutsideEngland = (code: string): code is OutsideEngland => code in OUTSIDE_ENGLAND;

/** Finds the authority of each side of a move; asks where code and postcode disagree or say nothing, never guesses. */
@Injectable()
export class PlaceResolver {
  constructor(
    @Inject(POSTCODES) private readonly postcodes: PostcodeDirectory,
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
  ) {}

  /** Undefined only where the side is not needed and nothing tells it. Throws the 422 problem that names what to give. */
  async resolve(given: PlaceGiven): Promise<Place | undefined> {
    const found = await this.findByPostcode(given.postcode);
    if (given.code !== undefined) return this.checked(given.field, given.code, found);
    if (found !== undefined) return { kind: 'authority', gss: found };
    if (given.unknown) return { kind: 'unknown' };
    if (given.needed) throw placeNeeded(given);
    return undefined;
  }

  private checked(field: string, code: string, found: string | undefined): Place {
    if (found !== undefined && found !== code) throw this.conflict(field, code, found);
    if (isOutsideEngland(code)) return { kind: 'outside-england', code };
    const authority = this.authorities.find(code);
    if (!authority || authority.endedOn !== undefined) throw noSuchAuthority(field);
    return { kind: 'authority', gss: code };
  }

  private async findByPostcode(postcode: string | undefined): Promise<string | undefined> {
    const gss = postcode === undefined ? undefined : await this.postcodes.authorityOf(postcode);
    return gss !== undefined && this.authorities.find(gss) ? gss : undefined;
  }

  private conflict(field: string, code: string, found: string): Error {
    const named = (gss: string): string => `${this.authorities.find(gss)?.name ?? gss} (${gss})`;
    return bodyFault(field, {
      rule: 'place-and-postcode',
      detail: `is ${named(code)}, but the postcode lies in ${named(found)}`,
      mend: 'Check both. Give the one that is right, and leave the other out if you cannot tell.',
    });
  }
}

const placeNeeded = ({ field, postcode }: PlaceGiven): Error =>
  bodyFault(field, {
    rule: 'place-needed',
    detail:
      postcode === undefined
        ? 'is missing, and there is no postcode to find it by'
        : 'is missing, and no loaded table knows the postcode',
    mend: `Give the code of the authority, or ${field === 'toAuthority' ? 'toUnknown' : 'fromUnknown'}: true to find out later.`,
  });

const noSuchAuthority = (field: string): Error =>
  bodyFault(field, {
    rule: 'authority-known',
    detail: 'is not a present English authority with children’s services',
    mend: 'See GET /v1/authorities. For a district give its county, e.g. E10000016 for Kent.',
  });
