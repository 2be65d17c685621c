import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The limit of a page: SvelteKit with nothing added, and a list of 20 rows. `OUT` is where it is built to. */
export default defineConfig({
  plugins: [sveltekit({ adapter: adapter({ out: process.env.OUT ?? 'build' }) })],
});
