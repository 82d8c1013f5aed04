import { parse } from 'csv-parse/sync';
import { readWorkbook } from '../../libs/console/src/registers/placed-here/workbook-reader.fixture';
import { KENT, RegistersStory, day } from './registers.story';
import { BOROUGHS } from './support/console-in-process';
import type { Agent } from './support/agent';

const { camden, croydon } = BOROUGHS;
const ROOT = '/console/registers';
const PAGES = ['placed-here', 'placed-elsewhere', 'missing', 'duties', 'worklists'];
const DASHBOARDS = ['timeliness', 'completeness', 'trends/missing', 'flows'];

type Line = Readonly<Record<string, unknown>>;
type Register = Readonly<{ on: string; total: number; items: readonly Line[] }>;

let story: RegistersStory;
beforeAll(async () => {
  story = await RegistersStory.start();
  await story.tell();
}, 180_000);
afterAll(() => story.stop());

const duty = (): Promise<Agent> => story.ibex.as(camden, 'duty-desk');
const registerByApi = async (query: string): Promise<Register> => {
  const { body } = await story.ibex.exchange.get(
    [camden, 'duty-desk'],
    `/v1/registers/placed-here?limit=500${query}`,
  );
  return body as unknown as Register;
};
const recordsOf = (csv: string): readonly (readonly string[])[] =>
  parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
const linesOf = (csv: string): readonly (readonly string[])[] => {
  const records = recordsOf(csv);
  return records.slice(records.findIndex(([first]) => first === 'Surname') + 1, -1);
};
const idsOf = (lines: readonly (readonly string[])[]): readonly string[] =>
  lines.map((cells) => cells.at(-1) ?? '');

