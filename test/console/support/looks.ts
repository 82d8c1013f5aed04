import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = resolve(__dirname, '..', '..', '..', 'dist', 'looks');
/** On request only, for whoever wants to look through every page: it takes as long as the checks. */
const LOOKS = process.env['IBEX_LOOK'] === 'yes';
const WAYS = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
] as const;
const MOST_HIGH = 2_400;
const MOST_STATES = 3;

const seen = new Map<string, number>();

/** `mash-children-timeline-2`: by its address without ids, and how often it was looked at. */
const nameOf = (page: Page): string => {
  const parts = new URL(page.url()).pathname
    .split('/')
    .filter((part) => !/\d/.test(part) && part !== 'console');
  const name = parts.filter(Boolean).join('-') || 'start';
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  return times === 1 ? name : `${name}-${String(times)}`;
};

/** Pictures of a page as it stands: wide by day and by night, and on a telephone. */
export const look = async (page: Page): Promise<void> => {
  if (!LOOKS) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const name = nameOf(page);
  if ((seen.get(name) ?? 0) > MOST_STATES) return;
  for (const { width, colorScheme } of WAYS) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    await page.emulateMedia({ colorScheme });
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    const path = resolve(FOLDER, `${name}-${String(width)}-${colorScheme}.png`);
    await page.screenshot({
      ...{ path, fullPage: true, animations: 'disabled' },
      clip: { x: 0, y: 0, width, height: Math.min(high, MOST_HIGH) },
    });
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
};
