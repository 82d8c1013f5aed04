import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '@ibex/imports';
import { importReturn, loadPostcodeTable } from '../commands/import.commands';
import { readCliConfig } from '../config';
import { pagesOf } from '../exchange/api';
import { openSession } from '../exchange/session';
import type { Session } from '../exchange/session';
import { say, tableOf } from '../output';
import { playMissingStory } from './missing-story';
import { DEMO_BOROUGHS, DEMO_NON_MEMBER, writeSmallLondon } from './small-london';
import type { SmallLondon } from './small-london';

export type DemoOptions = Readonly<{ exit: boolean; port: number }>;

const counted = (report: ImportReport, action: string): number => report.commands[action] ?? 0;

const importAll = async (session: Session, home: string, london: SmallLondon): Promise<void> => {
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

const showDesks = async (session: Session): Promise<void> => {
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

const showDoors = async (session: Session): Promise<void> => {
  say(`\n5. The exchange stays up at ${session.url}. Press Ctrl-C to end it; its folder is then removed.`);
  for (const borough of DEMO_BOROUGHS.slice(0, 2))
    say(`\n    TOKEN_${borough.name.toUpperCase()}='${await session.tokenFor(borough.gss, 'duty-desk')}'`);
  say(`\n    Try: curl -H "authorization: Bearer $TOKEN_CROYDON" '${session.url}/v1/inbox?after=0&limit=5'`);
  say(`         curl -N -H "authorization: Bearer $TOKEN_CROYDON" ${session.url}/v1/inbox/stream`);
  say(`         ${session.url}/openapi.json describes every route`);
};

const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const keepAlive = setInterval(() => undefined, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        clearInterval(keepAlive);
        resolve();
      });
  });

const tell = async (session: Session, home: string, london: SmallLondon): Promise<void> => {
  say('2. Each borough imports its return; only what concerns another authority is posted');
  await importAll(session, home, london);
  say('\n3. What every borough now has, without anybody having written an email');
  await showDesks(session);
  say('\n4. A missing child, as the desks hear of it (server-sent events, each on its own connection)');
  await playMissingStory(session);
};

/** The main job on the embedded default: nothing outside a temporary folder and loopback is touched. */
export const runDemo = async ({ exit, port }: DemoOptions): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'ibex-demo-'));
  const home = join(folder, 'exchange');
  const begun = performance.now();
  const interrupted = untilInterrupted();
  try {
    say('IBEX, the inter-borough exchange. Every name, child and postcode below is invented.\n');
    const london = await writeSmallLondon(join(folder, 'london'));
    const postcodes = await loadPostcodeTable(home, london.postcodes);
    const session = await openSession({ ...readCliConfig({ home }), url: undefined }, exit ? 0 : port);
    say(
      `1. Made a small London (${String(london.returns.length)} returns, ${String(postcodes)} postcodes) and started an exchange on it\n`,
    );
    try {
      await tell(session, home, london);
      say(`\nTold in ${((performance.now() - begun) / 1000).toFixed(1)} seconds.`);
      if (!exit) {
        await showDoors(session);
        await interrupted;
      }
    } finally {
      await session.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    if (exit) process.emit('SIGTERM');
  }
};
