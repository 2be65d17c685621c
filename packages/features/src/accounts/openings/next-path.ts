/** A path of this site to go on to; anything that could lead elsewhere is the front page. */
export function safeNextPath(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return '/';
  // Browsers drop tabs and newlines inside an address, which could turn "/\t/evil" into "//evil".
  const isPlain = Array.from(path).every((sign) => sign > ' ' && sign !== '\\' && sign !== '\u007f');
  return isPlain && URL.canParse(path, 'http://here') && new URL(path, 'http://here').host === 'here'
    ? path
    : '/';
}
