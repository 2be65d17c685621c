import { isOldBackup } from '@groundwork/features/stewardship/backups/queries';
import { parser } from '@prometheus-io/lezer-promql';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../journeys/ports.ts';
import { counterMetrics, fixedMetrics, readings } from '../packages/metrics/src/catalog.ts';
import { openMetrics } from '../packages/metrics/src/metrics.ts';

type Panel = {
  type: string;
  title: string;
  description?: string;
  datasource?: object;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string; datasource: object }[];
  fieldConfig?: { defaults: { unit?: string } };
};
type Rule = {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
};

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../infra/${path}`, import.meta.url)), 'utf8');
const file = read('grafana/dashboards/groundwork.json');
const dashboard = JSON.parse(file) as {
  panels: Panel[];
  links: [];
  annotations: { list: { expr: string }[] };
};
const panels = dashboard.panels.filter(({ type }) => type !== 'row');
const { groups } = parse(read('prometheus/rules.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Everything that is asked of Prometheus, with where it is asked. */
const questions: [string, string][] = [
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ...dashboard.annotations.list.map(({ expr }): [string, string] => ['annotation', expr]),
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
];
/** What Prometheus makes itself. */
const itsOwn = { metrics: ['up', 'ALERTS'], labels: ['job', 'instance', 'le', 'alertstate'] };

test('the dashboard and the alarms ask for figures and labels that there are', async () => {
  const available = [...(await listDefaults()), ...ownNames(), ...itsOwn.metrics];
  const known = [...ownLabels(), ...itsOwn.labels, 'process', 'severity', 'kind'];
  const unknown = questions.flatMap(([where, expr]) => {
    const { metrics, labels } = readQuestion(expr);
    const strange = [
      ...metrics.filter((name) => !available.includes(name)),
      ...labels.filter((label) => !known.includes(label)),
    ];
    return strange.map((name) => `${where}: ${name}`);
  });
  expect(questions.length).toBeGreaterThan(50);
  expect(unknown).toEqual([]);
});

test('every figure of ours stands on the dashboard', () => {
  const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');
  const all = Object.keys({ ...readings, ...counterMetrics, ...fixedMetrics });
  expect(all.filter((name) => !asked.includes(name))).toEqual([]);
});

test('each panel has a question, a unit and a sentence that says what it shows', () => {
  for (const { title, targets, fieldConfig, description } of panels) {
    expect(targets?.length, title).toBeGreaterThan(0);
    expect(fieldConfig?.defaults.unit, title).toMatch(/./);
    expect(description, title).toMatch(/^[A-Z0-9].*\.$/);
  }
});

test('panels stand side by side in 24 columns, none upon another', () => {
  const taken = new Set<string>();
  for (const { title, gridPos } of dashboard.panels) {
    const { x, y, w, h } = gridPos;
    expect(x + w, title).toBeLessThanOrEqual(24);
    for (let row = y; row < y + h; row += 1)
      for (let column = x; column < x + w; column += 1) {
        expect(taken.has(`${column},${row}`), title).toBe(false);
        taken.add(`${column},${row}`);
      }
  }
});

test('the dashboard asks the Prometheus that was chosen, and leads nowhere else', () => {
  const chosen = { type: 'prometheus', uid: '${datasource}' };
  for (const { title, datasource, targets = [] } of panels)
    for (const asked of [datasource, ...targets.map((target) => target.datasource)])
      expect(asked, title).toEqual(chosen);
  expect(dashboard.links).toEqual([]);
  expect(file).not.toMatch(/https?:/);
});

test('each alarm says how bad it is, what is the matter, and in one sentence what to do', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, labels, annotations } of rules) {
    expect(labels.severity, alert).toMatch(/^(critical|warning)$/);
    expect(annotations.summary, alert).toMatch(/\.('?|{{ end }})$/);
    expect(annotations.description, alert).toMatch(/^[A-Z][^.]*(\.\w[^.]*)*\.$/);
  }
});

test('the alarm calls a backup old at the same hour as the stewards’ page and the doctor', () => {
  const [, hours] =
    /> (\d+) \* 3600$/.exec(rules.find(({ alert }) => alert === 'BackupOld')?.expr ?? '') ?? [];
  const now = new Date();
  const madeAt = (secondsBefore: number) =>
    new Date(now.getTime() - (Number(hours) * 3600 + secondsBefore) * 1000);
  expect([isOldBackup(madeAt(-1), now), isOldBackup(madeAt(1), now)]).toEqual([false, true]);
});

test('Prometheus is told the alarms, and asks every process that has figures to tell', () => {
  const names = readdirSync(fileURLToPath(new URL('../infra/prometheus/', import.meta.url)));
  for (const name of ['compose.yml', 'systemd.yml']) {
    const { rule_files: files } = parse(read(`prometheus/${name}`)) as { rule_files: string[] };
    for (const rule of files) expect(names, name).toContain(rule);
  }
  const { scrape_configs: asks } = parse(read('prometheus/compose.yml')) as {
    scrape_configs: { dns_sd_configs: { names: string[] }[] }[];
  };
  const compose = parse(read('../docker-compose.yml'), { merge: true }) as {
    services: Record<string, { command: string[]; environment?: Record<string, string> }>;
  };
  const telling = Object.entries(compose.services).filter(
    ([, { command, environment }]) => environment?.METRICS_ADDRESS && command[0] === 'node',
  );
  const asked = asks.flatMap((ask) => ask.dns_sd_configs.flatMap((dns) => dns.names));
  expect(asked.sort()).toEqual(telling.map(([name]) => name).sort());
});

function ownNames() {
  const histograms = Object.entries(counterMetrics).flatMap(([name, it]) =>
    'buckets' in it ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name],
  );
  return [...Object.keys(readings), ...histograms, ...Object.keys(fixedMetrics)];
}

function ownLabels(): string[] {
  const one = Object.values({ ...readings, ...fixedMetrics }).flatMap((it) =>
    'label' in it ? [it.label] : [],
  );
  return [...one, ...Object.values(counterMetrics).flatMap(({ labels }) => labels)];
}

/** What every process tells without being asked to: memory, event loop and the like. */
async function listDefaults() {
  const address = { host: '127.0.0.1', port: await freePort() };
  const metrics = await openMetrics(address);
  onTestFinished(() => metrics.close());
  const answer = await fetch(`http://127.0.0.1:${address.port}/metrics`);
  return [...(await answer.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
}

/** The metrics and the labels that a question names. It must be one that Prometheus understands. */
function readQuestion(expr: string) {
  // Grafana puts a span of time in its place.
  const asked = expr.replaceAll(/\$__\w+/g, '5m');
  const found: Record<string, string[]> = {};
  parser.parse(asked).iterate({
    enter({ name, type, from, to }) {
      if (type.isError) throw new Error(`Prometheus does not understand "${expr}".`);
      (found[name] ??= []).push(asked.slice(from, to));
    },
  });
  return { metrics: found.Identifier ?? [], labels: found.LabelName ?? [] };
}
