import type { RequestListener, ServerResponse } from 'node:http';

/** `ok`, or a code of what is the matter. */
export type HealthState = 'ok' | 'failed' | 'behind' | 'ahead' | 'unknown';
/** Looks at some of what a process stands on; a rejection counts as `failed`. */
export type Look = () => Promise<HealthState>;
export type Readiness = { status: 'ready' | 'not-ready'; checks: Record<string, HealthState> };

/** Whether this process is alive, and whether it may be sent visitors. */
export type Health = {
  /**
   * Adds a check. One that is only told does not decide: a process that goes on serving without its queue stays in
   * the proxy's rotation, and whoever watches sees what is missing.
   */
  check(name: string, look: Look, weight?: 'decides' | 'told'): void;
  readiness(): Promise<Readiness>;
  /** From now on not ready, and every answer ends its connection: the proxy should look elsewhere. */
  drain(): void;
  /** Answers `/healthz` and `/readyz`; everything else goes to `listener`. */
  before(listener: RequestListener): RequestListener;
};

/** However many ask, a database is asked once in this time. */
const REMEMBERED_MS = 1_000;
/** Whoever asks hears something within this time. */
const PATIENCE_MS = 1_500;

export function openHealth(): Health {
  const checks = new Map<string, { look: () => Promise<HealthState>; weight: 'decides' | 'told' }>();
  let isDraining = false;
  let remembered: { until: number; findings: Promise<[string, HealthState][]> } | undefined;

  const find = () => {
    const now = performance.now();
    if (remembered && now < remembered.until) return remembered.findings;
    const findings = Promise.all(
      [...checks].map(async ([name, { look }]): Promise<[string, HealthState]> => [name, await look()]),
    );
    remembered = { until: now + REMEMBERED_MS, findings };
    return findings;
  };
  const readiness = async (): Promise<Readiness> => {
    const findings = await find();
    const isReady = findings.every(([name, finding]) => {
      return checks.get(name)?.weight === 'told' || finding === 'ok' || finding === 'ahead';
    });
    return { status: isReady && !isDraining ? 'ready' : 'not-ready', checks: Object.fromEntries(findings) };
  };
  return {
    check: (name, look, weight = 'decides') => void checks.set(name, { look: patiently(look), weight }),
    readiness,
    drain: () => void (isDraining = true),
    before: (listener) => (request, response) => {
      if (isDraining) response.setHeader('connection', 'close');
      const path = request.url?.split('?', 1)[0];
      if (path === '/healthz') return tell(response, 200, { status: 'alive' });
      if (path !== '/readyz') return listener(request, response);
      void readiness().then((found) => tell(response, found.status === 'ready' ? 200 : 503, found));
    },
  };
}

/** A look that hangs is not begun again, and has failed for whoever asks meanwhile. */
function patiently(look: Look): () => Promise<HealthState> {
  let running: Promise<HealthState> | undefined;
  return () => {
    running ??= Promise.resolve()
      .then(look)
      .catch((): HealthState => 'failed')
      .finally(() => (running = undefined));
    const late = new Promise<HealthState>((resolve) => setTimeout(resolve, PATIENCE_MS, 'failed').unref());
    return Promise.race([running, late]);
  };
}

function tell(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
