import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import { AuthoritiesController } from './authorities.controller';
import { LiveAuthorities } from './membership/live-authorities';

export type BoroughsOptions = Readonly<{
  /** GSS codes of the authorities that read their mailbox here to begin with; the 33 of London when left out. */
  members?: readonly string[];
}>;

@Module({})
export class BoroughsModule {
  static forRoot({ members }: BoroughsOptions = {}): DynamicModule {
    return {
      module: BoroughsModule,
      global: true,
      controllers: [AuthoritiesController],
      providers: [
        { provide: LiveAuthorities, useFactory: () => new LiveAuthorities(members) },
        { provide: AUTHORITIES, useExisting: LiveAuthorities },
      ],
      exports: [AUTHORITIES, LiveAuthorities],
    };
  }
}
