import { Inject, Injectable } from '@nestjs/common';
import { ACCESS_POLICY } from '@ibex/kernel';
import type { AccessPolicy, Reader } from '@ibex/kernel';
import { FactLog, notFound } from '@ibex/runtime';

/** Whether a record, and a notice about its child, are an authority's own. */
@Injectable()
export class OwnRecords {
  constructor(
    @Inject(ACCESS_POLICY) private readonly access: Pick<AccessPolicy, 'sightOfRecord'>,
    private readonly log: FactLog,
  ) {}

  /** Throws the one 404. */
  async check(reader: Reader, recordRef: string, notice: string | undefined): Promise<void> {
    if ((await this.access.sightOfRecord(reader, recordRef)) !== 'owner') throw notFound();
    if (notice === undefined) return;
    const [opening] = await this.log.readStream(notice, { limit: 1 });
    if (opening?.metadata.recordRef !== recordRef) throw notFound();
  }
}
