import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, RECORDS } from '@ibex/kernel';
import type { Authorities, ChildIdentity, FieldGroup, Records } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { LinkSideDto } from './answers.dto';
import type { Side } from './case-sight.rule';

/** Which group opens which of what an authority knows of who a child is. */
const GROUP_OF: Readonly<Record<Exclude<keyof ChildIdentity, 'localId'>, FieldGroup>> = {
  ...{ forename: 'identity', surname: 'identity', dateOfBirth: 'identity', sex: 'identity' },
  ...{ ethnicity: 'identity', nhsNumber: 'numbers', upn: 'numbers', homePostcode: 'whereabouts' },
};

const childShown = (child: ChildIdentity, { seen }: Side): Readonly<Record<string, string>> => {
  const open = Object.entries(GROUP_OF).filter(([, group]) => seen.groups.includes(group));
  const names: readonly string[] = open.map(([name]) => name);
  const isShown = (name: string): boolean =>
    name === 'localId' ? seen.sight === 'owner' : names.includes(name);
  return Object.fromEntries(Object.entries(child).filter(([name]) => isShown(name)));
};

/** One record of a pair, as far as the reader may see it. */
@Injectable()
export class SideShown {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'find'>,
  ) {}

  async of(side: Side): Promise<Plain<LinkSideDto>> {
    const { recordRef, owner, seen } = side;
    const whose = { owner, ownerName: this.authorities.find(owner)?.name ?? owner, sight: seen.sight };
    if (!seen.groups.includes('identity')) return seen.sight === 'none' ? whose : { recordRef, ...whose };
    const child = await this.records.identityOf(recordRef);
    return { recordRef, ...whose, ...(child ? { child: childShown(child, side) } : {}) };
  }
}