describe('the register of children placed here', () => {
  it('has the lines that the exchange answers, page after page', async () => {
    const agent = await duty();
    const { items, total } = await registerByApi('');
    expect(total).toBeGreaterThan(100);
    let page = await agent.get(`${ROOT}/placed-here`);
    expect(page.text).toContain(`1 to 50 of ${String(total)} children`);
    let html = page.html;
    while (/Next page/.test(page.text)) {
      page = await agent.get(page.linkTo(/Next page/));
      html += page.html;
    }
    const shown = [...html.matchAll(/\/console\/mash\/children\/([^"]+)"/g)].map(([, ref]) => ref);
    expect(shown).toEqual(items.map(({ recordRef }) => recordRef));
  });

  it('is that of a day in the past, and of one placing authority, where that was asked for', async () => {
    const agent = await duty();
    const [then, now] = [await registerByApi(`&on=${day(40)}`), await registerByApi('')];
    expect(then.total).toBeLessThan(now.total);
    const page = await agent.get(`${ROOT}/placed-here?on=${day(40)}`);
    expect(page.text).toContain(`of ${String(then.total)} children`);
    const { total } = await registerByApi(`&placingAuthority=${croydon}`);
    const [croydons] = [await agent.get(`${ROOT}/placed-here?from=${croydon}`)];
    expect(croydons.text).toContain(`${String(total)} children`);
    expect(croydons.text).not.toContain('Their number P-1 ');
  });

  it('says what to do where the day is none', async () => {
    const page = await (await duty()).get(`${ROOT}/placed-here?on=31/2/2026`);
    expect(page.faults).toEqual(['Enter a real date, for example 29/3/2026. Leave it empty for today.']);
    expect(page.title).toContain('Error:');
  });

  it('warns that Kent has fallen silent', async () => {
    const page = await (await duty()).get(`${ROOT}/placed-here?from=${KENT}`);
    expect(page.text).toMatch(/Kent last posted placements 9 days ago, usually daily: silent since/);
  });

  it('shows markup that somebody typed as text', async () => {
    const page = await (await duty()).get(`${ROOT}/placed-here?from=${BOROUGHS.lambeth}`);
    expect(page.html).not.toContain('<script>alert(1)');
    expect(page.text).toContain('<script>alert(1)</script>');
  });
});

describe('the register as a file', () => {
  it('has every line of the register, says of which day it is, and nothing in it runs', async () => {
    const agent = await duty();
    const { items, on } = await registerByApi('');
    const { text, headers } = await file(agent, '/placed-here/file?format=csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="placed-here-${on}.csv"`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(idsOf(linesOf(text))).toEqual(items.map(({ noticeId }) => noticeId));
    const cells = recordsOf(text).flat();
    expect(cells.filter((cell) => /^[\s\p{C}\p{Z}]*[=+\-@]/u.test(cell))).toEqual([]);
    expect(cells).toContain("'=cmd|' /C calc'!A0");
    expect(cells.some((cell) => cell.startsWith('May be incomplete: Kent last posted'))).toBe(true);
  });

  it('is the same as a workbook', async () => {
    const agent = await duty();
    const answer = await agent.once(`${ROOT}/placed-here/file?format=xlsx&on=${day(40)}`);
    const [sheet, about] = readWorkbook(Buffer.from(await answer.arrayBuffer()));
    const { items } = await registerByApi(`&on=${day(40)}`);
    expect(idsOf(sheet?.rows.slice(1) ?? [])).toEqual(items.map(({ noticeId }) => noticeId));
    expect(about?.rows.flat().join('\n')).toContain('Taken from IBEX by Camden on');
    expect(sheet?.xml).not.toMatch(/<f[ >]/);
  });

  it('is on record as a look at every child on it', async () => {
    const agent = await duty();
    await file(agent, `/placed-here/file?format=csv&from=${BOROUGHS.lambeth}`);
    const { body } = await story.ibex.exchange.get([BOROUGHS.lambeth, 'governance'], '/v1/reads?limit=500');
    expect(JSON.stringify(body)).toContain('register-placed-here');
  });
});

const file = async (agent: Agent, path: string) => {
  const answer = await agent.once(`${ROOT}${path}`);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('what a register is read for', () => {
  it('is to watch where governance reads it, and to act where a duty desk does', async () => {
    const governance = await story.ibex.as(camden, 'governance');
    await governance.get(`${ROOT}/placed-here?from=${BOROUGHS.lambeth}`);
    const { body } = await story.ibex.exchange.get([BOROUGHS.lambeth, 'governance'], '/v1/reads?limit=500');
    const purposes = (body['reads'] as readonly Line[])
      .filter(({ what }) => what === 'register-placed-here')
      .map(({ purpose, role }) => `${String(role)} ${String(purpose)}`);
    expect([...new Set(purposes)].sort()).toEqual(['duty-desk act-on-notice', 'governance assurance']);
  });
});

describe('who sees what', () => {
  it('leads each role to what it may see, and nowhere else', async () => {
    for (const role of ['duty-desk', 'mash', 'governance', 'placing-practitioner'] as const) {
      const agent = await story.ibex.as(camden, role);
      const home = await agent.get(ROOT);
      expect([role, home.status]).toEqual([role, 200]);
      const seesRegister = role !== 'placing-practitioner';
      expect(home.links.some(({ href }) => href === `${ROOT}/placed-here`)).toBe(seesRegister);
      const own = home.links.map(({ href }) => href).filter((href) => href.startsWith(`${ROOT}/`));
      expect(own.length).toBeGreaterThan(12);
      const statuses = await Promise.all(own.map(async (href) => (await agent.once(href)).status));
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
      expect((await agent.once(`${ROOT}/placed-here`)).status).toBe(seesRegister ? 200 : 403);
      expect((await agent.once(`${ROOT}/placed-here/file`)).status).toBe(seesRegister ? 200 : 403);
    }
  });

  it('shows nothing to whoever has not signed in, and no register to the operator', async () => {
    const [nobody, operator] = [story.ibex.anybody(), await story.ibex.as(camden, 'operator')];
    for (const path of [...PAGES, ...DASHBOARDS, 'placed-here/file', 'flows/file', 'timeliness/file']) {
      const answer = await nobody.once(`${ROOT}/${path}`);
      expect([path, answer.status]).toEqual([path, 303]);
      const allowed = path === 'completeness' ? 200 : 403;
      expect([path, (await operator.once(`${ROOT}/${path}`)).status]).toEqual([path, allowed]);
    }
  });

  it('keeps nothing in a browser, and no name in an address', async () => {
    const agent = await duty();
    for (const path of [...PAGES, ...DASHBOARDS]) {
      const page = await agent.get(`${ROOT}/${path}`);
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
      const addresses = page.links.map(({ href }) => href).join(' ');
      expect(addresses).not.toMatch(/cmd|script|surname/i);
    }
  });
});

describe('dashboards', () => {
  it('tells how many stand on each list, and leads to it', async () => {
    const home = await (await duty()).get(ROOT);
    const { body } = await story.ibex.exchange.get([camden, 'duty-desk'], '/v1/worklists');
    const lists = body['items'] as readonly Readonly<{ name: string; lines: number }>[];
    const missing = lists.find(({ name }) => name === 'missing-here');
    expect(missing?.lines).toBe(1);
    expect(home.text).toContain(`${String(missing?.lines)} Placed here`);
  });

  it('shows who is missing here, for how long and where last seen', async () => {
    const page = await (await duty()).get(`${ROOT}/missing?scope=here`);
    expect(page.text).toContain('Missing 2 days');
    expect(page.text).toContain('In Camden');
    expect(page.text).toContain('High risk');
  });

  it('shows what is suppressed as suppressed, in the drawing, the table and the file', async () => {
    const agent = await duty();
    const { body } = await story.ibex.exchange.get(
      [camden, 'duty-desk'],
      `/v1/trends/placements-in?by=sex&from=${day(730).slice(0, 7)}`,
    );
    const quarters = body['quarters'] as readonly Readonly<{
      areas: readonly Readonly<{ cells: readonly Line[] }>[];
    }>[];
    const cells = quarters.flatMap(({ areas }) => areas.flatMap((area) => area.cells));
    expect(cells.some(({ count }) => typeof count === 'number')).toBe(true);
    expect(cells.some(({ suppressed }) => suppressed === 'c')).toBe(true);
    const page = await agent.get(`${ROOT}/trends/placements-in?by=sex`);
    expect(page.text).toContain('c (suppressed)');
    const { text } = await file(agent, '/trends/placements-in/file?by=sex&table=totals');
    const rows = recordsOf(text).filter(([first]) => /^(January|April|July|October) to/.test(first ?? ''));
    expect(rows).toHaveLength(quarters.length);
    expect(rows.flat().filter((cell) => cell === '0' || cell === '')).toEqual([]);
    expect(rows.flat()).toContain('c');
  });

  it('says who has fallen silent, first of all', async () => {
    const page = await (await duty()).get(`${ROOT}/completeness`);
    expect(page.text).toMatch(/Kent last posted placements 9 days ago, usually daily/);
    const { text } = await file(await duty(), '/completeness/file?of=placement');
    expect(recordsOf(text)[3]?.slice(0, 4)).toEqual(['Kent', 'Fallen silent', day(9), '9']);
  });

  it('draws flows whose numbers are those of the registers', async () => {
    const agent = await duty();
    const { items } = await registerByApi('');
    const kent = items.filter(({ placingAuthority }) => placingAuthority === KENT).length;
    const page = await agent.get(`${ROOT}/flows`);
    expect(page.html).toContain(`Placed here by others: ${String(items.length)}`);
    expect(page.html).toMatch(new RegExp(`Placed in Camden by others: Kent ${String(kent)}`));
    const { text } = await file(agent, '/flows/file');
    expect(recordsOf(text).find(([area]) => area === 'Kent')?.[1]).toBe(String(kent));
  });

  it('gives no small number away where numbers are protected', async () => {
    const agent = await duty();
    const { text } = await file(agent, '/flows/file?numbers=protected');
    const rows = recordsOf(text).slice(5);
    expect(
      rows.flatMap((row) => row.slice(1)).filter((cell) => cell !== 'c' && Number(cell) % 5 !== 0),
    ).toEqual([]);
    expect(text).not.toContain('Lambeth');
  });

  it('answers a topic that there is not, and a worklist that there is not, with the same page', async () => {
    const agent = await duty();
    for (const path of ['trends/secrets', 'worklists/secrets', 'timeliness/file?measure=x'])
      expect((await agent.get(`${ROOT}/${path}`)).heading).toBe('There is nothing here that you can see');
  });
});
