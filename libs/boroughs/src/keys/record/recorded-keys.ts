import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@ibex/kernel';
import type { AuthorityKeys, Clock, EncryptionKey, Instant, RecordedFact } from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { keyDecider } from '../domain/key.decider';
import { isKeyFact } from '../domain/key.events';
import type { KeyFact } from '../domain/key.events';
import { endsAt, usableAt } from '../domain/key.state';
import type { Keyring } from '../domain/key.state';

/** One stream for all keys of an authority, because each says something of the others. */
export const keyringOf = (authority: string): string => `keyring-${authority}`;

export type RecordedKeyring = Readonly<{ facts: readonly (RecordedFact & KeyFact)[]; keyring: Keyring }>;

/** Keys as they are on record: read from the log each time, so that a revocation counts for the very next message. */
@Injectable()
export class RecordedKeys implements AuthorityKeys {
  constructor(
    private readonly log: FactLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sealingKeyOf(authority: string): Promise<EncryptionKey | undefined> {
    const { keyring } = await this.recorded(authority);
    const [newest] = usableAt(keyring, this.clock.now());
    return newest && { kid: newest.kid, alg: newest.alg, jwk: newest.jwk };
  }

  async sealsUntil(authority: string): Promise<Instant | undefined> {
    const { keyring } = await this.recorded(authority);
    return endsAt(keyring, this.clock.now());
  }

  async recorded(authority: string): Promise<RecordedKeyring> {
    const facts = (await this.log.readStream(keyringOf(authority))).filter(isKeyFact);
    const keyring = facts.reduce<Keyring>((ring, fact) => keyDecider.evolve(ring, fact), []);
    return { facts, keyring };
  }
}
