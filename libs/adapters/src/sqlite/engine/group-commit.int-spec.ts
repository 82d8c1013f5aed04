import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { temporaryFolders } from '@ibex/testing';
import type { AppendRequest } from '../log/append-protocol';
import { logFile } from '../log/log-file';
import { openTasks } from '../log/log.tasks';
import { openForReading } from './database-file';
import { GroupCommit } from './group-commit';
import type { WriteTasks } from './group-commit';
import type { Answer } from './write-protocol';

const newFolder = temporaryFolders();

const anAppend = (id: string, bytes = 10): AppendRequest => ({
  stream: `placement-${id}`,
  category: 'placement',
  expected: 'none',
  facts: [
    [id, 'PlacementNotified', '2026-03-02T09:00:00.000Z', JSON.stringify('x'.repeat(bytes)), null, '{}'],
  ],
});
const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
const idsIn = (database: DatabaseSync): readonly unknown[] =>
  database
    .prepare('SELECT id FROM facts ORDER BY position')
    .all()
    .map((row) => row['id']);
const faultsOf = (answers: readonly Answer[]): readonly (string | undefined)[] =>
  answers.map((answer) => ('failure' in answer ? answer.failure.fault : undefined));

describe('group commit', () => {
  let file: string;
  let tasks: WriteTasks;
  let group: GroupCommit;
  beforeEach(() => {
    file = join(newFolder(), 'log.sqlite');
    tasks = openTasks({ file });
    group = new GroupCommit(tasks);
  });
  afterEach(() => tasks.close());

  it('syncs every commit, also after the file was opened a second time', () => {
    expect([pragma(tasks.database, 'journal_mode'), pragma(tasks.database, 'synchronous')]).toEqual([
      'wal',
      2,
    ]);
    tasks.close();
    tasks = openTasks({ file });
    expect([pragma(tasks.database, 'journal_mode'), pragma(tasks.database, 'synchronous')]).toEqual([
      'wal',
      2,
    ]);
    const reader = openForReading(logFile(file));
    expect(pragma(reader, 'synchronous')).toBe(2);
    reader.close();
  });

  it('waits for the disk with whatever has to last, and not with what is made anew after a power failure', () => {
    tasks.isLasting = (request) => (request as AppendRequest).stream !== 'placement-passing';
    const level = (): unknown => pragma(tasks.database, 'synchronous');
    const [NORMAL, FULL] = [1, 2];
    const levels = [anAppend('a'), anAppend('passing'), anAppend('b')].map((append) => {
      group.run([append]);
      return level();
    });
    expect(levels).toEqual([FULL, NORMAL, FULL]);
    group.run([{ ...anAppend('passing'), expected: 0 }, anAppend('c')]);
    expect(level()).toBe(FULL);
    group.add([{ ...anAppend('passing-2'), stream: 'placement-passing', expected: 'any' }]);
    expect(level()).toBe(NORMAL);
    group.add([anAppend('d')]);
    expect(faultsOf(group.commit())).toEqual([undefined, undefined]);
    expect(level()).toBe(FULL);
    expect(idsIn(tasks.database)).toEqual(['a', 'passing', 'b', 'c', 'passing-2', 'd']);
  });

  it('stores a group in one transaction and answers each request in order', () => {
    const answers = group.run([anAppend('a'), anAppend('b'), anAppend('a')]);
    expect(answers).toEqual([
      { value: [0, 0] },
      { value: [1, 0] },
      { value: expect.objectContaining({ kind: 'repeated' }) as object },
    ]);
    expect(tasks.database.isTransaction).toBe(false);
  });

  it('has nothing in the file before the commit', () => {
    const reader = openForReading(logFile(file));
    let seen: readonly unknown[] = ['unset'];
    const watched = new GroupCommit({
      file,
      database: tasks.database,
      perform: (request) => {
        const answer = tasks.perform(request);
        seen = idsIn(reader);
        return answer;
      },
      close: () => undefined,
    });
    watched.run([anAppend('a')]);
    expect(seen).toEqual([]);
    expect(idsIn(reader)).toEqual(['a']);
    reader.close();
  });

  it('refuses what a full disk cannot take, loses nothing, and goes on once there is room', () => {
    group.run([anAppend('before')]);
    tasks.database.exec(`PRAGMA max_page_count = ${Number(pragma(tasks.database, 'page_count')) + 2}`);
    const answers = group.run([anAppend('small'), anAppend('large', 100_000), anAppend('small-too')]);
    expect(faultsOf(answers)).toEqual([undefined, 'store/disk-full', undefined]);
    expect(answers[1]).toMatchObject({
      failure: { message: expect.stringMatching(/free some space/) as string },
    });
    expect(idsIn(tasks.database)).toEqual(['before', 'small', 'small-too']);
    tasks.database.exec('PRAGMA max_page_count = 100000');
    expect(group.run([anAppend('large', 100_000)])).toEqual([{ value: [3, 0] }]);
  });

  it('promises nothing more once an fsync was lost', () => {
    const failing = new GroupCommit({
      file,
      database: tasks.database,
      perform: () => {
        throw Object.assign(new Error('disk I/O error'), { errcode: 1034, errstr: 'disk I/O error' });
      },
      close: () => undefined,
    });
    expect(faultsOf(failing.run([1]))).toEqual(['store/failed']);
    const after = failing.run([2, 3]);
    expect(faultsOf(after)).toEqual(['store/failed', 'store/failed']);
    expect(tasks.database.isTransaction).toBe(false);
  });

  it('gives the neighbours of a faulty request a transaction of their own', () => {
    const answers = group.run([anAppend('a'), { stream: 'placement-x', facts: 'nonsense' }, anAppend('b')]);
    expect(faultsOf(answers)).toEqual([undefined, 'store/failed', undefined]);
    expect(idsIn(tasks.database)).toEqual(['a', 'b']);
  });
});
