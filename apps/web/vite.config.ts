import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // Absolute addresses: a page cached for one path must not carry another path's relative ones.
      paths: { relative: false },
      // Nobody's script runs here but ours. Style attributes are out too: see src/lib/colour/README.md.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          'form-action': ['self'],
        },
      },
      // src/lib/origin/origin.ts checks every unsafe request, of any content type, and knows the public address.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
});
