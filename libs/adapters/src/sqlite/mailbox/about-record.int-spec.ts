import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolders } from '@ibex/testing';
import { ABOUT_RECORD, SqliteMailbox } from './sqlite-mailbox';

const folder = temporaryFolders();

const planOf = (file: string, where: string): string => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const steps = database
      .prepare(`EXPLAIN QUERY PLAN SELECT entry FROM mailbox_entries WHERE ${where}`)
      .all('r-1', 'E09000008');
    return steps.map(({ detail }) => String(detail)).join('; ');
  } finally {
    database.close();
  }
};

describe('what a mailbox holds about one child', () => {
  it('is found by its index, however large the mailbox', async () => {
    const file = join(folder(), 'views.sqlite');
    const mailbox = await SqliteMailbox.open(file);
    const plan = planOf(file, ABOUT_RECORD);
    await mailbox.close();
    expect(plan).toContain('mailbox_entries_by_record (record_ref=? AND authority=?)');
  });
});
