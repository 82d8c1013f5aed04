import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IDENTITY_SEARCH } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { RecordedIdentitySearch } from '../search/recorded-identity-search';
import { IdentityDigests } from './identity-digests';
import { identityKeysProjection } from './identity-keys.projection';
import { KeyedRecords } from './keyed-records';
import { Unsealing } from './unsealing';

/**
 * The view of what records may be found by, and IDENTITY_SEARCH on it. Needs the runtime and the ports READ_DB, SEALER
 * and PSEUDONYMS.
 */
@Global()
@Module({
  providers: [
    ...[IdentityDigests, KeyedRecords, Unsealing],
    { provide: IDENTITY_SEARCH, useClass: RecordedIdentitySearch },
  ],
  exports: [IDENTITY_SEARCH, IdentityDigests, KeyedRecords, Unsealing],
})
export class IdentitySearchModule implements OnModuleInit {
  constructor(
    private readonly views: ViewRunner,
    private readonly unsealing: Unsealing,
    private readonly digests: IdentityDigests,
  ) {}

  onModuleInit(): void {
    this.views.follow(identityKeysProjection(this.unsealing, this.digests));
  }
}
