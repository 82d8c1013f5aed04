import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const derived = (key: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES));

/** What the console keeps is readable to a console with the same key only, and under the very name that it was kept by. */
export class Sealing {
  private readonly sealingKey: Buffer;
  private readonly digestKey: Buffer;

  /** `key`: 32 secret bytes. */
  constructor(key: Uint8Array) {
    this.sealingKey = derived(key, 'ibex console sealing');
    this.digestKey = derived(key, 'ibex console digests');
  }

  seal(name: string, value: unknown): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.sealingKey, iv).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** Undefined for what another key sealed, or this one under another name. */
  open(name: string, sealed: string): unknown {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(CIPHER, this.sealingKey, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(name))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text =
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)).toString('utf8') + decipher.final('utf8');
      return JSON.parse(text) as unknown;
    } catch {
      // sealed by a key that has been changed since: as good as gone
      return undefined;
    }
  }

  /** The same text for the same parts, and no way back. */
  digest(...parts: readonly string[]): string {
    return createHmac('sha256', this.digestKey).update(JSON.stringify(parts)).digest('base64url');
  }
}
