/** How a site may run, as its wrapper of the command says in GROUNDWORK_RUNS_AS, and what is typed there for a deed. */
const ways: Record<string, { command: string; instead?: Record<string, string> }> = {
  containers: {
    command: 'docker compose exec worker groundwork',
    instead: { [newKey()]: 'infra/backup-key backup-key.txt', upgrade: 'infra/upgrade' },
  },
  systemd: {
    command: 'sudo infra/systemd/groundwork',
    // The account of the site can write nowhere else.
    instead: {
      [newKey()]: `sudo infra/systemd/groundwork ${newKey('/var/lib/groundwork/')}`,
    },
  },
  clone: { command: 'npx groundwork' },
};

/** Sentences speak of verbs, so verbs cannot be asked here which they are; a test holds the two together. */
const VERBS = 'doctor|backup|restore|upgrade|account|stats|setup-link';
const NAMED = new RegExp(`\\bgroundwork (${newKey()}|(?:${VERBS})\\b)`, 'g');

/** A sentence that names `groundwork VERB`, with what is to be typed where this site runs in its place. */
export function asTyped(
  sentence: string,
  { GROUNDWORK_RUNS_AS: runsAs = '' }: Record<string, string | undefined>,
) {
  const way = Object.hasOwn(ways, runsAs) ? ways[runsAs] : undefined;
  if (!way) return sentence;
  return sentence.replace(NAMED, (_, deed: string) => way.instead?.[deed] ?? `${way.command} ${deed}`);
}

function newKey(folder = '') {
  return `backup --new-key ${folder}backup-key.txt`;
}
