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

/** The batch that arrived and those behind it: they share the next commit. */
const drain = (port: MessagePort, first: ToWriter): Readonly<{ requests: unknown[]; closing: boolean }> => {
  const requests: unknown[] = [];
  let batch: ToWriter | undefined = first;
  while (batch) {
    requests.push(...batch);
    if (requests.length >= MOST_IN_A_GROUP) break;
    batch = (receiveMessageOnPort(port) as { message: ToWriter } | undefined)?.message;
  }
  return { requests, closing: batch === null };
};

const serve = (port: MessagePort, tasks: WriteTasks, group: GroupCommit): void => {
  const send = (message: FromWriter): void => port.postMessage(message);
  port.on('message', (first: ToWriter) => {
    const { requests, closing } = drain(port, first);
    const answers: readonly Answer[] = requests.length > 0 ? group.run(requests) : [];
    if (answers.length > 0) send({ kind: 'answers', answers });
    if (!closing) return;
    tasks.close();
    port.close();
  });
  send({ kind: 'ready' });
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
