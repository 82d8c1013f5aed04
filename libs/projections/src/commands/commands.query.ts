import { READ_DB } from '@ibex/kernel';
import type { CommandLedger } from '@ibex/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';

type CommandTables = Readonly<{
  commands: Readonly<{ commandId: string; digest: string; stream: string }>;
}>;

/** The kernel's ledger of recorded commands, read from the view; it trails the log by a moment. */
@Injectable()
export class RecordedCommands implements CommandLedger {
  constructor(@Inject(READ_DB) private readonly db: Kysely<CommandTables>) {}

  async find(commandId: string): ReturnType<CommandLedger['find']> {
    const found = await this.db
      .selectFrom('commands')
      .select(['digest', 'stream'])
      .where('commandId', '=', commandId)
      .executeTakeFirst();
    return found && { digest: found.digest, stream: found.stream };
  }
}
