import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, jsonOf, textOf } from './deploy-files';

type Package = Readonly<{ dependencies: Readonly<Record<string, string>>; version: string }>;

/** Instructions with their arguments, lines that go on joined, comments left out. */
const instructionsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));

const faultsOf = (text: string): readonly string[] => {
  const steps = instructionsOf(text);
  const last = steps.slice(steps.findLastIndex((step) => step.startsWith('FROM')));
  const { dependencies, version } = jsonOf('package.json') as Package;
  const ignored = textOf('.dockerignore');
  const copied = steps
    .filter((step) => /^COPY (?!--from)/.test(step))
    .flatMap((step) => step.split(' ').slice(1, -1));
  return [
    ...(text.includes(`ARG NODE_IMAGE=node:${dependencies['node'] ?? ''}-`)
      ? []
      : ['another Node.js than package.json']),
    ...(last.some((step) => /^USER [1-9]\d*:[1-9]\d*$/.test(step))
      ? []
      : ['no numbered user without rights']),
    ...(last.includes('ENTRYPOINT ["node"]') ? [] : ['a shell between the init and node']),
    ...(text.includes('npm prune --omit=dev') ? [] : ['development dependencies']),
    ...(steps.some((step) => step.startsWith('ADD ') || /\b(curl|wget)\b/.test(step))
      ? ['something fetched']
      : []),
    ...(last.some((step) => step.includes(`version="${version}"`))
      ? []
      : ['another version than package.json']),
    ...copied.flatMap((path) => (existsSync(join(ROOT, path)) ? [] : [`no ${path} to copy`])),
    ...copied.flatMap((path) =>
      ignored.includes(`\n!${path}\n`) ? [] : [`${path} is left out by .dockerignore`],
    ),
  ];
};

describe('the image', () => {
  const dockerfile = textOf('deploy', 'Dockerfile');

  it('is made as it should be', () => {
    expect(faultsOf(dockerfile)).toEqual([]);
  });

  it.each([
    ['node:24', 'node:22', 'another Node.js than package.json'],
    ['USER 10001:10001', 'USER node', 'no numbered user without rights'],
    ['USER 10001:10001', 'USER 0:0', 'no numbered user without rights'],
    ['ENTRYPOINT ["node"]', 'ENTRYPOINT node', 'a shell between the init and node'],
    ['npm prune --omit=dev', 'npm dedupe', 'development dependencies'],
    ['COPY libs libs', 'COPY deploy deploy', 'deploy is left out by .dockerignore'],
    ['COPY libs libs', 'COPY lib lib', 'no lib to copy'],
    ['image.version="0.1.0"', 'image.version="0.0.9"', 'another version than package.json'],
    ['COPY libs libs', 'ADD https://somewhere.example/x libs', 'something fetched'],
  ])('would be told of %s made into %s', (from, to, fault) => {
    expect(dockerfile).toContain(from);
    expect(faultsOf(dockerfile.replace(from, to))).toContain(fault);
  });
});
