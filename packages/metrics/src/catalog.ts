/**
 * What is read at the moment somebody asks, from where it is: name, kind, sentence, and what its label tells apart.
 * Labels are codes of ours, never words, ids or addresses of people.
 */
export const readings = {
  groundwork_ready: { kind: 'gauge', help: '1 while this process may be sent visitors or jobs.' },
  groundwork_check: { kind: 'gauge', help: '1 for each check of /readyz that holds.', label: 'check' },
  groundwork_sockets_open: { kind: 'gauge', help: 'Sockets that are open.' },
  groundwork_live_deliveries_total: { kind: 'counter', help: 'Frames of conversation sent to sockets.' },
  groundwork_queue_jobs: { kind: 'gauge', help: 'Jobs in the queue, by state.', label: 'state' },
  groundwork_queue_oldest_seconds: { kind: 'gauge', help: 'How long the job next in line has waited.' },
  groundwork_journal_undelivered: { kind: 'gauge', help: 'Journal entries not yet handed to the queue.' },
  groundwork_journal_oldest_seconds: { kind: 'gauge', help: 'Age of the oldest such entry.' },
  groundwork_mails_waiting: { kind: 'gauge', help: 'Mails promised and not yet sent.' },
  groundwork_mails_oldest_seconds: { kind: 'gauge', help: 'Age of the oldest such mail.' },
  groundwork_pool_connections: {
    kind: 'gauge',
    help: 'Connections to the database, by state.',
    label: 'state',
  },
  groundwork_backup_age_seconds: {
    kind: 'gauge',
    help: 'Time since the last backup that was made; infinite while there is none.',
  },
  groundwork_backup_failing: { kind: 'gauge', help: '1 when the last attempt at a backup failed.' },
  groundwork_disk_free_bytes: { kind: 'gauge', help: 'Room left on the disk of DATA_DIR.' },
  groundwork_disk_size_bytes: { kind: 'gauge', help: 'Size of the disk of DATA_DIR.' },
} as const satisfies Record<string, { kind: 'gauge' | 'counter'; help: string; label?: string }>;

export type ReadingName = keyof typeof readings;

/** What is counted as it happens. */
export const counterMetrics = {
  groundwork_http_request_duration_seconds: {
    help: 'Answers, by the pattern of their route.',
    labels: ['door', 'method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 2, 10],
  },
  groundwork_job_duration_seconds: {
    help: 'Jobs and sweeps, by how they ended.',
    // Not "job": Prometheus gives that name to what it asks.
    labels: ['name', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60],
  },
  groundwork_mails_total: {
    help: 'Mails handed to the mail server: sent, refused for good, or failed for now.',
    labels: ['outcome'],
  },
} as const;

/** What never changes while a process runs. */
export const fixedMetrics = {
  groundwork_version: { help: '1 at the version of the code that runs.', label: 'version' },
} as const;
