import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { ACCESS_SETTINGS, USUAL_ACCESS } from './access.settings';
import type { AccessSettings } from './access.settings';

/** How long what is opened in need stays open; left out: as usual. */
@Global()
@Module({})
export class AccessSettingsModule {
  static with(settings: AccessSettings = USUAL_ACCESS): DynamicModule {
    return {
      module: AccessSettingsModule,
      providers: [{ provide: ACCESS_SETTINGS, useValue: settings }],
      exports: [ACCESS_SETTINGS],
    };
  }
}
