import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideTo } from './guide';
import { INDICATORS } from './indicators';

const page = readFileSync(join(__dirname, 'README.md'), 'utf8');

describe('the guide for practitioners', () => {
  it.each(INDICATORS.map((indicator) => [indicator.name, indicator] as const))(
    'explains %s in the words of the answer',
    (_, indicator) => {
      expect(page).toContain(guideTo(indicator));
    },
  );

  it('explains no other sign, and each once, in the order of the answer', () => {
    const titles = [...page.matchAll(/^### (.+)$/gm)].map(([, title]) => title);
    expect(titles).toStrictEqual(INDICATORS.map(({ title }) => title));
  });
});
