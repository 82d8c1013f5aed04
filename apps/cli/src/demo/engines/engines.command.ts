import type { Command } from 'commander';
import { readEngines } from '../../config';
import { runEnginesDemo } from './engines-demo';

type Options = Readonly<{ exit?: boolean; eventstoredb?: string; postgres?: string; kafka?: string }>;

export const addEnginesDemo = (program: Command): void => {
  program
    .command('demo-engines')
    .description(
      'the demo on PostgreSQL, Kafka and an event store, split over processes, with Kafka consumers',
    )
    .option('--exit', 'stop when the story is told, instead of leaving everything up')
    .option(
      '--eventstoredb <connection string>',
      'a real EventStoreDB (default: IBEX_TEST_EVENTSTOREDB, or a stand-in)',
    )
    .option('--postgres <url>', 'an empty database to use (default: a PostgreSQL is started)')
    .option('--kafka <host:port>', 'a broker to use (default: one is started)')
    .action(async ({ exit, eventstoredb, postgres, kafka }: Options) => {
      const eventStore = eventstoredb ?? readEngines().eventStore;
      await runEnginesDemo({
        exit: exit === true,
        ...(eventStore === undefined ? {} : { eventStore }),
        ...(postgres === undefined ? {} : { postgres }),
        ...(kafka === undefined ? {} : { kafka }),
      });
    });
};
