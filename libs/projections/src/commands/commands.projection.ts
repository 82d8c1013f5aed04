import type { ViewSchema } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';

export const COMMANDS_SCHEMA: ViewSchema = {
  name: 'commands',
  version: 2,
  tables: [
    {
      name: 'commands',
      columns: { commandId: 'text', digest: 'text', stream: 'text', authority: 'text' },
      primaryKey: ['commandId'],
      sight: [{ column: 'authority' }],
    },
  ],
};

/** Facts of these carry ids that no client ever gave: of a child's record, of who looked at one. */
const WITHOUT_COMMANDS: readonly string[] = ['record', 'reads', 'looks'];

/** Which commands were recorded, where, and whose they were. */
export const commandsProjection: Projection = {
  schema: COMMANDS_SCHEMA,
  filter: {},
  project: (fact) =>
    WITHOUT_COMMANDS.includes(fact.category)
      ? []
      : [
          {
            op: 'put',
            table: 'commands',
            row: {
              commandId: fact.metadata.commandId,
              digest: fact.metadata.commandDigest,
              stream: fact.stream,
              authority: fact.metadata.actor.authority,
            },
          },
        ],
};
