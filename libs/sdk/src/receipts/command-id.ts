import { hash } from 'node:crypto';

/** The exchange's name for what an authority sent under a key: a UUID (version 8, RFC 9562 section 5.8) from its SHA-256. */
export const commandIdOf = (authority: string, key: string): string => {
  const hex = hash('sha256', `${authority}\n${key}`, 'hex');
  const variant = '89ab'[parseInt(hex.charAt(16), 16) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
