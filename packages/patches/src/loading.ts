import { registerHooks, type ResolveFnOutput } from 'node:module';

/**
 * Imported before anything else of a program. Node asks for the package.json of whatever is imported each time that it
 * is, and drizzle's has 180 kB: half of what a short program does from its start to its end, and 150 MB of its memory.
 * So it asks once for each package that imports another, and not at all where drizzle's files, which are all modules,
 * name each other by where they lie.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '' } = context;
    if (parentURL.includes('/node_modules/drizzle-orm/') && /^\..*\.js$/.test(specifier))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    const from = importer(specifier, parentURL);
    if (from === null || !context.conditions.includes('import')) return next(specifier, context);
    const known = found.get(`${from} ${specifier}`) ?? { ...next(specifier, context), shortCircuit: true };
    found.set(`${from} ${specifier}`, known);
    return known;
  },
});

const found = new Map<string, ResolveFnOutput>();

/** The package of ours that imports another by its name: all of its files mean the same by that. Else null. */
function importer(specifier: string, parentURL: string): string | null {
  if (/^[./#]|^\w+:/.test(specifier) || parentURL.includes('/node_modules/')) return null;
  return /^(.*)\/src\//.exec(parentURL)?.[1] ?? null;
}
