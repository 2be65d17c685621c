import type { embedding as english } from '../en/embedding.ts';

export const embedding = {
  'embed.title': 'El formulario en otro sitio',
  'embed.text.campaigns':
    'Quien escribe otro sitio puede poner en él el formulario. No pide entrar a nadie ni deja cookies. Quien firma ahí cuenta y pertenece como en la página de la campaña.',
  'embed.text.events':
    'Quien escribe otro sitio puede poner en él el formulario. No pide entrar a nadie ni deja cookies. Quien responde ahí está en la lista y pertenece como en la página del evento.',
  'embed.yours.campaigns': 'Quien firma en él es persona de su grupo, como por su enlace.',
  'embed.yours.events': 'Quien responde en él es persona de su grupo, como por su enlace.',
  'embed.code': 'El código, para copiar',
  'embed.code.hint.campaigns':
    'Donde no cualquiera puede abrir la página de la campaña, esto no muestra nada.',
  'embed.code.hint.events': 'Donde no cualquiera puede abrir la página del evento, esto no muestra nada.',
  'embed.look': 'Ver el formulario',
  'embed.whole.campaigns': 'La campaña entera',
  'embed.whole.events': 'Todo sobre este evento',
} as const satisfies Record<keyof typeof english, string>;
