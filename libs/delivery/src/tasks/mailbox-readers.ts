import { Inject, Injectable, Optional } from '@nestjs/common';
import { AUTHORITIES, MEMBERSHIPS } from '@ibex/kernel';
import type { Authorities, Memberships, NewEntry } from '@ibex/kernel';

/** Who reads a mailbox here: for each entry as it was when its fact was recorded, so that a router that repeats agrees with itself. */
@Injectable()
export class MailboxReaders {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'isMember'>,
    @Optional() @Inject(MEMBERSHIPS) private readonly memberships?: Pick<Memberships, 'wasMember'>,
  ) {}

  /** Those of the entries whose recipient reads them. */
  async of(entries: readonly NewEntry[]): Promise<ReadonlySet<NewEntry>> {
    const reads = await Promise.all(entries.map((entry) => this.reads(entry)));
    return new Set(entries.filter((_, at) => reads[at]));
  }

  private async reads({ authority, position }: NewEntry): Promise<boolean> {
    const was = await this.memberships?.wasMember(authority, position);
    return was ?? this.authorities.isMember(authority);
  }
}
