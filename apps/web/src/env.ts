import { defineEnvVars } from '@sveltejs/kit/env';

/** What the web reads from its environment when it starts. */
export const variables = defineEnvVars({
  API_URL: {
    schema: (value) => withoutSlash(value) || 'http://127.0.0.1:3000',
    description: 'Where the api answers, without a path.',
  },
  PUBLIC_URL: {
    schema: (value) => withoutSlash(value) || 'http://localhost:3000',
    description: 'The address people type, without a path.',
  },
  WEB_KEY: {
    schema: (value) => value || undefined,
    description: 'Made by the standalone for itself: by this its api knows its own web.',
  },
  SOURCE_URL: {
    schema: (value) => value || undefined,
    description: 'Where the source code of this very site is offered, as the AGPL asks.',
  },
});

function withoutSlash(address = ''): string {
  return address.replace(/(?<!\/)\/+$/, '');
}
