import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AUTHORITIES } from '@ibex/kernel';
import type { Authorities } from '@ibex/kernel';
import { FileDrop } from './file-drop';
import type { FileDropOptions } from './file-drop';

/** The file drop as a channel. Needs AUTHORITIES. */
@Module({})
export class FilesModule {
  static with(options: FileDropOptions): DynamicModule {
    return {
      module: FilesModule,
      global: true,
      providers: [
        {
          provide: FileDrop,
          inject: [AUTHORITIES],
          useFactory: (authorities: Authorities) => new FileDrop(authorities, options),
        },
      ],
      exports: [FileDrop],
    };
  }
}
