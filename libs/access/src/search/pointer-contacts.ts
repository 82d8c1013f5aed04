import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES, DESK_CONTACTS } from '@ibex/kernel';
import type { Authorities, DeskContacts } from '@ibex/kernel';

/** The desk whose contact others are given: an authority that names it means it to be given. */
const POINTED_DESK = 'mash';

/** Whose contact to show. */
@Injectable()
export class PointerContacts {
  constructor(
    @Inject(AUTHORITIES) private readonly authorities: Authorities,
    @Inject(DESK_CONTACTS) private readonly desks: DeskContacts,
  ) {}

  nameOf(authority: string): string {
    return this.authorities.find(authority)?.name ?? authority;
  }

  /** Without a contact on record: whom to ask for, in words. */
  async contactOf(authority: string): Promise<string> {
    const contact = (await this.desks.contactsOf(authority)).get(POINTED_DESK);
    return contact ?? `Ask for the multi-agency safeguarding hub of ${this.nameOf(authority)}`;
  }
}
