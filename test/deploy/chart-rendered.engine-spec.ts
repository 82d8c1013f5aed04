import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseProviders } from '@ibex/adapters/oidc';
import { ROOT, documentsOf } from './deploy-files';

const HELM = process.env['IBEX_TEST_HELM'] ?? 'helm';
const isThere = spawnSync(HELM, ['version']).status === 0;
if (!isThere)
  process.stderr.write('SKIPPED: the chart rendered. Put helm on the PATH, or name it by IBEX_TEST_HELM.\n');
const wherever = isThere ? describe : describe.skip;

const CHART = join(ROOT, 'deploy', 'helm', 'ibex');
type Thing = Readonly<{
  kind: string;
  metadata: Readonly<{ name: string }>;
  data?: Readonly<Record<string, string>>;
  spec: unknown;
}>;

const helm = (values: string, ...more: readonly string[]) =>
  spawnSync(
    HELM,
    [
      'template',
      'x',
      CHART,
      '--kube-version=1.30.0',
      '-f',
      join(CHART, 'ci', `${values}-values.yaml`),
      ...more,
    ],
    { encoding: 'utf8', timeout: 30_000 },
  );
const rendered = (values: string): readonly Thing[] => {
  const { status, stdout, stderr } = helm(values);
  if (status !== 0) throw new Error(stderr);
  return documentsOf(stdout).filter(Boolean) as readonly Thing[];
};
const named = (things: readonly Thing[], kind: string, name: string): Thing => {
  const found = things.find((each) => each.kind === kind && each.metadata.name === `x-ibex-${name}`);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};

wherever('the chart, rendered', () => {
  it.each(['least', 'full', 'console'])('with the %s values is whole', (values) => {
    const kinds = rendered(values).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(kinds).toEqual([...new Set(kinds)]);
    expect(kinds).toEqual(
      expect.arrayContaining(['Deployment x-ibex-intake-api', 'Service x-ibex-view-api']),
    );
  });

  it('has no console unless somebody switches it on', () => {
    expect(JSON.stringify(rendered('least'))).not.toContain('console/src/main.js');
  });

  it('puts a gateway beside the console, on its loopback, with the routes of the other one', () => {
    const things = rendered('full');
    expect(named(things, 'ConfigMap', 'console-settings').data).toMatchObject({
      ...{ NODE_ENV: 'production', IBEX_PUBLIC_URL: 'https://ibex.example' },
      IBEX_CONSOLE_EXCHANGE: 'http://127.0.0.1:8080',
    });
    const pod = JSON.stringify(named(things, 'Deployment', 'console').spec);
    expect(pod).toContain('{"name":"GATEWAY_BIND","value":"127.0.0.1"}');
    expect(pod).toContain('{"name":"routes","configMap":{"name":"x-ibex-gateway"}}');
    expect(named(things, 'ConfigMap', 'gateway').data?.['Caddyfile']).toContain('handle @pages');
    for (const secret of ['ibex-keys', 'ibex-eventstoredb', 'ibex-kafka'])
      expect([secret, pod.includes(`"secretName":"${secret}"`)]).toEqual([secret, false]);
  });

  it('puts none there where the exchange has an address of its own', () => {
    const things = rendered('console');
    expect(named(things, 'ConfigMap', 'console-settings').data).toMatchObject({
      IBEX_CONSOLE_EXCHANGE: 'https://ibex.example',
    });
    expect(JSON.stringify(named(things, 'Deployment', 'console').spec)).not.toContain('caddy');
  });

  it('writes a list of places to sign in that the console takes', () => {
    const { data = {} } = named(rendered('full'), 'ConfigMap', 'console-sign-in');
    expect(parseProviders(data['sign-in.json'] ?? '')).toMatchObject([{ id: 'camden' }]);
  });

  it.each([
    ['console.signIn.existingConfigMap=', 'nobody could sign in'],
    ['console.exchangeUrl=http://ibex.example', 'exchangeUrl'],
    ['console.publicUrl=http://ibex.example', 'publicUrl'],
    ['console.key.existingSecret=', 'existingSecret'],
  ])('refuses %s', (given, words) => {
    const { status, stderr } = helm('console', '--set', given);
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
  });
});
