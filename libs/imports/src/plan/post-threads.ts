import type { ExchangeAnswer, ExchangeClient, ExchangeCommand } from '../exchange/exchange-client.port';
import type { PlannedCommand, Thread } from './thread';

export const BATCH = 100;

/** How a thread fared: what was recorded anew, what the exchange had already, and what it refused. */
export type ThreadOutcome = Readonly<{
  thread: Thread;
  recorded: readonly string[];
  repeated: readonly string[];
  refused?: Readonly<{ action: string }> & Extract<ExchangeAnswer, { outcome: 'refused' }>;
}>;

type Running = {
  id: string | undefined;
  recorded: string[];
  repeated: string[];
  refused?: ThreadOutcome['refused'];
};
const ready = (id: string | undefined): Running => ({ id, recorded: [], repeated: [] });

const order = (running: Running, { action, key, body }: PlannedCommand): ExchangeCommand => ({
  action,
  key,
  body,
  ...(running.id === undefined ? {} : { id: running.id }),
});

const take = (running: Running, action: string, answer: ExchangeAnswer | undefined): void => {
  if (answer?.outcome === 'recorded') {
    running.id = answer.id;
    (answer.repeated ? running.repeated : running.recorded).push(action);
    return;
  }
  const missing = {
    outcome: 'refused',
    code: 'imports/no-answer',
    because: 'The exchange gave no answer.',
  } as const;
  running.refused = { action, ...(answer ?? missing) };
};

/**
 * Posts up to a hundred threads: the first command of each in one batch, then the second of each, and so on, because
 * the second needs the id that the first was given. After a refusal the rest of that thread is not sent.
 */
export const postThreads = async (
  client: Pick<ExchangeClient, 'submit'>,
  threads: readonly Thread[],
): Promise<readonly ThreadOutcome[]> => {
  const states = threads.map((thread) => ({ thread, running: ready(thread.id) }));
  const longest = Math.max(0, ...threads.map((thread) => thread.commands.length));
  for (let round = 0; round < longest; round += 1) {
    const due = states.flatMap(({ thread, running }) => {
      const command = thread.commands[round];
      return command && !running.refused ? [{ running, command }] : [];
    });
    const answers = await client.submit(due.map(({ running, command }) => order(running, command)));
    due.forEach(({ running, command }, index) => take(running, command.action, answers[index]));
  }
  return states.map(({ thread, running: { recorded, repeated, refused } }) => ({
    thread,
    recorded,
    repeated,
    ...(refused ? { refused } : {}),
  }));
};
