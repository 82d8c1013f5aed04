// Writes the types of the SDK's client from deploy/contracts/openapi.json. Run: npm run sdk:types (npm run contracts does)
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'libs', 'sdk', 'src', 'contract', 'api.generated.ts');

/** The committed contract. */
export const contract = () =>
  JSON.parse(readFileSync(join(root, 'deploy', 'contracts', 'openapi.json'), 'utf8'));

/** What the client sends by itself need not be given by whoever calls it; problems are thrown and have a type of their own. */
const asCalled = (document) => {
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    for (const parameter of operation.parameters ?? [])
      if (parameter.in === 'header' && parameter.name === 'Idempotency-Key') parameter.required = false;
    operation.responses = Object.fromEntries(
      Object.entries(operation.responses).filter(([status]) => status.startsWith('2')),
    );
  }
  return document;
};

/** The text that belongs to a contract. */
export const typesOf = async (document) => {
  const made = astToString(await openapiTS(asCalled(structuredClone(document)), { immutable: true }));
  return `// Written by deploy/local/sdk-types.mjs from deploy/contracts/openapi.json: change nothing here.\n\n${made}`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await typesOf(contract()));
