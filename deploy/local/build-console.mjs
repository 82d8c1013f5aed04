// Builds what the console's pages are made with, beside the compiled programs in dist/libs/console: styles (sass), scripts
// (esbuild), images, and the templates as they are. Names tell the content, so that browsers may keep files for good;
// manifest.json says which name stands for which file. Run: npm run build, or node deploy/local/build-console.mjs [folder]
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Logger, compile } from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const source = join(root, 'libs', 'console');
const target = process.argv[2] ?? join(root, 'dist', 'libs', 'console');
const making = join(target, `assets.${process.pid}`);
const MOJ_IMAGES = join(root, 'node_modules', '@ministryofjustice', 'frontend', 'moj', 'assets', 'images');

const manifest = {};
const keep = (name, content) => {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  const file = `${basename(name, extension)}-${digest}${extension}`;
  writeFileSync(join(making, file), content);
  manifest[name] = file;
};

const buildStyles = () => {
  const { css } = compile(join(source, 'assets', 'styles', 'main.scss'), {
    style: 'compressed',
    loadPaths: [root, join(root, 'node_modules')],
    quietDeps: true,
    // what packages have to say to each other is not ours to mend
    logger: Logger.silent,
  });
  keep('main.css', css);
};

const buildScripts = async () => {
  const folder = join(source, 'assets', 'scripts');
  const entryPoints = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.(d|part|spec)\.ts$/.test(name))
    .map((name) => join(folder, name));
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints, outdir: making, entryNames: '[name]-[hash]' },
    ...{ bundle: true, splitting: true, chunkNames: 'part-[hash]', format: 'esm', platform: 'browser' },
    ...{ target: 'es2020', minify: true, metafile: true, logLevel: 'warning', legalComments: 'none' },
    // the frame's own compiler settings are for the server
    tsconfigRaw: {},
  });
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint) manifest[`${basename(entryPoint, '.ts')}.js`] = basename(file);
};

const copyImages = () => {
  const own = join(source, 'assets', 'images');
  for (const name of readdirSync(own)) keep(name, readFileSync(join(own, name)));
  // named by the styles of the components; of the ministry's emblems none is taken
  mkdirSync(join(making, 'images'));
  for (const name of readdirSync(MOJ_IMAGES).filter((each) => /^icon-.*\.svg$/.test(each)))
    copyFileSync(join(MOJ_IMAGES, name), join(making, 'images', name));
};

const packed = () => {
  for (const entry of readdirSync(making, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(css|js|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
};

const copyTemplates = () => {
  const from = join(source, 'src');
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.njk')) continue;
    const file = join(entry.parentPath, entry.name);
    const copy = join(target, 'src', relative(from, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
};

mkdirSync(making, { recursive: true });
try {
  buildStyles();
  await buildScripts();
  copyImages();
  packed();
  writeFileSync(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const assets = join(target, 'assets');
  rmSync(assets, { recursive: true, force: true });
  renameSync(making, assets);
} finally {
  rmSync(making, { recursive: true, force: true });
}
copyTemplates();
