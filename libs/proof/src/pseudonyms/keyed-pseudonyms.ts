import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { IbexError } from '@ibex/kernel';
import type { Pseudonyms } from '@ibex/kernel';
import { toBase32 } from './base32';

const KEY_BYTES_MIN = 32;
/** 130 bits: no two children will ever share one by chance. */
const LENGTH = 26;

/**
 * Keyed one-way references. Local ids are short and could be tried out one by one, which is why there is a key: who
 * has only the log learns nothing from a reference.
 */
export class KeyedPseudonyms implements Pseudonyms {
  private readonly key: KeyObject;

  constructor(key: Uint8Array) {
    if (key.length < KEY_BYTES_MIN) {
      throw new IbexError('proof/key-too-short', 'the key of pseudonyms has less than 256 bits');
    }
    this.key = createSecretKey(key);
  }

  recordRef(authority: string, localId: string): string {
    return this.digest(`record\n${authority}`, localId);
  }

  digest(purpose: string, value: string): string {
    // lengths first, so that no purpose and value can be taken for another pair
    const mac = createHmac('sha256', this.key).update(
      `${purpose.length}:${purpose}\n${value.length}:${value}`,
    );
    return toBase32(mac.digest(), LENGTH);
  }
}
