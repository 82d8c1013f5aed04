import type { Page } from 'playwright-core';

type Told = Readonly<{ name: string; isMarked: boolean; number: number }>;

/** Numbers what the keyboard has to come to, with how each looks while it has not the focus. Runs in the page. */
const prepare = (): number => {
  // from the very beginning, wherever the focus was before
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  const can =
    'a[href], button:not([disabled]), input:not([type="hidden"]):not([disabled]), select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  // of radios the keyboard comes to one, and arrows lead to the others
  const groups = new Set<string>();
  const isFirst = (element: Element): boolean => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = `${element.form?.action ?? ''} ${element.name}`;
    const isNew = !groups.has(group);
    groups.add(group);
    return isNew;
  };
  const looks = (element: Element): string => {
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    const parts = [element, ...element.querySelectorAll('*'), ...(label ? [label] : [])];
    const one = (part: Element, pseudo?: string): string => {
      const style = getComputedStyle(part, pseudo);
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor, filter, stroke } = style;
      // an outline that is not drawn has a colour all the same
      const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth}`;
      return [outline, boxShadow, backgroundColor, filter, stroke].join();
    };
    return [...parts.map((part) => one(part)), ...(label ? [one(label, '::before')] : [])].join(';');
  };
  const found = [...document.querySelectorAll(can)].filter(
    (element) => element.checkVisibility() && isFirst(element),
  );
  Object.assign(window, { walked: { found, looks, before: found.map(looks) } });
  return found.length;
};

type Walked = Readonly<{
  found: readonly Element[];
  looks: (element: Element) => string;
  before: readonly string[];
}>;

/** What has the focus now. Runs in the page. */
const ask = (): Told => {
  const { found, looks, before } = Reflect.get(window, 'walked') as Walked;
  const element = document.activeElement ?? document.body;
  const name = `${element.tagName} ${element.getAttribute('name') ?? element.getAttribute('href') ?? element.textContent.trim().slice(0, 40)}`;
  const isSame = (other: Element): boolean =>
    other === element ||
    (element instanceof HTMLInputElement &&
      other instanceof HTMLInputElement &&
      element.type === 'radio' &&
      other.name === element.name &&
      other.form === element.form);
  const number = found.findIndex(isSame);
  return {
    name,
    number,
    isMarked: number === -1 || found[number] !== element || looks(element) !== before[number],
  };
};

const missed = (numbers: readonly number[]): readonly string[] => {
  const { found } = Reflect.get(window, 'walked') as Walked;
  return numbers.map((number) => found[number]?.outerHTML.slice(0, 120) ?? '');
};

/** What Tab does not come to, what does not show that it has the focus, and where there is no way on: expected to be none. */
export const keyboardFaults = async (page: Page): Promise<readonly string[]> => {
  const count = await page.evaluate(prepare);
  const reached = new Set<number>();
  const faults: string[] = [];
  for (let pressed = 0; pressed < count + 20 && reached.size < count; pressed += 1) {
    await page.keyboard.press('Tab');
    const { name, number, isMarked } = await page.evaluate(ask);
    if (number !== -1) reached.add(number);
    if (!isMarked) faults.push(`does not show that it has the focus: ${name}`);
  }
  const lost = Array.from({ length: count }, (_, number) => number).filter((number) => !reached.has(number));
  const names = await page.evaluate(missed, lost);
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  return [...faults, ...names.map((name) => `not reached by Tab: ${name}`)];
};
