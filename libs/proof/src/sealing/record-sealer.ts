import { Inject, Injectable } from '@nestjs/common';
import { KEY_VAULT } from '@ibex/kernel';
import type { GuardedParts, KeyVault, Sealer } from '@ibex/kernel';
import { fromEnvelope, toEnvelope } from './envelope';
import { fieldsOf, guardedIn, joined, openIn, partedFields } from './parted';
import type { Fields } from './parted';

/** The name under which the vault keeps the key of what leads to the child of a record. */
const guardOf = (recordRef: string): string => `${recordRef}/whereabouts`;

/**
 * Seals personal fields under the record's own key: destroying that key erases them everywhere, backups included. What
 * leads to the child is sealed under a second key first, which the vault keeps apart while the record is restricted.
 */
@Injectable()
export class RecordSealer implements Sealer, GuardedParts {
  constructor(@Inject(KEY_VAULT) private readonly vault: KeyVault) {}

  async seal(recordRef: string, factId: string, personal: object): Promise<string> {
    const { open, guarded } = partedFields(personal);
    const within = guarded && (await this.sealGuarded(recordRef, factId, guarded));
    const plain = JSON.stringify(within === undefined ? { open } : { open, guarded: within });
    return toEnvelope(await this.vault.keyFor(recordRef), factId, { scheme: 'parted', plain });
  }

  async sealWords(recordRef: string, factId: string, words: object): Promise<string> {
    const plain = JSON.stringify(words);
    return toEnvelope(await this.vault.keyFor(recordRef), factId, { scheme: 'words', plain });
  }

  async unseal(recordRef: string, factId: string, sealed: string): Promise<Fields | undefined> {
    const opened = await this.open(recordRef, factId, sealed);
    if (opened?.scheme === 'parted')
      return this.parted(opened.plain, factId, await this.vault.findKey(guardOf(recordRef)));
    const fields = opened && fieldsOf(opened.plain);
    // sealed before there were two keys, all under the one
    const isOld = fields !== undefined && opened?.scheme === 'fields';
    return isOld && (await this.isApart(recordRef)) ? partedFields(fields).open : fields;
  }

  async unsealWhole(recordRef: string, factId: string, sealed: string): Promise<Fields | undefined> {
    const opened = await this.open(recordRef, factId, sealed);
    if (opened?.scheme !== 'parted') return opened && fieldsOf(opened.plain);
    return this.parted(opened.plain, factId, await this.vault.findKept(guardOf(recordRef)));
  }

  keepApart(recordRef: string): Promise<void> {
    return this.vault.setApart(guardOf(recordRef));
  }

  giveBack(recordRef: string): Promise<void> {
    return this.vault.giveBack(guardOf(recordRef));
  }

  isApart(recordRef: string): Promise<boolean> {
    return this.vault.isApart(guardOf(recordRef));
  }

  private async sealGuarded(recordRef: string, factId: string, guarded: Fields): Promise<string> {
    const key = await this.vault.keyFor(guardOf(recordRef));
    return toEnvelope(key, factId, { scheme: 'guarded', plain: JSON.stringify(guarded) });
  }

  private async open(
    recordRef: string,
    factId: string,
    sealed: string,
  ): Promise<ReturnType<typeof fromEnvelope> | undefined> {
    const key = await this.vault.findKey(recordRef);
    return key && fromEnvelope(key, factId, sealed);
  }

  private parted(plain: string, factId: string, guard: Uint8Array | undefined): Fields {
    const parts = fieldsOf(plain);
    const within = guardedIn(parts);
    if (within === undefined || guard === undefined) return openIn(parts);
    return joined(openIn(parts), fieldsOf(fromEnvelope(guard, factId, within).plain));
  }
}
