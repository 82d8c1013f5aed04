import { COMMAND_LEDGER } from '@ibex/kernel';
import { ViewRunner } from '@ibex/runtime';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { commandsProjection } from './commands.projection';
import { RecordedCommands } from './commands.query';

/** Which commands were recorded: all that a process needs of the views to take commands. Global: the runtime asks it. */
@Global()
@Module({
  providers: [{ provide: COMMAND_LEDGER, useClass: RecordedCommands }],
  exports: [COMMAND_LEDGER],
})
export class CommandLedgerModule implements OnModuleInit {
  constructor(private readonly views: ViewRunner) {}

  onModuleInit(): void {
    this.views.follow(commandsProjection);
  }
}
