import { Inject, Injectable, Optional } from '@nestjs/common';
import { KEY_VAULT, RECORDS, RESTRICTIONS } from '@ibex/kernel';
import type {
  ChildRecord,
  Instant,
  KeyVault,
  Reader,
  RecordLabel,
  Records,
  Restrictions,
} from '@ibex/kernel';
import { OpenGrants } from '../grants/open-grants';
import type { Relation } from './question';

/** What was recorded about a record itself, and of this reader’s emergency access to it. */
export type Matter = Readonly<{
  record: ChildRecord | undefined;
  labels: readonly RecordLabel[];
  erased: boolean;
  granted: readonly Relation[];
  now: Instant;
}>;

/** The facts of the matter, looked up together at the moment of asking. */
@Injectable()
export class RecordMatter {
  constructor(
    @Inject(RECORDS) private readonly records: Pick<Records, 'find'>,
    @Inject(RESTRICTIONS) private readonly restrictions: Pick<Restrictions, 'labelsOf'>,
    private readonly grants: OpenGrants,
    @Optional() @Inject(KEY_VAULT) private readonly vault?: Pick<KeyVault, 'findKey'>,
  ) {}

  async of(recordRef: string, reader: Reader): Promise<Matter> {
    const [record, labels, key, granted] = await Promise.all([
      this.records.find(recordRef),
      this.restrictions.labelsOf(recordRef),
      this.vault?.findKey(recordRef),
      this.grants.relationsOf(reader, recordRef),
    ]);
    // a record is never without its key, unless that was destroyed
    const erased = this.vault !== undefined && record !== undefined && key === undefined;
    return { record, labels, erased, granted, now: this.grants.now() };
  }
}
