import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type ImapServer = {
  /** As `INBOX_URL` has it. */
  url: string;
  /** Puts a message into the mailbox. */
  deliver(raw: string | Uint8Array): Promise<void>;
  /** What lies in the mailbox, of each whether it is seen. */
  list(): Promise<{ isSeen: boolean }[]>;
  close(): Promise<void>;
};

/** A real IMAP server with one mailbox on a free port of this machine: Debian's dovecot, as whoever runs this. */
export async function startImapServer(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'imap-'));
  const mailbox = join(folder, 'mail');
  const owner = ownerOf();
  for (const path of ['', 'mail', 'mail/cur', 'mail/new', 'mail/tmp', 'home'])
    await handOver(await made(join(folder, path)), owner);
  const port = await findPort();
  const settings = join(folder, 'dovecot.conf');
  await writeFile(settings, configure(folder, port, owner));
  const server = await start(settings);
  let count = 0;
  return {
    url: `imap://inbox:p%40ss@127.0.0.1:${port}/INBOX`,
    async deliver(raw) {
      count += 1;
      const path = join(mailbox, 'new', `${1_700_000_000 + count}.${count}.test`);
      await writeFile(path, raw);
      await handOver(path, owner);
    },
    async list() {
      const [fresh, known] = await Promise.all(['new', 'cur'].map((part) => readdir(join(mailbox, part))));
      return [...(fresh ?? []), ...(known ?? [])].map((name) => ({ isSeen: /:2,\w*S/.test(name) }));
    },
    async close() {
      const ended = once(server, 'exit');
      if (server.kill()) await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Owner = { isRoot: boolean; uid: number; gid: number; name: string; group: string };

/** Dovecot keeps no mail as root, and asks for its own two accounts there, which Debian made for it. */
function ownerOf(): Owner {
  const { uid, gid, username } = userInfo();
  return uid === 0
    ? { isRoot: true, uid: 65_534, gid: 65_534, name: 'root', group: 'root' }
    : {
        isRoot: false,
        uid,
        gid,
        name: username,
        group: execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim(),
      };
}

async function made(path: string) {
  await mkdir(path, { recursive: true, mode: 0o755 });
  return path;
}

async function handOver(path: string, { isRoot, uid, gid }: Owner) {
  if (isRoot) await chown(path, uid, gid);
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function configure(folder: string, port: number, { isRoot, uid, gid, name, group }: Owner): string {
  const own = isRoot
    ? ''
    : `default_internal_user = ${name}\ndefault_login_user = ${name}\ndefault_internal_group = ${group}\n`;
  return `${own}base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=p@ss
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

/** Resolves once it listens. */
async function start(settings: string): Promise<ChildProcess> {
  const server = spawn('dovecot', ['-F', '-c', settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`The tests of mail that arrives need dovecot (Debian: dovecot-imapd). ${why}`));
    server.on('error', ({ message }) => fail(message));
    server.on('exit', () => fail(said.join('\n')));
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('starting up')) resolve(server);
    });
  });
}
