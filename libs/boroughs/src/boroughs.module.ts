import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import { AuthoritiesController } from './authorities.controller';
import { knownAuthorities } from './known-authorities';

export type BoroughsOptions = Readonly<{
  /** GSS codes of the authorities that read their mailbox here; the 33 of London when left out. */
  members?: readonly string[];
}>;

@Module({})
export class BoroughsModule {
  static forRoot({ members }: BoroughsOptions = {}): DynamicModule {
    return {
      module: BoroughsModule,
      global: true,
      controllers: [AuthoritiesController],
      providers: [{ provide: AUTHORITIES, useFactory: () => knownAuthorities(members) }],
      exports: [AUTHORITIES],
    };
  }
}
