import { Command } from 'commander';
import { startKafkaServer } from '@ibex/testing';
import type { KafkaServer } from '@ibex/testing';
import { addKafka } from './kafka.commands';

let kafka: KafkaServer;
beforeAll(async () => {
  kafka = await startKafkaServer('--listeners', 'plaintext', '--authorizer');
}, 60_000);
afterAll(async () => {
  await kafka.stop();
});

/** What a command prints and ends with. */
const run = async (
  ...words: readonly string[]
): Promise<Readonly<{ printed: string; exitCode: unknown }>> => {
  let printed = '';
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const program = new Command('ibex').exitOverride();
  addKafka(program);
  const single = [
    '--brokers',
    kafka.at('plaintext'),
    '--replication-factor',
    '1',
    '--min-insync-replicas',
    '1',
  ];
  try {
    await program.parseAsync(['kafka', ...words, ...single], { from: 'user' });
    return { printed: printed.trimEnd(), exitCode: process.exitCode };
  } finally {
    written.mockRestore();
    process.exitCode = undefined;
  }
};

it('plans all of London and the canary of the exchange, makes it, and then has nothing to do', async () => {
  const plan = await run('plan', '--members', 'london');
  expect(plan.printed).toMatch(/topics to make: 34, rights to grant: 169$/);
  expect(plan.exitCode).toBe(2);
  const applied = await run('apply', '--members', 'london');
  expect(applied).toEqual({ printed: `${plan.printed}\ndone`, exitCode: undefined });
  expect(await run('plan', '--members', 'london')).toEqual({ printed: 'nothing to do', exitCode: undefined });
  expect((await run('apply', '--members', 'london')).printed).toBe('nothing to do');
}, 30_000);

it('prints a plan that programs can read', async () => {
  await run('apply', '--authority', 'Leeds');
  const { printed, exitCode } = await run('plan', '--authority', 'Leeds', '--retention-days', '7', '--json');
  expect(JSON.parse(printed)).toMatchObject({
    create: [],
    change: ['ibex.notices.E08000035', 'ibex.notices.IBEX-CANARY'].map((topic) => ({
      ...{ topic, config: 'retention.ms', from: '2592000000', to: '604800000' },
    })),
  });
  expect(exitCode).toBe(2);
}, 30_000);

it('takes the rights of who leaves with --prune', async () => {
  await run('apply', '--authority', 'Kent');
  expect((await run('plan', '--leaver', 'Kent')).printed).toMatch(/\nrights too many: 5$/);
  await run('apply', '--leaver', 'Kent', '--prune');
  expect((await run('plan', '--leaver', 'Kent')).printed).toBe('nothing to do');
}, 30_000);

it('says so when no broker answers', async () => {
  const program = new Command('ibex').exitOverride();
  addKafka(program);
  const words = ['kafka', 'plan', '--brokers', '127.0.0.1:1', '--members', 'london'];
  await expect(program.parseAsync(words, { from: 'user' })).rejects.toThrow(
    'no broker answers; check the brokers given',
  );
});
