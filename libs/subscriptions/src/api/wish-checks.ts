import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITY_KEYS, PSEUDONYMS } from '@ibex/kernel';
import type {
  AuthorityKeys,
  Cadence,
  ChannelKind,
  EntryFilter,
  Payload,
  Pseudonyms,
  Reader,
} from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import type { Confirmation } from '../domain/subscription.events';
import { faultsOfCadence, toCadence } from './cadence.dto';
import type { CadenceDto } from './cadence.dto';
import { faultsOfFilter } from './filter.dto';
import type { StartsAt } from './own.fields';
import { StartPlace } from './start-place';
import { TargetChecks } from './target-checks';
import { given } from '../given';

type Words = Readonly<{ name?: string; target?: string }>;

/** In whose name something is confirmed: whoever carries a system's token is taken for a system. */
export const confirmationOf = (
  confirms: boolean | undefined,
  { person, roles }: Reader,
  { actor }: Submission,
): Readonly<{ confirmation?: Confirmation }> => {
  if (confirms !== true) return {};
  return { confirmation: { person, role: roles.includes('system-client') ? 'system-client' : actor.role } };
};

/** Throws the 422 problem. */
export const wishedCadence = ({
  cadence,
}: Readonly<{ cadence?: CadenceDto }>): Readonly<{ cadence?: Cadence }> => {
  if (cadence === undefined) return {};
  const faults = faultsOfCadence(cadence);
  if (faults.length > 0) throw bodyProblem(faults);
  return { cadence: toCadence(cadence) };
};

/** Checks what an authority asks for beyond the shape of the body, and takes keyed digests of its words. */
@Injectable()
export class WishChecks {
  constructor(
    private readonly starts: StartPlace,
    private readonly targets: TargetChecks,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    @Inject(AUTHORITY_KEYS) private readonly keys: AuthorityKeys,
  ) {}

  /** Throws the 422 problem. */
  checkFilter(filter: EntryFilter): void {
    const faults = faultsOfFilter(filter);
    if (faults.length > 0) throw bodyProblem(faults);
  }

  /** Throws the 422 problem. */
  checkChannel(channel: ChannelKind): void {
    this.targets.checkChannel(channel);
  }

  /** Throws the 422 problem. */
  checkTarget(channel: ChannelKind, target: string): Promise<void> {
    return this.targets.check(channel, target);
  }

  /** Throws the 422 problem for an authority to which nothing could be sealed: everything would be held at once. */
  async checkPayload({ authority }: Reader, payload: Payload): Promise<void> {
    if (payload === 'thin' || (await this.keys.sealingKeyOf(authority))) return;
    const mend = 'Offer a key at /v1/authority-keys and prove it; then ask for sealed.';
    const detail = 'is sealed, but none of your authority’s keys can be sealed to';
    throw bodyProblem([{ field: 'payload', rule: 'key-needed', detail, mend }]);
  }

  /** Throws the 422 problem. */
  startOf({ authority }: Reader, startsAt: StartsAt | undefined): Promise<number> {
    return this.starts.of(authority, startsAt);
  }

  digestOf(word: 'name' | 'target', text: string): string {
    return this.pseudonyms.digest(`subscription-${word}`, text);
  }

  digestsOf({ name, target }: Words): Readonly<{ nameDigest?: string; targetDigest?: string }> {
    return given({
      nameDigest: name === undefined ? undefined : this.digestOf('name', name),
      targetDigest: target === undefined ? undefined : this.digestOf('target', target),
    });
  }
}
