import { Option } from 'commander';
import type { Command } from 'commander';
import { SEALING_KEY_KINDS } from '@ibex/adapters/jose';
import type { SealingKeyKind } from '@ibex/adapters/jose';
import { toAuthorityCode, withExchange } from './shared.options';
import type { SharedOptions } from './shared.options';

export type KeyOptions = SharedOptions & Readonly<{ authority: string }>;
export type OfferOptions = KeyOptions &
  Readonly<{ keyFile: string; make?: SealingKeyKind; notAfter?: string; overlapDays?: number }>;
export type RevokeOptions = KeyOptions & Readonly<{ kid: string; reason: string }>;

const REASONS = ['compromised', 'lost', 'not-needed-any-more', 'registered-in-error'];

/** Whose keys: every command of them needs it. */
export const withOwner = (command: Command): Command =>
  withExchange(command).requiredOption('--authority <gss>', 'whose keys', toAuthorityCode);

export const withOffer = (command: Command): Command =>
  withOwner(command)
    .requiredOption('--key-file <file>', 'the private key as a JWK, mode 0600; it never leaves this machine')
    .addOption(
      new Option('--make <kind>', 'make that file first, with a new key; never writes over one').choices(
        SEALING_KEY_KINDS,
      ),
    )
    .option('--not-after <moment>', 'until when it is sealed to; a year from now unless told')
    .option('--overlap-days <days>', 'how long you keep the keys before it; 14 unless told', Number);

// as options with values, since the name of a key may begin with a hyphen
export const withRevocation = (command: Command): Command =>
  withOwner(command)
    .requiredOption('--kid <kid>', 'name of the key, as the list shows it')
    .addOption(new Option('--reason <reason>', 'why').choices(REASONS).makeOptionMandatory());

/** The body of an offer: only what was given. */
export const offerOf = (
  { notAfter, overlapDays }: OfferOptions,
  jwk: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> => ({
  jwk,
  ...(notAfter === undefined ? {} : { notAfter }),
  ...(overlapDays === undefined ? {} : { overlapDays }),
});
