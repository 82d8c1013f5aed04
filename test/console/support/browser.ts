import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '@ibex/kernel';
import { chromiumArguments, chromiumPath } from './chromium';
import { accountOf } from './console-in-process';
import type { ConsoleInProcess } from './console-in-process';

/** Kept in the repository, to be looked at; anew only on request, since every run draws other times and numbers. */
const KEPT = resolve(__dirname, '..', 'screenshots');
export const SCREENSHOTS =
  process.env['IBEX_KEEP_SCREENSHOTS'] === 'yes'
    ? KEPT
    : resolve(KEPT, '..', '..', '..', 'dist', 'screenshots');
const WIDE = { width: 1280, height: 900 };

export { axe, faultsOn, sidewaysScroll, stateFaultsOn } from './page-faults';

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
