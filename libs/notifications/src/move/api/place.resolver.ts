import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, CLOCK, POSTCODES } from '@ibex/kernel';
import type { Authorities, Clock, PostcodeDirectory } from '@ibex/kernel';
import { bodyFault } from '../../shared/api/body-fault';
import { PresentAuthorities } from '../../shared/api/present-authority';
import { isOutsideEngland } from '../../shared/domain/host';
import type { Place } from '../domain/move.events';

/** What a sender says of one side of a move. `field` names it in a fault; not `needed`: silence is allowed. */
export type PlaceGiven = Readonly<{
  field: 'fromAuthority' | 'toAuthority';
  code: string | undefined;
  postcode: string | undefined;
  unknown: boolean;
  needed: boolean;
}>;

/** Finds the authority of each side of a move; asks where code and postcode disagree or say nothing, never guesses. */
@Injectable()
export class PlaceResolver {
  private readonly present: PresentAuthorities;

  constructor(
    @Inject(POSTCODES) private readonly postcodes: PostcodeDirectory,
    @Inject(AUTHORITIES) authorities: Authorities,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.present = new PresentAuthorities(authorities, clock);
  }

  /** Undefined only where the side is not needed and nothing tells it. Throws the 422 problem that names what to give. */
  async resolve(given: PlaceGiven): Promise<Place | undefined> {
    const found = await this.findByPostcode(given.postcode);
    if (given.code !== undefined) return this.checked(given.field, given.code, found);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return { kind: 'authority', gss: only };
    if (given.unknown) return { kind: 'unknown' };
    if (given.needed) throw placeNeeded(given, this.present.anyOf(found));
    return undefined;
  }

  private checked(field: string, code: string, found: readonly string[]): Place {
    if (!isOutsideEngland(code)) this.checkPresent(field, code);
    if (found.length > 0 && !found.includes(code)) throw this.conflict(field, code, found);
    return isOutsideEngland(code) ? { kind: 'outside-england', code } : { kind: 'authority', gss: code };
  }

  private checkPresent(field: string, code: string): void {
    const present = this.present.of(code);
    if (present.length === 0) throw noSuchAuthority(field);
    if (!present.includes(code)) throw this.present.abolished(field, code);
  }

  /** Of a table that names an abolished authority: those that followed it. */
  private async findByPostcode(postcode: string | undefined): Promise<readonly string[]> {
    const gss = postcode === undefined ? undefined : await this.postcodes.authorityOf(postcode);
    return gss === undefined ? [] : this.present.of(gss);
  }

  private conflict(field: string, code: string, found: readonly string[]): Error {
    return bodyFault(field, {
      rule: 'place-and-postcode',
      detail: `is ${this.present.named(code)}, but the postcode lies in ${this.present.anyOf(found)}`,
      mend: 'Check both. Give the one that is right, and leave the other out if you cannot tell.',
    });
  }
}

const whyNotFound = ({ postcode }: PlaceGiven, candidates: string): string => {
  if (postcode === undefined) return 'is missing, and there is no postcode to find it by';
  return candidates === ''
    ? 'is missing, and no loaded table knows the postcode'
    : `is missing, and the loaded table is too old to tell whether the postcode lies in ${candidates}`;
};

const placeNeeded = (given: PlaceGiven, candidates: string): Error => {
  const { field } = given;
  return bodyFault(field, {
    rule: 'place-needed',
    detail: whyNotFound(given, candidates),
    mend: `Give the code of the authority, or ${field === 'toAuthority' ? 'toUnknown' : 'fromUnknown'}: true to find out later.`,
  });
};

const noSuchAuthority = (field: string): Error =>
  bodyFault(field, {
    rule: 'authority-known',
    detail: 'is not a present English authority with children’s services',
    mend: 'See GET /v1/authorities. For a district give its county, e.g. E10000016 for Kent.',
  });
