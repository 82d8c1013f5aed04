import { Inject, Injectable, Optional } from '@nestjs/common';
import { AUTHORITIES, MEMBERSHIPS } from '@ibex/kernel';
import type { Authorities, Memberships } from '@ibex/kernel';

/** Whose mailboxes there are, by GSS code, and word of every change. */
@Injectable()
export class MemberMailboxes {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Pick<Authorities, 'all'>,
    @Optional() @Inject(MEMBERSHIPS) private readonly memberships?: Pick<Memberships, 'whenChanged'>,
  ) {}

  now(): ReadonlySet<string> {
    const members = this.authorities.all().filter(({ member }) => member);
    return new Set(members.map(({ gss }) => gss));
  }

  whenChanged(listener: () => void): void {
    this.memberships?.whenChanged(listener);
  }
}
