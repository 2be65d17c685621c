import '@groundwork/patches/loading';

// Only now: what is above has a say in how the rest is loaded.
await import('./process.ts');
