import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPostcodeTable } from '../commands/import.commands';
import { readCliConfig } from '../config';
import { openSession } from '../exchange/session';
import type { Session } from '../exchange/session';
import { say } from '../output';
import { importAll, showDesks } from './boroughs-story';
import { playMissingStory } from './missing-story';
import { DEMO_BOROUGHS, writeSmallLondon } from './small-london';
import type { SmallLondon } from './small-london';
import { untilInterrupted } from './until-interrupted';

export type DemoOptions = Readonly<{ exit: boolean; port: number }>;

const showDoors = async (session: Session): Promise<void> => {
  say(`\n5. The exchange stays up at ${session.url}. Press Ctrl-C to end it; its folder is then removed.`);
  for (const borough of DEMO_BOROUGHS.slice(0, 2))
    say(`\n    TOKEN_${borough.name.toUpperCase()}='${await session.tokenFor(borough.gss, 'duty-desk')}'`);
  say(`\n    Console: ${session.url}/console  (choose an authority and a role; no password in a trial)`);
  say(`\n    Try: curl -H "authorization: Bearer $TOKEN_CROYDON" '${session.url}/v1/inbox?after=0&limit=5'`);
  say(`         curl -N -H "authorization: Bearer $TOKEN_CROYDON" ${session.url}/v1/inbox/stream`);
  say(`         ${session.url}/openapi.json describes every route`);
};

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
