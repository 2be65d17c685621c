import { isIP } from 'node:net';

/** Names that no name server of the open net knows (RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps for inside). */
const INSIDE = [
  'localhost',
  'local',
  'internal',
  'home.arpa',
  'intranet',
  'lan',
  'corp',
  'home',
  'test',
  'invalid',
];

/**
 * Whether an address can be that of a carrier of pushes: by TLS, at the usual port, at a name of the open net. Which
 * addresses the name has is looked at whenever it is rung.
 */
export function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  const name = hostname.replace(/\.$/, '');
  return (
    protocol === 'https:' &&
    port === '' &&
    username === '' &&
    password === '' &&
    name.includes('.') &&
    isIP(name) === 0 &&
    !name.startsWith('[') &&
    !INSIDE.some((end) => name.endsWith(`.${end}`))
  );
}
