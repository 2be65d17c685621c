export const outbox = {
  'mail.footer': 'Este correo viene de {site}.',
  'error.foreign-origin':
    'Esto llegó desde otro sitio web y no se hizo. Abre la página aquí e inténtalo de nuevo.',
} as const;
