import type { ViewSchema } from '@ibex/kernel';
import type { Projection } from '@ibex/runtime';

export const COMMANDS_SCHEMA: ViewSchema = {
  name: 'commands',
  version: 1,
  tables: [
    {
      name: 'commands',
      columns: { commandId: 'text', digest: 'text', stream: 'text' },
      primaryKey: ['commandId'],
    },
  ],
};

/** Which commands were recorded, and where. The facts of a child's record carry ids that no client ever gave. */
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
            },
          },
        ],
};
