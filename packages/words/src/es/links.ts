import type { links as english } from '../en/links.ts';

export const links = {
  'links.title': 'Enlaces',
  'links.intro':
    'Cada enlace cuenta sus visitas, nunca a quién lo visita. Haz uno por volante, publicación o cartel para ver qué funciona.',
  'links.column.address': 'Dirección',
  'links.column.label': 'Dónde se usa',
  'links.column.visits': 'Visitas',
  'links.column.signatures': 'Firmaron',
  'links.column.rsvps': 'Van a venir',
  'links.empty': 'Aún no hay enlaces. El primero se crea al publicar la página.',
  'links.without': 'Sin enlace',
  'links.new': 'Hacer otro enlace',
  'links.field.label': '¿Dónde se va a usar?',
  'links.field.label.hint': 'Solo para ustedes: volante, Instagram, la pancarta del puente.',
  'links.field.code': 'Una palabra propia',
  'links.field.code.hint':
    'De 3 a 30 letras, cifras o guiones, como en /go/biblioteca. Si queda vacío, el sitio crea un código corto.',
  'links.make': 'Hacer el enlace',
  'links.qr': 'Código QR como imagen',
  'links.qr.png': 'QR en PNG',
  'links.qr.svg': 'QR en SVG',
  'links.poster': 'Imprimir un cartel',
  'links.poster.hint':
    'Imprime esta página, en A4 o carta: lo que no es del cartel no sale en el papel. Corta las tiras, para que la gente se lleve una.',
  'links.tear-off': 'En el volante, en la puerta',
  'links.pass-on': 'Compártelo',
  'links.pass-on.address': 'La dirección, para copiarla',
  'links.pass-on.whatsapp': 'WhatsApp',
  'links.pass-on.telegram': 'Telegram',
  'links.pass-on.sms': 'Mensaje de texto',
  'links.pass-on.mail': 'Correo',
  'links.pass-on.plain': 'Son simples enlaces. Nadie allí sabe de ti hasta que pulses uno.',
  'error.links.taken': 'Esta palabra ya está en uso. Elige otra.',
} as const satisfies Record<keyof typeof english, string>;
