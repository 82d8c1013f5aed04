import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { keyboardFaults } from './keyboard-walk';
import { look } from './looks';
import { isProved, proved } from './proved-pages';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
/** What other colours can change. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** What another width can change. */
const OF_WIDTH = ['target-size', 'scrollable-region-focusable'];
const WIDE = { width: 1280, height: 900 };
/** WCAG 2.2, 1.4.10: 320 CSS pixels; 1.4.4: a window of 1280 at 200 %. */
const NARROW = [640, 320];
const WHITE = 'rgb(255, 255, 255)';

export type Violation = Readonly<{ rule: string; help: string; where: readonly string[] }>;

const analyzed = async (page: Page, rules?: readonly string[]): Promise<readonly Violation[]> => {
  // in the page itself: there are no frames, and a second window per look takes longer than the look
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (
    rules === undefined ? builder.withTags(RULES) : builder.withRules([...rules])
  ).analyze();
  return violations.map(({ id, help, nodes }) => ({
    ...{ rule: id, help, where: nodes.map(({ target }) => target.join(' ')) },
  }));
};

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

const tooWide = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    const { inside, window } = await page.evaluate(() => ({
      inside: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    if (inside > window) faults.push(`${String(inside)} in ${String(window)} px`);
  }
  return faults;
};

/** What axe-core finds against WCAG 2.2 AA, by day and by night: expected to be nothing. */
export const axe = async (page: Page): Promise<readonly Violation[]> => {
  const [now, other] = (await isDark(page)) ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  const faults = [...(await analyzed(page))];
  await page.emulateMedia({ colorScheme: other });
  for (const fault of await analyzed(page, OF_COLOUR))
    faults.push({ ...fault, help: `${other}: ${fault.help}` });
  await page.emulateMedia({ colorScheme: now });
  if (faults.length > 0) return faults;
  await proved(page, 'axe');
  await proved(page, 'dark');
  return [];
};

/** Widths (320 px, and 1280 at 200 %) at which the page would have to be moved sideways, and what is wrong there: none. */
export const sidewaysScroll = async (page: Page): Promise<readonly unknown[]> => {
  const before = page.viewportSize() ?? WIDE;
  const faults = [...(await tooWide(page)), ...(await analyzed(page, OF_WIDTH))];
  await page.setViewportSize(before);
  if (faults.length === 0) await proved(page, 'narrow');
  return faults;
};

const onPaper = (): Readonly<{ ground: string; shown: readonly string[]; hasHeading: boolean }> => {
  const isShown = (element: Element): boolean => element.checkVisibility();
  const forScreens = '.ibex-navigation, .ibex-footer, .govuk-skip-link, button, .moj-sub-navigation';
  const main = document.querySelector('h1');
  return {
    ground: getComputedStyle(document.body).backgroundColor,
    shown: [...document.querySelectorAll(forScreens)]
      .filter(isShown)
      .map((element) => `${element.tagName} ${element.className}`),
    hasHeading: main !== null && isShown(main),
  };
};

/** On paper: dark letters on white also where the screen is dark, what is read and nothing to press. */
export const paperFaults = async (page: Page): Promise<readonly unknown[]> => {
  const scheme = (await isDark(page)) ? 'dark' : 'light';
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { ground, shown, hasHeading } = await page.evaluate(onPaper);
  const faults = [
    ...(ground === WHITE || ground === 'rgba(0, 0, 0, 0)' ? [] : [`the paper is ${ground}`]),
    ...shown.map((each) => `printed: ${each}`),
    ...(hasHeading ? [] : ['no heading is printed']),
    ...(await analyzed(page, OF_COLOUR)),
  ];
  await page.emulateMedia({ media: null, colorScheme: scheme });
  if (faults.length === 0) await proved(page, 'paper');
  return faults;
};

const keyboard = async (page: Page): Promise<readonly string[]> => {
  const lost = await keyboardFaults(page);
  if (lost.length === 0) await proved(page, 'keyboard');
  return lost;
};

/**
 * Everything that a page of the console is held to. Expected to be nothing. Paper and keyboard come once per page of a spec,
 * since states of a page differ in what they say: `isAnew` for each time.
 */
export const faultsOn = async (page: Page, isAnew = false): Promise<readonly unknown[]> => {
  await look(page);
  const faults: unknown[] = [...(await axe(page)), ...(await sidewaysScroll(page))];
  if (isAnew || !(await isProved(page, 'paper'))) faults.push(...(await paperFaults(page)));
  if (isAnew || !(await isProved(page, 'keyboard'))) faults.push(...(await keyboard(page)));
  return faults;
};

/** Of one more state of a page whose route stood everything already: what its words and fields can spoil. */
export const stateFaultsOn = async (page: Page): Promise<readonly unknown[]> => {
  await look(page);
  const before = page.viewportSize() ?? WIDE;
  const faults = [...(await analyzed(page)), ...(await tooWide(page))];
  await page.setViewportSize(before);
  return faults;
};
