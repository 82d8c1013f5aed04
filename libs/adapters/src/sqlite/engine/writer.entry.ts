import { registerHooks } from 'node:module';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Failure } from './faults';
import type { GroupCommit, WriteTasks } from './group-commit';
import type { Answer, FromWriter, ToWriter, WriterSetup } from './write-protocol';

type TasksModule = Readonly<{ openTasks(options: unknown): WriteTasks }>;
type GroupModule = Readonly<{ GroupCommit: new (tasks: WriteTasks) => GroupCommit }>;
type FaultsModule = Readonly<{ failureOf(error: unknown, file: string): Failure }>;

const MOST_IN_A_GROUP = 1024;

// Source files run as they are (Node strips the types), and their relative imports have no extension.
const resolveSourceFiles = (extension: string): void => {
  if (extension !== '.ts') return;
  registerHooks({
    resolve: (specifier, context, next) =>
      next(
        specifier.startsWith('.') && !specifier.endsWith(extension) ? `${specifier}${extension}` : specifier,
        context,
      ),
  });
};

const toMessage = (answers: readonly Answer[]): FromWriter => ({
  kind: 'answers',
  values: answers.map((answer) => ('value' in answer ? answer.value : null)),
  failures: answers.flatMap((answer, index) =>
    'failure' in answer ? [[index, answer.failure] as const] : [],
  ),
});

const nextMessage = (port: MessagePort): ToWriter | undefined =>
  (receiveMessageOnPort(port) as { message: ToWriter } | undefined)?.message;

const serve = (port: MessagePort, tasks: WriteTasks, group: GroupCommit): void => {
  const answer = (): void => {
    if (group.size > 0) port.postMessage(toMessage(group.commit()));
  };
  port.on('message', (first: ToWriter) => {
    let message: ToWriter | undefined = first;
    // Batches behind the first share its commit.
    while (message) {
      group.add(tasks.unpack ? tasks.unpack(message.batch) : (message.batch as readonly unknown[]));
      if (group.size >= MOST_IN_A_GROUP) answer();
      const next = nextMessage(port);
      if (next === undefined && message.more) return;
      message = next;
    }
    answer();
    if (message !== null) return;
    tasks.close();
    port.close();
  });
  port.postMessage({ kind: 'ready' } satisfies FromWriter);
};

const start = async (port: MessagePort): Promise<void> => {
  const { tasks, extension, options } = workerData as WriterSetup;
  resolveSourceFiles(extension);
  const { GroupCommit } = (await import(`./group-commit${extension}`)) as GroupModule;
  const { failureOf } = (await import(`./faults${extension}`)) as FaultsModule;
  try {
    const opened = ((await import(tasks)) as TasksModule).openTasks(options);
    serve(port, opened, new GroupCommit(opened));
  } catch (error) {
    const file = (options as { file?: string }).file ?? 'store';
    port.postMessage({ kind: 'refused', failure: failureOf(error, file) } satisfies FromWriter);
    port.close();
  }
};

if (parentPort) void start(parentPort);
