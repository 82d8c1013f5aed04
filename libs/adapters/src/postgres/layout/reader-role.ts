import { escapeIdentifier, escapeLiteral } from 'pg';
import { StoreUnavailable } from '@ibex/kernel';
import { codeOf } from '../engine/faults';
import { SCHEMA } from '../engine/place';
import type { Place } from '../engine/place';
import type { Session } from '../engine/session';

type Standing = Readonly<{ mine: boolean; unbound: boolean }>;

const READ_BY_READERS = ['mailbox_entries', 'mailbox_heads', 'attempts'];

const standingOf = async (session: Session, role: string): Promise<Standing | undefined> => {
  const [standing] = await session.query<Standing>(
    `SELECT pg_has_role(current_user, oid, 'MEMBER') AS mine, rolsuper OR rolbypassrls AS unbound
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  return standing;
};

const refused = ({ setting, name }: Place, mend: string): StoreUnavailable =>
  new StoreUnavailable('store/access-denied', `${setting} (${name}): ${mend}`);

/** Roles belong to the whole server: another database of it may be making the same one at this moment. */
const make = async (session: Session, role: string): Promise<void> => {
  const named = escapeIdentifier(role);
  await session.script(
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(role)}) THEN
         CREATE ROLE ${named} NOLOGIN;
       END IF;
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
     END $$`,
  );
  const standing = await standingOf(session, role);
  if (standing?.mine !== true) await session.script(`GRANT ${named} TO CURRENT_USER`);
};

/** The role that readers' questions run under: it owns nothing and row-level security binds it. */
export const makeReaderRole = async (session: Session, role: string, place: Place): Promise<void> => {
  const before = await standingOf(session, role);
  if (before?.mine !== true) {
    await make(session, role).catch((cause: unknown) => {
      if (codeOf(cause) !== '42501') throw cause;
      const mend = `the role ${role} is missing; as an administrator: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO the user of the URL`;
      throw refused(place, mend);
    });
  }
  const after = await standingOf(session, role);
  if (after?.unbound !== false)
    throw refused(
      place,
      `the role ${role} passes by row-level security; ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS`,
    );
  const named = escapeIdentifier(role);
  await session.script(
    `GRANT USAGE ON SCHEMA ${SCHEMA} TO ${named}`,
    ...READ_BY_READERS.map((table) => `GRANT SELECT ON ${table} TO ${named}`),
  );
};
