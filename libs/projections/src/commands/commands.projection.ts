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

/** Which commands were recorded, where, and whose they were. The facts of a child's record carry ids that no client ever gave. */
export const commandsProjection: Projection = {
  schema: COMMANDS_SCHEMA,
  filter: {},
  project: (fact) =>
    fact.category === 'record'
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
