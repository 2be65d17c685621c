export const outbox = {
  'mail.footer': 'Este correo viene de {site}.',
  'error.foreign-origin':
    'Esto no llegó desde una página de este sitio, o tu navegador no lo dice. No se hizo. Abre la página aquí e inténtalo de nuevo.',
} as const;
