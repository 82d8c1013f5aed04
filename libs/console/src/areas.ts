import type { DynamicModule, Type } from '@nestjs/common';
import { DeskModule } from './desk/desk.module';
import { GovernanceModule } from './governance/governance.module';
import { MashModule } from './mash/mash.module';
import { OperationsModule } from './operations/operations.module';
import { RegistersModule } from './registers/registers.module';
import { TellModule } from './tell/tell.module';

/** The modules of the areas: each adds its own. */
export const AREAS: readonly (Type | DynamicModule)[] = [
  GovernanceModule,
  DeskModule,
  MashModule,
  TellModule,
  RegistersModule,
  OperationsModule,
];
