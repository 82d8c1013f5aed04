import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const libs = join(__dirname, '..', '..', 'libs');
const CLASS = /^export class (\w+)/gm;

const dtoFiles = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.dto.ts') && !path.includes('node_modules'),
);

describe('classes that requests and answers are made of', () => {
  it('have names of their own: of two alike only one would be in the published contract', () => {
    const files = new Map<string, string[]>();
    for (const file of dtoFiles)
      for (const [, name = ''] of readFileSync(join(libs, file), 'utf8').matchAll(CLASS))
        files.set(name, [...(files.get(name) ?? []), file]);
    expect(files.size).toBeGreaterThan(200);
    expect([...files].filter(([, each]) => each.length > 1)).toEqual([]);
  });
});
