import { Global, Module } from '@nestjs/common';
import { AUTHORITY_KEYS } from '@ibex/kernel';
import { KeyChallenges } from './api/key-challenges';
import { KeysController } from './api/keys.controller';
import { OwnKeys } from './api/own-keys';
import { RecordedKeys } from './record/recorded-keys';

/** AUTHORITY_KEYS: what each authority's details are sealed to. Needs the runtime and the log. */
@Global()
@Module({
  providers: [RecordedKeys, { provide: AUTHORITY_KEYS, useExisting: RecordedKeys }],
  exports: [RecordedKeys, AUTHORITY_KEYS],
})
export class AuthorityKeysModule {}

/** The routes with which an authority keeps its keys. Needs DETAIL_SEALER, PSEUDONYMS and DIGESTS too. */
@Module({
  imports: [AuthorityKeysModule],
  controllers: [KeysController],
  providers: [KeyChallenges, OwnKeys],
})
export class KeyRoutesModule {}
