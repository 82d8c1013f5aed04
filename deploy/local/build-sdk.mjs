// Makes the package that boroughs install, in dist/sdk: one ES module per door, declarations beside, nothing of the server.
// Run: npm run sdk:build; npm run sdk:pack also makes the tarball.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDeclarations } from './sdk-declarations.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const source = join(root, 'libs', 'sdk');
const target = process.argv[2] ?? join(root, 'dist', 'sdk');
/** The scripts only keep the sources from being packed as they are. */
const { scripts: _, ...manifest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const doors = ['index', 'webhook', 'kafka'];

/** What somebody who installs it gets along with it; kafkajs only who opens that door. */
const external = [...Object.keys(manifest.dependencies), 'kafkajs'];

/** Folders whose sources may be in the package. */
const MAY_BE_IN = /^libs\/(sdk|subscriber|kernel|adapters\/src\/(jose|kafka))\//;

/** What a module imports, by way of the parts that it shares with others too. */
const importedBy = (file, outputs) =>
  (outputs[file]?.imports ?? []).flatMap(({ path }) => [path, ...importedBy(path, outputs)]);

const faultsOf = ({ inputs, outputs }) => [
  ...Object.keys(inputs).filter((file) => !MAY_BE_IN.test(file)),
  ...Object.keys(outputs)
    .filter((file) => /(^|\/)(index|webhook)\.js$/.test(file))
    .filter((file) => importedBy(file, outputs).includes('kafkajs'))
    .map((file) => `${file} imports kafkajs`),
];

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(doors.map((door) => [door, `libs/sdk/src/${door}.ts`])),
  outdir: relative(root, target),
  chunkNames: 'parts/[name]-[hash]',
  ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node22', external },
  ...{ tsconfig: 'tsconfig.json', metafile: true, logLevel: 'warning', legalComments: 'none' },
});
const faults = faultsOf(metafile);
if (faults.length > 0) throw new Error(`not of the package: ${faults.join(', ')}`);

const entries = doors.map((door) => join(source, 'src', `${door}.ts`));
const count = writeDeclarations({ root, entries, target: join(target, 'types') });
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(source, name), join(target, name));
writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
process.stdout.write(
  `${relative(root, target)}: ${Object.keys(metafile.outputs).length} modules, ${count} declarations\n`,
);
