import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '@ibex/kernel';
import { chromiumArguments, chromiumPath } from './chromium';
import { accountOf } from './console-in-process';
import type { ConsoleInProcess } from './console-in-process';

/** Kept in the repository, to be looked at; anew only on request, since every run draws other times and numbers. */
const KEPT = resolve(__dirname, '..', 'screenshots');
const SCREENSHOTS =
  process.env['IBEX_KEEP_SCREENSHOTS'] === 'yes'
    ? KEPT
    : resolve(KEPT, '..', '..', '..', 'dist', 'screenshots');
const WIDE = { width: 1280, height: 900 };
/** WCAG 2.2, 1.4.10: 320 CSS pixels; 1.4.4: a window of 1280 at 200 %. */
const NARROW = [320, 640];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** A real browser beside a console in this process; each person is a context of their own, with their own cookies. */
export class ConsoleBrowser {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly ibex: ConsoleInProcess,
    private readonly browser: Browser,
  ) {}

  static async open(ibex: ConsoleInProcess): Promise<ConsoleBrowser> {
    const browser = await chromium.launch({
      ...{ executablePath: chromiumPath(), headless: true, args: chromiumArguments() },
    });
    return new ConsoleBrowser(ibex, browser);
  }

  /** A window of its own; `javaScriptEnabled: false`, `colorScheme: 'dark'` and the like where it matters. */
  async window(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      ...{ baseURL: this.ibex.url, viewport: WIDE, locale: 'en-GB', timezoneId: 'Europe/London' },
      ...options,
    });
    this.contexts.push(context);
    return context.newPage();
  }

  /** A window in which somebody of that authority (GSS code) and role has signed in, on the start page. */
  async as(authority: string, role: Role, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.window(options);
    await signIn(page, authority, role);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
    await this.browser.close();
  }
}

/** By the trial account of that authority and role, as if its link were pressed. */
export const signIn = async (page: Page, authority: string, role: Role): Promise<void> => {
  await page.goto('/console/sign-in');
  const account = accountOf(authority, role);
  const link = page.locator(`a[href*="account=${account}"]`);
  if (!(await link.isVisible())) await page.locator('details summary').first().click();
  await link.click();
  await page.waitForURL('**/console');
};

export type Violation = Readonly<{ rule: string; help: string; where: readonly string[] }>;

/** What axe-core finds against WCAG 2.2 AA: expected to be nothing. */
export const axe = async (page: Page): Promise<readonly Violation[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, help, nodes }) => ({
    ...{ rule: id, help, where: nodes.map(({ target }) => target.join(' ')) },
  }));
};

/** Widths (320 px, and 1280 at 200 %) at which the page would have to be moved sideways: expected to be none. */
export const sidewaysScroll = async (page: Page): Promise<readonly string[]> => {
  const before = page.viewportSize() ?? WIDE;
  const faults: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    const { inside, window } = await page.evaluate(() => ({
      inside: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    if (inside > window) faults.push(`${String(inside)} in ${String(window)} px`);
  }
  await page.setViewportSize(before);
  return faults;
};

/** To be looked at. `name`: `<area>-<page>`. `whole`: false for the window alone, of a long page. */
export const screenshot = async (page: Page, name: string, whole = true): Promise<void> => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = join(SCREENSHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: whole, animations: 'disabled' });
};

/** Presses Tab until the focus is on what the selector names. Throws where it is not reached. */
export const tabTo = async (page: Page, selector: string, most = 80): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`${selector} is not reached by the keyboard on ${page.url()}`);
};
