/** A path of this site to go on to, from a form or an address; anything that could lead elsewhere is `fallback`. */
export function safeNext(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return fallback;
  // Browsers drop tabs and newlines inside an address, which could turn "/\t/evil" into "//evil".
  const isPlain = [...path].every((sign) => sign > ' ' && sign !== '\\' && sign !== '\u007f');
  return isPlain && URL.canParse(path, 'http://here') && new URL(path, 'http://here').host === 'here'
    ? path
    : fallback;
}
