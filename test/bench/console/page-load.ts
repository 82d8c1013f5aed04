import { Agent as Connections } from 'node:http';
import { median } from '../figure';
import type { Tokens } from '../tokens';
import { atRate, send, writing } from '../view/mixed-load';
import type { MeasuredPage } from './measured-page';
import { TURN_HEADER } from './server-times';
import type { ServerTimes } from './server-times';

const PAGES_A_SECOND = 20;
/** The invented London of the shared data posts 27,876 commands in a year: 2 a second are two thousand times as many. */
export const USUAL_NOTICES = 2;
/** As many as there are pages. */
export const RUSH_NOTICES = 20;
const ROUNDS_ALONE = 5;
/** A prime, so that the children are gone through in no order of theirs. */
const STRIDE = 7919;

export type PageLoad = Readonly<{
  url: string;
  children: number;
  writers: Tokens;
  pages: readonly MeasuredPage[];
  times: ServerTimes;
}>;
/** `notices`: a second. */
export type Pace = Readonly<{ seconds: number; notices: number }>;

/** `serverMs`: of the server alone. `clientMs`: from when the page was due until its last byte had come. */
export type PageTimes = Readonly<{ page: MeasuredPage; serverMs: number; clientMs: number }>;
export type Round = Readonly<{ pages: readonly PageTimes[]; noticeMs: readonly number[] }>;

type Got = Readonly<{ page: MeasuredPage; turn: number; clientMs: number }>;
let turns = 0;
let written = 0;

/** As a browser asks: compressed, and without going where the answer leads. */
const get = async (page: MeasuredPage, round: number, dueMs: number): Promise<Got> => {
  const turn = (turns += 1);
  const asked = page.ask(round);
  const answer = await asked.agent.once(asked.path, {
    headers: { accept: 'text/html', 'accept-encoding': 'gzip', [TURN_HEADER]: String(turn) },
    ...(asked.body === undefined ? {} : { method: 'POST', body: asked.body }),
  });
  await answer.arrayBuffer();
  const clientMs = performance.now() - dueMs;
  if (answer.status !== page.status) throw new Error(`${page.name} answered ${String(answer.status)}`);
  page.came?.(asked, answer.headers.get('location') ?? '');
  return { page, turn, clientMs };
};

const writeNotices = async ({ url, children, writers }: PageLoad, { seconds, notices }: Pace) => {
  const connections = new Connections({ keepAlive: true, maxSockets: 64 });
  try {
    return await atRate({ perSecond: notices, seconds, kind: 1 }, (_, due) => {
      written += 1;
      return send(url, connections, writing((written * STRIDE) % children, writers), due);
    });
  } finally {
    connections.destroy();
  }
};

/** One after the other and nothing beside them: what each takes by itself, in milliseconds at the server, median. */
export const timesAlone = async (
  pages: readonly MeasuredPage[],
  times: ServerTimes,
): Promise<ReadonlyMap<MeasuredPage, number>> => {
  // the first time opens what later ones find open
  for (const page of pages) await get(page, 0, performance.now());
  const got: Got[] = [];
  for (let round = 0; round < ROUNDS_ALONE; round += 1)
    for (const page of pages) got.push(await get(page, round, performance.now()));
  const serverMs = await times.of(got.map(({ turn }) => turn));
  const ofPage = (page: MeasuredPage): number =>
    median(got.filter((each) => each.page === page).map(({ turn }) => serverMs.get(turn) ?? Number.NaN));
  return new Map(pages.map((page) => [page, ofPage(page)]));
};

/** Pages in turn, while notices arrive. Throws when anything was answered but with what it asked for. */
export const loadedFor = async (load: PageLoad, pace: Pace): Promise<Round> => {
  const { pages, times } = load;
  const [got, notices] = await Promise.all([
    atRate({ perSecond: PAGES_A_SECOND, seconds: pace.seconds }, (turn, due) => {
      const page = pages[turn % pages.length];
      if (!page) throw new Error('there is no page to ask for');
      return get(page, Math.floor(turn / pages.length), due);
    }),
    writeNotices(load, pace),
  ]);
  const refused = notices.find(({ status }) => status !== 201);
  if (refused) throw new Error(`a notice was answered ${String(refused.status)}`);
  const serverMs = await times.of(got.map(({ turn }) => turn));
  return {
    pages: got.map(({ page, turn, clientMs }) => ({
      ...{ page, clientMs },
      serverMs: serverMs.get(turn) ?? Number.NaN,
    })),
    noticeMs: notices.map(({ tookMs }) => tookMs),
  };
};
