import { Inject, Injectable } from '@nestjs/common';
import { IbexError, KEY_VAULT } from '@ibex/kernel';
import type { KeyVault, Sealer } from '@ibex/kernel';
import { fromEnvelope, toEnvelope } from './envelope';

/** Seals personal fields under the record's own key: destroying that key erases them everywhere, backups included. */
@Injectable()
export class RecordSealer implements Sealer {
  constructor(@Inject(KEY_VAULT) private readonly vault: KeyVault) {}

  async seal(recordRef: string, factId: string, personal: object): Promise<string> {
    return toEnvelope(await this.vault.keyFor(recordRef), factId, JSON.stringify(personal));
  }

  async unseal(
    recordRef: string,
    factId: string,
    sealed: string,
  ): Promise<Readonly<Record<string, unknown>> | undefined> {
    const key = await this.vault.findKey(recordRef);
    return key ? toFields(fromEnvelope(key, factId, sealed)) : undefined;
  }
}

const toFields = (json: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(json);
  if (!isFields(value)) throw new IbexError('proof/seal-broken', 'the sealed part of a fact holds no fields');
  return value;
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
