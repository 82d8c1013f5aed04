import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, addHours } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { DecisionRunner, RefusedError } from '@ibex/runtime';
import type { Plain, Recorded, Submission } from '@ibex/runtime';
import { keyDecider } from '../domain/key.decider';
import type { KeyCommand } from '../domain/key.decider';
import { isKeyFact } from '../domain/key.events';
import type { KeyOffered } from '../domain/key.events';
import { RecordedKeys, keyringOf } from '../record/recorded-keys';
import { KeyChallenges } from './key-challenges';
import { USUAL_DAYS, USUAL_OVERLAP_DAYS } from './keys.dto';
import type { KeyChangedDto, KeyOfferedDto, KeysDto, OfferKeyDto, RevokeKeyDto } from './keys.dto';
import { shownKeys } from './shown-keys';

/** Time for a person to decrypt by hand, and little more. */
const CHALLENGE_HOURS = 0.25;
const DAY_HOURS = 24;

const offeredIn = (facts: Recorded['facts']): KeyOffered['data'] | undefined => {
  const [fact] = facts.filter(isKeyFact);
  return fact?.type === 'KeyOffered' ? fact.data : undefined;
};

/** What an authority does with its own keys. */
@Injectable()
export class OwnKeys {
  constructor(
    private readonly keys: RecordedKeys,
    private readonly decisions: DecisionRunner,
    private readonly challenges: KeyChallenges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async shown(authority: string): Promise<Plain<KeysDto>> {
    return shownKeys(await this.keys.recorded(authority), this.clock.now());
  }

  /** Throws the 422 problem for a key that nothing may be sealed to, and RefusedError. */
  async offer(dto: OfferKeyDto, submission: Submission): Promise<Plain<KeyOfferedDto>> {
    const key = await this.challenges.fitKey(dto.jwk);
    const now = this.clock.now();
    const data: KeyOffered['data'] = {
      by: submission.actor.authority,
      ...key,
      notAfter: dto.notAfter ?? addHours(now, USUAL_DAYS * DAY_HOURS),
      overlapDays: dto.overlapDays ?? USUAL_OVERLAP_DAYS,
      challengeDigest: this.challenges.digestFor(key, submission),
      challengeEndsAt: addHours(now, CHALLENGE_HOURS),
    };
    const recorded = await this.submit({ type: 'OfferKey', data }, submission);
    const { position, repeated, facts } = recorded;
    // of a repeated command what was recorded then, not what would be now
    const { alg, kid, challengeEndsAt: proveBefore, notAfter } = offeredIn(facts) ?? data;
    const challenge = await this.challenges.sealed(key, submission);
    return { kid, alg, challenge, proveBefore, notAfter, position, repeated };
  }

  async prove(kid: string, nonce: string, submission: Submission): Promise<Plain<KeyChangedDto>> {
    const by = submission.actor.authority;
    const data = { by, kid, nonceDigest: this.challenges.digestOf(nonce) };
    return toChanged(kid, await this.submit({ type: 'ProveKey', data }, submission));
  }

  async revoke(kid: string, { reason }: RevokeKeyDto, submission: Submission): Promise<Plain<KeyChangedDto>> {
    const data = { by: submission.actor.authority, kid, reason };
    return toChanged(kid, await this.submit({ type: 'RevokeKey', data }, submission));
  }

  private async submit(command: KeyCommand, submission: Submission): Promise<Recorded> {
    const stream = keyringOf(submission.actor.authority);
    const outcome = await this.decisions.run(keyDecider, { stream, command, submission });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return outcome;
  }
}

const toChanged = (kid: string, { position, repeated }: Recorded): Plain<KeyChangedDto> => ({
  kid,
  position,
  repeated,
});
