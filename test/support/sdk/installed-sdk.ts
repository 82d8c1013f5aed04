import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');
const MODULES = join(ROOT, 'node_modules');
/** What the registry would give: taken from here, so that a spec needs no network. */
const GIVEN = ['jose', 'openapi-fetch', 'eventsource-parser', 'kafkajs', '@types/node'];

const run = (command: string, args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}:\n${stdout}${stderr}`);
  return stdout;
};

export type Packed = Readonly<{
  filename: string;
  files: readonly Readonly<{ path: string; size: number }>[];
}>;
export type Ran = Readonly<{ code: number | null; output: string }>;

/** A borough's folder with the SDK installed from its tarball, and the examples of its README in it. */
export class InstalledSdk {
  private constructor(
    readonly folder: string,
    readonly packed: Packed,
    readonly examples: readonly string[],
  ) {}

  /** Throws what the build, the packing or the installation said. */
  static in(folder: string): InstalledSdk {
    const built = join(folder, 'built');
    const borough = join(folder, 'borough');
    mkdirSync(borough, { recursive: true });
    run(process.execPath, [join(ROOT, 'deploy', 'local', 'build-sdk.mjs'), built], ROOT);
    const [packed] = JSON.parse(
      run('npm', ['pack', built, '--json', '--pack-destination', folder], folder),
    ) as Packed[];
    if (!packed) throw new Error('npm packed nothing');
    const dependencies = Object.fromEntries(GIVEN.map((name) => [name, `file:${join(MODULES, name)}`]));
    const tarball = `file:${join(folder, packed.filename)}`;
    const manifest = {
      private: true,
      type: 'module',
      dependencies: { '@ibex/sdk': tarball, ...dependencies },
    };
    writeFileSync(join(borough, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts'], borough);
    return new InstalledSdk(borough, packed, writeExamples(borough));
  }

  /** Lends the borough a package that it uses itself. */
  lend(...names: readonly string[]): void {
    for (const name of names) {
      const path = join(this.folder, 'node_modules', name);
      mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(path)) symlinkSync(join(MODULES, name), path);
    }
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** What tsc says; empty: nothing. */
  typeCheck(files: readonly string[], { skipLibCheck }: Readonly<{ skipLibCheck: boolean }>): string {
    const compilerOptions = {
      ...{ strict: true, noEmit: true, target: 'es2023', lib: ['es2023'], types: ['node'], skipLibCheck },
      ...{ module: 'nodenext', moduleResolution: 'nodenext', allowImportingTsExtensions: true },
      ...{ verbatimModuleSyntax: true, erasableSyntaxOnly: true, exactOptionalPropertyTypes: true },
    };
    const project = join(this.folder, `tsconfig.${String(skipLibCheck)}.json`);
    writeFileSync(project, JSON.stringify({ compilerOptions, files }));
    const tsc = join(MODULES, 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '-p', project], { cwd: this.folder, encoding: 'utf8' }).stdout;
  }

  /** Runs an example in a folder of its own, by plain Node. */
  start(example: string, environment: Readonly<Record<string, string>>): RunningExample {
    const cwd = join(this.folder, 'runs', example);
    mkdirSync(cwd, { recursive: true });
    const child = spawn(process.execPath, [join(this.folder, example)], {
      cwd,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new RunningExample(child, cwd);
  }
}

export class RunningExample {
  private output = '';
  readonly ended: Promise<Ran>;

  constructor(
    private readonly child: ChildProcess,
    private readonly cwd: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')));
    this.ended = new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, output: this.output }));
    });
  }

  /** What the borough entered so far. */
  register(): readonly string[] {
    const path = join(this.cwd, 'register.txt');
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  }

  stop(): Promise<Ran> {
    if (this.child.exitCode === null) this.child.kill('SIGTERM');
    return this.ended;
  }
}

/** Each block of the README that names its file. */
const writeExamples = (folder: string): readonly string[] => {
  const readme = readFileSync(join(folder, 'node_modules', '@ibex', 'sdk', 'README.md'), 'utf8');
  return [...readme.matchAll(/```ts\n(\/\/ ([\w-]+\.ts)[^\n]*\n[\s\S]*?)```/g)].map(
    ([, code = '', name = '']) => {
      writeFileSync(join(folder, name), code);
      return name;
    },
  );
};
