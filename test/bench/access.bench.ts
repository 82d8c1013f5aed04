import { randomUUID } from 'node:crypto';
import { PostgresEngine } from '../../apps/cli/src/engines/postgres-engine';
import { alternating } from './access/alternating';
import type { Ask, Kinds } from './access/alternating';
import { MOST_T, cropped, welchT } from './access/welch';
import { told } from './engines/told';
import { median } from './figure';
import type { Figure } from './figure';
import { figure } from './report';
import { homeWith } from './view/home';
import { hostOf, ownerOf } from './view/made-child';
import { startOn } from './view/running';
import type { Running } from './view/running';

type Effort = Readonly<{ children: number; pairs: number }>;
const FULL: Effort = { children: 2_000, pairs: 4_000 };
const QUICK: Effort = { children: 400, pairs: 500 };
const WARM_UP = 200;
const RESTRICTED = 40;
/** The slowest tenth of both is left out. */
const KEPT = 0.9;
/** Knows of children of its own, and of none that is asked for. */
const READER = 'E09000033';
const say = (text: string): void => void process.stderr.write(`  ${text}\n`);

type Ground = Readonly<{ running: Running; open: readonly string[]; restricted: readonly string[] }>;
type Question = Readonly<{ name: string; kinds: Kinds }>;

const headersOf = ({ mash }: Running, authority: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${mash.get(authority) ?? ''}`,
  'content-type': 'application/json',
  'ibex-purpose': 'mash-enquiry',
});

/** The references of children that the reader has nothing to do with. */
const strangersIn = ({ home }: Running): readonly number[] =>
  Array.from({ length: home.children }, (_, n) => n).filter(
    (n) => ![ownerOf(n), hostOf(n, 1), hostOf(n, 2), hostOf(n, 3)].includes(READER),
  );

const restrict = async (running: Running, n: number): Promise<string> => {
  const recordRef = running.home.recordRefOf(n);
  const answer = await fetch(`${running.exchange.url}/v1/records/${recordRef}/restrictions`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      authorization: `Bearer ${running.writers.get(ownerOf(n)) ?? ''}`,
    },
    body: JSON.stringify({ label: 'refuge', reason: 'Her father looks for her' }),
  });
  if (answer.status !== 200) throw new Error(`restricting was answered ${String(answer.status)}`);
  return recordRef;
};

const groundOn = async (running: Running): Promise<Ground> => {
  const strangers = strangersIn(running);
  const restricted: string[] = [];
  for (const n of strangers.slice(0, RESTRICTED)) restricted.push(await restrict(running, n));
  const statusOf = async (path: string): Promise<number> =>
    (await fetch(`${running.exchange.url}${path}`, { headers: headersOf(running, READER) })).status;
  const open: string[] = [];
  for (const n of strangers.slice(RESTRICTED)) {
    const ref = running.home.recordRefOf(n);
    if ((await statusOf(`/v1/children/${ref}/chronology`)) === 404) open.push(ref);
  }
  return { running, open, restricted };
};

const questionsOf = ({ running, open, restricted }: Ground): readonly Question[] => {
  const headers = headersOf(running, READER);
  const { home } = running;
  const reading =
    (what: string) =>
    (ref: string): Ask => ({ method: 'GET', path: `/v1/children/${ref}/${what}`, headers });
  const breaking = (ref: string): Ask => ({
    ...{ method: 'POST', path: `/v1/records/${ref}/break-glass` },
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ reason: 'She is here and hurt', purpose: 'section-47' }),
  });
  /** As many of what there is not, in the same form. */
  const against = (refs: readonly string[], ask: (ref: string) => Ask): Kinds => ({
    forbidden: (n) => ask(refs[n % refs.length] ?? ''),
    unknown: (n) => ask(home.recordRefOf(home.children + (n % refs.length))),
  });
  return [
    { name: 'chronology of a child of others', kinds: against(open, reading('chronology')) },
    { name: 'risk picture of a child of others', kinds: against(open, reading('picture')) },
    { name: 'chronology of a restricted child', kinds: against(restricted, reading('chronology')) },
    { name: 'breaking the glass of a restricted child', kinds: against(restricted, breaking) },
  ];
};

const figuresOf = async (
  engine: string,
  { name, kinds }: Question,
  { url, pairs }: Readonly<{ url: string; pairs: number }>,
): Promise<readonly Figure[]> => {
  say(`${engine}: ${name}`);
  await alternating(url, kinds, WARM_UP);
  const { forbidden, unknown } = await alternating(url, kinds, pairs);
  const [one, other] = cropped([forbidden, unknown], KEPT);
  const t = Math.abs(welchT(one, other));
  const apartUs = (median(forbidden) - median(unknown)) * 1_000;
  const medianUs = median(unknown) * 1_000;
  return [
    figure(`${engine}: ${name} against one that there is not, |t| of ${String(pairs)} pairs`, [t, ''], {
      under: MOST_T,
    }),
    told(`${engine}: ${name}, so much slower`, [apartUs, 'µs'], {
      what: `medians, beside ${String(Math.round(medianUs))} µs`,
    }),
  ];
};

const figuresOn = async (engine: string, effort: Effort, postgres?: string): Promise<readonly Figure[]> => {
  say(`filling a log with ${String(effort.children)} children`);
  const home = await homeWith(effort.children, { postgres });
  try {
    const running = await startOn(home);
    try {
      const figures: Figure[] = [];
      const { url } = running.exchange;
      for (const question of questionsOf(await groundOn(running)))
        figures.push(...(await figuresOf(engine, question, { url, pairs: effort.pairs })));
      return figures;
    } finally {
      await running.exchange.stop();
    }
  } finally {
    home.remove();
  }
};

/**
 * Whether the time of the one 404 tells what is not there from what is not for the reader: `npm run bench:access`.
 * `--quick`, `--embedded` and `--postgres` as for `view`.
 */
export const accessFigures = async (words: readonly string[]): Promise<readonly Figure[]> => {
  const effort = words.includes('--quick') ? QUICK : FULL;
  const figures: Figure[] = [];
  if (!words.includes('--postgres')) figures.push(...(await figuresOn('embedded', effort)));
  if (words.includes('--embedded')) return figures;
  const server = await PostgresEngine.start();
  try {
    figures.push(...(await figuresOn('PostgreSQL', effort, server.url)));
  } finally {
    await server.stop();
  }
  return figures;
};
