import type { lines as english } from '../en/lines.ts';

export const lines = {
  'segments.kind.assessed': 'tienen una valoración',
  'segments.kind.unassessed': 'no tienen valoración',
  'segments.kind.contact': 'tienen como contacto a alguien del grupo',
  'segments.kind.no-contact': 'no tienen a nadie como contacto',
  'segments.kind.duplicate': 'quizá están dos veces',
  'segments.who.assessed': 'tienen una valoración de {least, number} a {most, number}',
  'segments.who.assessed.one': 'tienen una valoración de {assessment, number}',
  'segments.who.unassessed': 'no tienen valoración',
  'segments.who.contact': 'tienen como contacto a {thing}',
  'segments.who.no-contact': 'no tienen a nadie como contacto',
  'segments.who.duplicate': 'quizá están dos veces, y falta decidirlo',
  'segments.field.least': 'Desde',
  'segments.field.most': 'Hasta',
  'segments.field.contact': 'Quién mantiene el contacto',
  'finding.column.came': 'Vino',
  'finding.column.close': 'Cerca',
  'error.segments.assessed-backwards': 'El primer número es el menor, como en 1 a 2.',
} as const satisfies Record<keyof typeof english, string>;
