import type { asking as english } from '../en/asking.ts';

export const asking: Record<keyof typeof english, string> = {
  'mail.asking.subject': '¿Fuiste tú? Confírmalo en {site}',
  'mail.asking.heading': 'Falta un paso',
  'mail.asking.rsvp':
    'Alguien, seguramente tú, dio esta dirección para ir a un evento en {site}. La página detrás del botón muestra el evento y te pide que lo confirmes. Después llegan los detalles por correo.',
  'mail.asking.signature':
    'Alguien, seguramente tú, dio esta dirección para firmar en {site}. La página detrás del botón muestra de qué se trata, y el nombre cuenta cuando lo confirmes allí. El mismo enlace sirve para quitarlo, cuando quieras.',
  'mail.asking.signature-reminder':
    'Hace unos días alguien, seguramente tú, dio esta dirección para firmar en {site}, y el nombre aún no cuenta. La página detrás del botón muestra de qué se trata y te pide que lo confirmes. Este es el único recordatorio.',
  'mail.asking.own-email':
    'Alguien, probablemente tú, pidió añadir esta dirección a lo que los grupos de {site} guardan sobre esa persona. La página que abre el botón muestra qué grupos son, y la añade cuando digas que sí allí.',
  'mail.asking.not-you': 'Si no fuiste tú, no hagas nada: no cuenta nada y la dirección se olvida.',
  'mail.asking.button': 'Ver y confirmar',
};
