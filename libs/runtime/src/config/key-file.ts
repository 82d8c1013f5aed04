import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { IbexError } from '@ibex/kernel';
import { readSecret } from './parse-config';

export const KEY_BYTES = 32;

/** Several apps may start at once on one machine: whoever is first makes the key. */
export const makeKeyFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) return;
  try {
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
};

/** Throws IbexError `config/not-valid` for anything but 32 bytes in base64; as `readSecret`. */
export const readKeyFile = (setting: string, file: string): Buffer => {
  const key = Buffer.from(readSecret(setting, file), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new IbexError('config/not-valid', `${setting}: the file must hold 32 bytes in base64`);
};
