import { Module } from '@nestjs/common';
import type { DynamicModule, ModuleMetadata, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AuthorityNames } from './authority-names';
import { Assets } from './assets';
import { PostGuard } from '../server/post.guard';
import { FaultFilter } from './fault.filter';
import { Pages } from './pages';
import { VisitGuard } from './visit.guard';

export type ConsoleParts = Readonly<{
  /** Folder of the built styles and scripts. */
  assets: string;
  /** The areas. */
  areas: NonNullable<ModuleMetadata['imports']>;
  /** Visits, Kept, CLOCK, SafeLog: who signs in and where things are kept. */
  providers: readonly Provider[];
}>;

/** The frame of all pages: who visits, how a page is made, what a fault looks like. */
@Module({})
export class ConsoleModule {
  static with({ assets, areas, providers }: ConsoleParts): DynamicModule {
    const shared = [
      AuthorityNames,
      { provide: Assets, useFactory: () => new Assets(assets) },
      Pages,
      ...providers,
    ];
    return {
      module: ConsoleModule,
      global: true,
      imports: areas,
      providers: [
        ...shared,
        { provide: APP_GUARD, useClass: VisitGuard },
        { provide: APP_GUARD, useClass: PostGuard },
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
      exports: shared,
    };
  }
}
