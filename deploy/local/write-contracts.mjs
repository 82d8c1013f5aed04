// Writes the documents that a built exchange publishes to deploy/contracts, for the committed copy. Run: npm run contracts
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const home = mkdtempSync(join(tmpdir(), 'ibex-contracts-'));
const exchange = spawn(process.execPath, [join(root, 'dist/apps/exchange/src/main.js')], {
  env: { ...process.env, IBEX_HOME: home, IBEX_PORT: '0', IBEX_LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve, reject) => {
  createInterface({ input: exchange.stdout }).on('line', (line) => resolve(/ready at (\S+)/.exec(line)?.[1]));
  exchange.once('exit', () => reject(new Error('the exchange did not start')));
});
for (const name of ['openapi', 'asyncapi']) {
  const document = await (await fetch(`${url}/${name}.json`)).json();
  writeFileSync(join(root, 'deploy', 'contracts', `${name}.json`), `${JSON.stringify(document, null, 2)}\n`);
}
exchange.removeAllListeners('exit');
exchange.once('exit', () => rmSync(home, { recursive: true, force: true }));
exchange.kill('SIGTERM');
