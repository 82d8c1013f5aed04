import type { ImportReport } from '@ibex/imports';
import { importReturn } from '../commands/import.commands';
import { pagesOf } from '../exchange/api';
import type { Session } from '../exchange/session';
import { say, tableOf } from '../output';
import { DEMO_BOROUGHS, DEMO_NON_MEMBER } from './small-london';
import type { SmallLondon } from './small-london';

const counted = (report: ImportReport, action: string): number => report.commands[action] ?? 0;

/** Every borough imports its return; a table of what that posted. */
export const importAll = async (session: Session, home: string, london: SmallLondon): Promise<void> => {
  const rows = [];
  for (const { borough, folder } of london.returns) {
    const report = await importReturn(session, home, { folder, authority: borough.gss, dryRun: false });
    const rowsRead = Object.values(report.files).reduce((total, { rows: count }) => total + count, 0);
    const placed = counted(report, 'placement/notify');
    const missing = counted(report, 'missing/report');
    rows.push({
      borough: borough.name,
      'rows read': rowsRead,
      'placed elsewhere': placed,
      'missing episodes': missing,
      seconds: report.seconds,
    });
  }
  say(
    tableOf(rows, ['borough', 'rows read', 'placed elsewhere', 'missing episodes', 'seconds']).replaceAll(
      /^/gm,
      '    ',
    ),
  );
};

const countOf = async (
  session: Session,
  gss: string,
  path: string,
  role: 'duty-desk' | 'placing-practitioner',
): Promise<number> => {
  let count = 0;
  for await (const page of pagesOf(await session.apiFor(gss, role), path)) count += page.length;
  return count;
};

/** A table of what every borough sees of the others. */
export const showDesks = async (session: Session): Promise<void> => {
  const rows = [];
  for (const { gss, name } of DEMO_BOROUGHS) {
    const here = await countOf(session, gss, '/v1/registers/placed-here', 'duty-desk');
    const elsewhere = await countOf(session, gss, '/v1/registers/placed-elsewhere', 'placing-practitioner');
    const own = await session.apiFor(gss, 'placing-practitioner');
    const letters = ((await own.get('/v1/tasks')) as { tasks: readonly unknown[] }).tasks.length;
    rows.push({
      borough: name,
      'others’ children here': here,
      'ours elsewhere': elsewhere,
      'letters to write': letters,
    });
  }
  say(
    tableOf(rows, ['borough', 'others’ children here', 'ours elsewhere', 'letters to write']).replaceAll(
      /^/gm,
      '    ',
    ),
  );
  say(
    `    Letters: ${DEMO_NON_MEMBER.name} does not read a mailbox here, so the sender gets the letter ready to send.`,
  );
};
