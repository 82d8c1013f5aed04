import { READ_DB } from '@ibex/kernel';
import type { CommandLedger } from '@ibex/kernel';
import { SubscriptionRunner } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { COMMANDS_SCHEMA } from './commands.projection';

type CommandTables = Readonly<{
  commands: Readonly<{ commandId: string; digest: string; stream: string }>;
}>;

/**
 * The kernel's ledger of recorded commands, read from the view; it trails the log by a moment. While the view is being
 * built it knows nothing: an urgent notice does not wait for it, and the notice's own stream still tells a repetition.
 */
@Injectable()
export class RecordedCommands implements CommandLedger {
  private isBuilt = false;

  constructor(
    @Inject(READ_DB) private readonly db: Kysely<CommandTables>,
    private readonly subscriptions: SubscriptionRunner,
  ) {}

  async find(commandId: string): ReturnType<CommandLedger['find']> {
    if (!this.canAnswer()) return undefined;
    const found = await this.db
      .selectFrom('commands')
      .select(['digest', 'stream'])
      .where('commandId', '=', commandId)
      .executeTakeFirst();
    return found && { digest: found.digest, stream: found.stream };
  }

  /** Once built, a view answers for as long as the process lives: a rebuild goes on beside it. */
  private canAnswer(): boolean {
    this.isBuilt ||= this.subscriptions
      .states()
      .some(({ name, position }) => name === `view:${COMMANDS_SCHEMA.name}` && position !== undefined);
    return this.isBuilt;
  }
}
