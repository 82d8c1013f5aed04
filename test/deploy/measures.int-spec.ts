import { Registry, collectDefaultMetrics } from 'prom-client';
import { lanesOf } from '@ibex/delivery';
import { definitions } from '@ibex/notifications';
import { METRIC_NAMES } from '@ibex/runtime';
import { jsonOf, textOf, yamlOf } from './deploy-files';

type Alerts = Readonly<{
  groups: readonly Readonly<{
    rules: readonly Readonly<{
      alert: string;
      expr: string;
      for?: string;
      labels: Readonly<Record<string, string>>;
      annotations: Readonly<Record<string, string>>;
    }>[];
  }>[];
}>;
type Panel = Readonly<{ title: string; type: string; targets?: readonly Readonly<{ expr: string }>[] }>;

const ofNode = (): readonly string[] => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  return register.getMetricsAsArray().map(({ name }) => name);
};
const HISTOGRAMS = ['ibex_append_seconds', 'ibex_delivery_seconds', 'ibex_http_request_seconds'];
const exported = new Set([
  'up',
  ...METRIC_NAMES.filter((name) => !HISTOGRAMS.includes(name)),
  ...HISTOGRAMS.flatMap((name) => [`${name}_bucket`, `${name}_count`, `${name}_sum`]),
  ...ofNode(),
]);
const LABELS = [
  'app',
  'authority',
  'because',
  'channel',
  'code',
  'follower',
  'group',
  'instance',
  'job',
  'kind',
];
const OTHER_LABELS = ['lane', 'le', 'method', 'outcome', 'route', 'state', 'status', 'type'];

const measuresIn = (expression: string): readonly string[] =>
  Array.from(expression.matchAll(/\b(?:ibex|nodejs|process)_[a-z0-9_]+|\bup\b/g), ([name]) => name);
const labelsIn = (expression: string): readonly string[] => [
  ...Array.from(expression.matchAll(/\b(?:by|on|ignoring) \(([^)]*)\)/g), ([, list = '']) =>
    list.split(/,\s*/),
  ).flat(),
  ...Array.from(expression.matchAll(/[{,]\s*([a-z_]+)(?:=~|!~|=|!=)"/g), ([, name = '']) => name),
];
const strangersIn = (expression: string): readonly string[] => [
  ...measuresIn(expression).filter((name) => !exported.has(name)),
  ...labelsIn(expression).filter((name) => ![...LABELS, ...OTHER_LABELS].includes(name)),
];

const alerts = (yamlOf(textOf('deploy', 'prometheus', 'alerts.yml')) as Alerts).groups.flatMap(
  ({ rules }) => rules,
);
const panels = (jsonOf('deploy', 'grafana', 'dashboards', 'ibex.json') as { panels: readonly Panel[] })
  .panels;
const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

const anchorsOf = (markdown: string): readonly string[] =>
  Array.from(markdown.matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .trim()
      .replaceAll(/\s+/g, '-'),
  );

describe('alerts', () => {
  it.each(alerts)('$alert asks for what is measured', ({ expr }) => {
    expect(measuresIn(expr).length).toBeGreaterThan(0);
    expect(strangersIn(expr)).toEqual([]);
  });

  it.each(alerts)('$alert says how bad it is, what it is and what to do', ({ labels, annotations }) => {
    expect(['page', 'ticket']).toContain(labels['severity']);
    expect(annotations['summary']).toMatch(/\w/);
    const [file, anchor = ''] = (annotations['runbook'] ?? '').split('#');
    expect(file).toBe('deploy/runbook.md');
    expect(anchorsOf(textOf('deploy', 'runbook.md'))).toContain(anchor);
  });

  it('watch the urgent router by the name that it has', () => {
    const urgent = alerts.find(({ alert }) => alert === 'IbexUrgentRouterLags');
    const [, name] = /follower="([^"]+)"/.exec(urgent?.expr ?? '') ?? [];
    expect(lanesOf(definitions).map((lane) => lane.name)).toContain(name);
  });
});

describe('the dashboard', () => {
  it('asks for what is measured', () => {
    expect(asked.flatMap(strangersIn)).toEqual([]);
  });

  it('shows every measure of our own', () => {
    const shown = new Set(asked.flatMap(measuresIn).map((name) => name.replace(/_(bucket|count|sum)$/, '')));
    expect(METRIC_NAMES.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('has something to ask in every panel', () => {
    const empty = panels.filter(({ type, targets = [] }) => type !== 'row' && targets.length === 0);
    expect(empty).toEqual([]);
  });
});

describe('the check of measures', () => {
  it.each([
    ['sum(ibex_command_accepted_total)', 'ibex_command_accepted_total'],
    ['rate(ibex_append_seconds[5m])', 'ibex_append_seconds'],
    ['nodejs_eventloop_lag_p42_seconds', 'nodejs_eventloop_lag_p42_seconds'],
    ['sum by (child) (ibex_duties_late)', 'child'],
    ['ibex_duties_late{born="x"}', 'born'],
  ])('is told of %s', (expression, stranger) => {
    expect(strangersIn(expression)).toEqual([stranger]);
  });
});
