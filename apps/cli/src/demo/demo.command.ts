import type { Command } from 'commander';
import { runDemo } from './demo';

export const addDemo = (program: Command): void => {
  program
    .command('demo')
    .description('make a small invented London, import it, and follow a missing child across three boroughs')
    .option('--exit', 'stop when the story is told, instead of leaving the exchange up')
    .option('--port <number>', 'port of the exchange; 0 for any', '8033')
    .action(async (options: { exit?: boolean; port: string }) => {
      await runDemo({ exit: options.exit === true, port: Number(options.port) });
    });
};
