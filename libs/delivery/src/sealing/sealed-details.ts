import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITY_KEYS, DETAIL_SEALER } from '@ibex/kernel';
import type { AuthorityKeys, DetailSealer, EncryptionKey, MailboxEntry, Reader } from '@ibex/kernel';
import { ProblemError } from '@ibex/runtime';
import { NoticeReads } from '../notices/notice-reads';
import { SealingHeld } from './sealing-held';

/** A notice's detail as compact JWE, and the key that opens it. */
export type SealedDetail = Readonly<{ sealed: string; kid: string }>;

const TRIES = 3;

/** Whoever reads for a subscription sees what a system of that authority sees, and no more. */
const readerFor = (authority: string): Reader => ({
  authority,
  person: 'sealed-delivery',
  roles: ['system-client'],
});

/** Details as their link would answer them to the recipient at this moment, sealed to the recipient's key of this moment. */
@Injectable()
export class SealedDetails {
  constructor(
    @Inject(AUTHORITY_KEYS) private readonly keys: AuthorityKeys,
    @Inject(DETAIL_SEALER) private readonly sealer: DetailSealer,
    @Inject(NoticeReads) private readonly notices: Pick<NoticeReads, 'detailToSend'>,
  ) {}

  /** undefined where the recipient may not see the detail any more. Throws SealingHeld where nothing can be sealed. */
  async of(entry: MailboxEntry): Promise<SealedDetail | undefined> {
    let key = await this.keyOf(entry.authority);
    const detail = await this.detailOf(entry);
    if (!detail) return undefined;
    for (let left = TRIES; left > 0; left -= 1) {
      const whatFor = { kind: 'notice-detail', binding: entry.entryId } as const;
      const sealed = await this.sealer.seal(detail, key, whatFor);
      // asked again after sealing: what was sealed to a key that was revoked meanwhile never leaves
      const now = await this.keyOf(entry.authority);
      if (now.kid === key.kid) return { sealed, kid: key.kid };
      key = now;
    }
    throw new SealingHeld('sealing/keys-changing');
  }

  /** Throws SealingHeld. */
  async keyOf(authority: string): Promise<EncryptionKey> {
    const key = await this.keys.sealingKeyOf(authority);
    if (!key) throw new SealingHeld('sealing/no-usable-key');
    return key;
  }

  private async detailOf({ authority, stream, factId }: MailboxEntry): Promise<object | undefined> {
    try {
      return await this.notices.detailToSend(readerFor(authority), stream, factId);
    } catch (error) {
      // the one 404: to whoever follows the link it is not there either
      if (error instanceof ProblemError && error.status === 404) return undefined;
      throw error;
    }
  }
}
