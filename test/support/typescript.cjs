// Lets a child process of a spec run the sources as they are: `node -r test/support/typescript.cjs some.ts`.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const LIBS = join(__dirname, '..', '..', 'libs');
const pathOf = (request) => {
  const [, lib, rest] = /^@ibex\/([^/]+)(?:\/(.+))?$/.exec(request) ?? [];
  if (lib === undefined) return request;
  return rest === undefined ? join(LIBS, lib, 'src') : join(LIBS, lib, 'src', rest);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve.call(Module, pathOf(request), ...rest);

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
    },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
