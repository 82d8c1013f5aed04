import type { Page } from 'playwright-core';
import type { Question, Step } from '../../../libs/console/src/tell/questions/question';

/** What to answer where the first answer that is offered is not meant, by name of the question. */
export type Wanted = Readonly<Record<string, string>>;

const DAY = '2 3 2026';

const fillDate = async (page: Page, name: string, typed = DAY): Promise<void> => {
  for (const [at, part] of ['day', 'month', 'year'].entries())
    await page.locator(`[name="${name}-${part}"]`).fill(typed.split(' ')[at] ?? '');
};

const choose = async (page: Page, { name }: Question, wanted: string | undefined): Promise<void> => {
  const select = page.locator(`select[name="${name}"]`);
  if ((await select.count()) > 0) {
    await select.selectOption(wanted ?? { index: 1 });
    return;
  }
  const value = wanted === undefined ? '' : `[value="${wanted}"]`;
  await page.locator(`input[name="${name}"]${value}`).first().check();
};

const CHOSEN: ReadonlySet<Question['kind']> = new Set(['choice', 'several', 'flag', 'authority']);

const answer = async (page: Page, question: Question, wanted: string | undefined): Promise<void> => {
  const { kind, name } = question;
  if (CHOSEN.has(kind)) return choose(page, question, wanted);
  if (kind === 'date') return fillDate(page, name, wanted);
  if (kind !== 'moment' && kind !== 'instant')
    return page.locator(`[name="${name}"]`).fill(wanted ?? 'Invented');
  await fillDate(page, name, wanted);
  return page.locator(`[name="${name}-time"]`).fill('10:15am');
};

const isShown = async (page: Page, { name, kind }: Question): Promise<boolean> => {
  const field = kind === 'date' || kind === 'moment' ? `${name}-day` : name;
  return (await page.locator(`[name="${field}"]`).count()) > 0;
};

/** Answers what has to be answered on a page of questions, and what is wanted beside that. */
export const fillStep = async (page: Page, { questions }: Step, wanted: Wanted): Promise<void> => {
  for (const question of questions) {
    const isMeant = question.optional !== true || wanted[question.name] !== undefined;
    if (isMeant && (await isShown(page, question))) await answer(page, question, wanted[question.name]);
  }
};
