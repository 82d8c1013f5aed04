import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { IbexError } from '@ibex/kernel';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MASTER_KEY_BYTES = 32;

/** Wraps keys under the master key, each bound to the name it is kept under. */
export class KeyWrap {
  private readonly master: KeyObject;

  /** Throws IbexError `vault/bad-master-key` for anything but 32 bytes. */
  constructor(masterKey: Uint8Array) {
    if (masterKey.byteLength !== MASTER_KEY_BYTES)
      throw new IbexError('vault/bad-master-key', `the master key has to be ${MASTER_KEY_BYTES} bytes long`);
    this.master = createSecretKey(masterKey);
  }

  wrap(name: string, key: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.master, nonce).setAAD(Buffer.from(name));
    return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws IbexError `vault/key-not-opened`: another master key wrapped it, or it was altered. */
  unwrap(name: string, wrapped: Uint8Array): Uint8Array {
    try {
      const decipher = createDecipheriv(ALGORITHM, this.master, wrapped.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(name)).setAuthTag(wrapped.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch (error) {
      throw new IbexError('vault/key-not-opened', 'the master key does not open this key', { cause: error });
    }
  }
}
