import type { Page } from 'playwright-core';
import { ConsoleBrowser, faultsOn } from './support/browser';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';
import { provedNow } from './support/proved-pages';

jest.setTimeout(240_000);

let ibex: ConsoleInProcess;
let browser: ConsoleBrowser;
beforeAll(async () => {
  ibex = await ConsoleInProcess.start();
  browser = await ConsoleBrowser.open(ibex);
});
afterAll(async () => {
  await browser.close();
  await ibex.stop();
});

type Spoilt = Readonly<{ fault: string; selector: string; style: string; found: RegExp }>;
/** What somebody could break, and what has to be said of it. */
const SPOILT: readonly Spoilt[] = [
  { fault: 'pale letters', selector: 'h1', style: 'color: #bbbbbb', found: /"color-contrast"/ },
  {
    fault: 'letters that are black by night too',
    selector: 'h1',
    style: 'color: #0b0c0c',
    found: /dark: .*contrast/,
  },
  { fault: 'something wide', selector: 'main', style: 'min-width: 700px', found: /in 640 px.*in 320 px/ },
  {
    fault: 'a link that Tab passes by',
    selector: 'main a',
    style: 'visibility: visible',
    found: /not reached by Tab: <a/,
  },
  {
    fault: 'a focus that nobody sees',
    selector: 'footer a',
    style: 'outline: none; box-shadow: none; background: none; transition: none',
    found: /does not show that it has the focus: A/,
  },
  {
    fault: 'a menu on paper',
    selector: '.ibex-footer',
    style: 'display: block',
    found: /printed: FOOTER ibex-footer/,
  },
  { fault: 'dark paper', selector: 'body', style: 'background: #14181c', found: /the paper is rgb/ },
  { fault: 'no heading', selector: 'h1', style: 'display: none', found: /no heading is printed/ },
];

const spoil = (page: Page, { selector, style, fault }: Spoilt): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element, { rules, isPassedBy }) => {
        if (!(element instanceof HTMLElement)) return;
        for (const rule of rules) {
          const [name = '', value = ''] = rule.split(':').map((part) => part.trim());
          element.style.setProperty(name, value, 'important');
        }
        if (isPassedBy) element.tabIndex = -1;
      },
      { rules: style.split(';'), isPassedBy: fault.includes('passes by') },
    );

describe('what every page is put to', () => {
  it.each(SPOILT)('finds $fault', async (spoilt) => {
    const page = await browser.as(BOROUGHS.camden, 'mash');
    await page.goto('/console');
    await spoil(page, spoilt);
    expect(JSON.stringify(await faultsOn(page, true))).toMatch(spoilt.found);
    await page.context().close();
  });

  it('takes no page for proved that says there is nothing, or that one may not', async () => {
    const page = await browser.as(BOROUGHS.camden, 'mash');
    for (const path of ['/console/desk/inbox/99999', '/console/operations', '/console/mash/search/none']) {
      await page.goto(path);
      expect([path, await faultsOn(page)]).toEqual([path, []]);
    }
    expect(Object.keys(provedNow())).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/inbox|operations|search/)]),
    );
  });
});
