import { Inject, Injectable } from '@nestjs/common';
import { DETAIL_SEALER, DIGESTS, PSEUDONYMS } from '@ibex/kernel';
import type { DetailSealer, Digests, EncryptionKey, Pseudonyms } from '@ibex/kernel';
import { bodyProblem } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';

/** Judges keys that are offered, and makes what only their holders can answer. */
@Injectable()
export class KeyChallenges {
  constructor(
    @Inject(DETAIL_SEALER) private readonly sealer: DetailSealer,
    @Inject(PSEUDONYMS) private readonly pseudonyms: Pseudonyms,
    @Inject(DIGESTS) private readonly digests: Digests,
  ) {}

  /** Throws the 422 problem for a key that nothing may be sealed to. */
  async fitKey(jwk: unknown): Promise<EncryptionKey> {
    const judged = await this.sealer.judge(jwk);
    if (!judged.isFit) throw bodyProblem([judged.fault]);
    return judged.key;
  }

  /** By which an answer is known. */
  digestOf(nonce: string): string {
    return this.digests.sha256(nonce);
  }

  /** Of the challenge that this command makes. */
  digestFor(key: EncryptionKey, submission: Submission): string {
    return this.digestOf(this.nonceOf(key, submission));
  }

  sealed(key: EncryptionKey, submission: Submission): Promise<string> {
    const nonce = this.nonceOf(key, submission);
    return this.sealer.seal({ nonce }, key, { kind: 'key-challenge', binding: key.kid });
  }

  /** Follows from the command, so that its repetition can show the same challenge and nobody has to keep it. */
  private nonceOf({ kid }: EncryptionKey, { commandId, actor }: Submission): string {
    return this.pseudonyms.digest('key-challenge', `${actor.authority}\n${kid}\n${commandId}`);
  }
}
