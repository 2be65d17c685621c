import { registerHooks } from 'node:module';

/**
 * Imported before anything that stands on drizzle. Node asks the package.json of a package anew for each of its files,
 * and drizzle's has 180 kB: that is half of what a short program does from its start to its end, and 150 MB of its
 * memory. Its files are all modules, and name each other by where they lie, so there is nothing to ask.
 */
registerHooks({
  resolve(specifier, context, next) {
    const { parentURL } = context;
    if (!parentURL?.includes('/node_modules/drizzle-orm/') || !/^\..*\.js$/.test(specifier))
      return next(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
