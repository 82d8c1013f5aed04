import { filesIn, jsonOf, textOf, yamlOf } from './deploy-files';

type Json = Readonly<Record<string, unknown>>;
const chart = 'deploy/helm/ibex';
const values = yamlOf(textOf(chart, 'values.yaml')) as Json;
const schema = jsonOf(chart, 'values.schema.json') as Readonly<{ properties: Json }>;
const templates = [...filesIn(`${chart}/templates`, '.yaml'), ...filesIn(`${chart}/templates`, '.tpl')];
const everything = templates.map((file) => textOf(file)).join('\n');

const isThere = (path: string): boolean => {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
      values,
    );
  return found !== undefined;
};
const valuesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/\.Values\.([a-zA-Z]+(?:\.[a-zA-Z]+)*)/g), ([, path = '']) => path)),
];
const strangersIn = (text: string): readonly string[] => valuesIn(text).filter((path) => !isThere(path));

/** Keys of a Secret whose value would be written into the release. */
const secretsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/kind: Secret\b|stringData:|b64enc/g), ([found]) => found);

describe('the chart', () => {
  it('uses values that there are', () => {
    expect(valuesIn(everything).length).toBeGreaterThan(30);
    expect(strangersIn(everything)).toEqual([]);
    expect(strangersIn('{{ .Values.image.repositori }}')).toEqual(['image.repositori']);
  });

  it('has a schema for every value, and for no other', () => {
    // `global` is Helm's own
    expect(Object.keys(schema.properties).sort()).toEqual([...Object.keys(values), 'global'].sort());
  });

  it('writes no Secret: it names those that are there', () => {
    expect(secretsIn(everything)).toEqual([]);
    expect(secretsIn('kind: Secret\nstringData:')).toHaveLength(2);
  });

  it('lets every container run without rights and without writing to its root', () => {
    const containers = Array.from(
      everything.matchAll(/^ {8}- name: \S.*\n(?: {10}.*\n)*/gm),
      ([found]) => found,
    ).filter((each) => each.includes('image: '));
    // the apps, the console with its gateway, the gateway behind an Ingress, the set-up
    expect(containers).toHaveLength(5);
    expect(
      containers.filter((each) => !/securityContext: \{\{- include "ibex\.containerSecurity"/.test(each)),
    ).toEqual([]);
    expect(everything.split('ibex.podSecurity"').length - 1).toBe(5);
    expect(textOf(chart, 'templates', '_helpers.tpl')).toMatch(
      /runAsNonRoot: true[\s\S]*allowPrivilegeEscalation: false\nreadOnlyRootFilesystem: true\ncapabilities: \{ drop: \[ALL\] \}/,
    );
  });

  it.each(['deployments.yaml', 'console.yaml'])(
    'asks each process of %s how it is on the port of measures',
    (file) => {
      const probes = Array.from(
        textOf(chart, 'templates', file).matchAll(
          /(\w+)Probe:\n\s+httpGet: \{ path: (\S+), port: metrics \}/g,
        ),
        ([, probe, path]) => `${probe ?? ''} ${path ?? ''}`,
      );
      expect(probes).toEqual(['startup /health/start', 'liveness /health/live', 'readiness /health/ready']);
    },
  );

  it('routes pages by their path, as the gateway does', () => {
    expect(textOf(chart, 'templates', 'httproute.yaml')).toContain(
      '- { path: { type: PathPrefix, value: /console } }',
    );
    expect(textOf('deploy', 'gateway', 'Caddyfile')).toContain('@pages path /console /console/*\n');
  });

  it('gives the console none of the exchange’s secrets, and memory alone to write to', () => {
    const pages = ['console.yaml', 'console-settings.yaml']
      .map((file) => textOf(chart, 'templates', file))
      .join();
    expect(valuesIn(pages)).not.toContain('keys');
    // files that are being checked are about children
    expect(pages).toContain('emptyDir: { medium: Memory, sizeLimit: {{ $own.uploadSpace }} }');
    expect(pages).not.toMatch(/\.Values\.(?:keys|eventstoredb|kafka|postgres)\b|IBEX_MASTER|IBEX_SIGNING/);
  });

  it('lets the console speak plainly on its own loopback alone', () => {
    expect(textOf(chart, 'templates', 'console-settings.yaml')).toContain(
      'IBEX_CONSOLE_EXCHANGE: {{ $own.exchangeUrl | default "http://127.0.0.1:8080" | quote }}',
    );
    expect(textOf(chart, 'templates', 'console.yaml')).toContain('{ name: GATEWAY_BIND, value: 127.0.0.1 }');
    const { console: pages } = schema.properties as Readonly<Record<string, Json>>;
    expect(pages).toMatchObject({ properties: { exchangeUrl: { pattern: '^(https://[^@]+)?$' } } });
  });

  it('routes notices by path and method as the gateway does', () => {
    const route = textOf(chart, 'templates', 'httproute.yaml');
    const gateway = textOf('deploy', 'gateway', 'Caddyfile');
    const [, listed = ''] = /range list ([^}]+)\}/.exec(route) ?? [];
    const prefixes = Array.from(
      listed.matchAll(/"([^"]+)"/g),
      ([, name = '']) => `/v1/${name} /v1/${name}/*`,
    );
    expect(gateway).toContain(`method POST\n\t\tpath ${prefixes.join(' ')} /v1/batches /v1/previews\n`);
    for (const exact of ['batches', 'previews'])
      expect(route).toContain(`{ method: POST, path: { type: Exact, value: /v1/${exact} } }`);
    expect(route).toContain('{ path: { type: PathPrefix, value: /v1/records } }');
  });
});
