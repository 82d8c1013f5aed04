import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { LAYOUT_1 } from './layout-1';
import { LAYOUT_2 } from './layout-2';
import { LAYOUT_3 } from './layout-3';
import { LAYOUT_4 } from './layout-4';
import { LAYOUT_5 } from './layout-5';

const statements = (texts: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const text of texts) await sql.raw(text).execute(db);
  },
});

/** Forward only, in the order of their names. To change the layout, add one; never alter one that was released. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-layout': statements(LAYOUT_1),
  '0002-attempts-and-memories-of-feeds': statements(LAYOUT_2),
  '0003-agreements-cited-in-mailboxes': statements(LAYOUT_3),
  '0004-keys-kept-apart': statements(LAYOUT_4),
  '0005-things-kept-for-a-while': statements(LAYOUT_5),
};
