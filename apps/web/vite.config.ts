import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // In development the api runs beside; in production the standalone or the proxy gives /api/ to it.
  server: { proxy: { '/api': { target: process.env.API_URL ?? 'http://127.0.0.1:3000', ws: true } } },
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Absolute addresses: a page cached for one path must not carry another path's relative ones.
      paths: { relative: false },
      // Nobody's script runs here but ours. Style attributes are out too: a group's colour is
      // worn by data-accent (src/lib/colour/styles.ts).
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute there is: SvelteKit's own, on what it reads out after a navigation in the browser.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
      // Not on pages of strangers: src/lib/offline/registering.ts does it for whoever is signed in.
      serviceWorker: { register: false },
      // src/lib/origin/origin.ts checks every unsafe request, of any content type, and knows the public address.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
});
