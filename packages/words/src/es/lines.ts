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
  'segments.who.person': 'son {thing}',
  'segments.who.rung': 'están en {thing}',
  'segments.field.least': 'Desde',
  'segments.field.most': 'Hasta',
  'segments.field.contact': 'Quién mantiene el contacto',
  'finding.column.came': 'Vino',
  'finding.column.close': 'Cerca',
  'segments.kind.brought': 'llegaron por uno de sus enlaces',
  'segments.who.brought': 'llegaron por el enlace {thing}',
  'segments.field.link': 'Qué enlace',
  'segments.none.brought': 'Este grupo aún no tiene enlaces. Una campaña recibe el primero al publicarse.',
  'segments.kind.role': 'tienen un papel en el grupo',
  'segments.who.role': 'tienen el papel «{role}» en el grupo',
  'segments.field.role': 'Qué papel',
  'segments.add.count': 'Solo contar',
  'segments.add.counted': 'Con esta línea quedan {left}; ahora son {before}.',
  'segments.add.counted.about': 'Con esta línea quedan unas {left}; ahora son unas {before}.',
  'segments.kind.near': 'viven cerca de un código postal',
  'segments.who.near': 'viven a menos de {km, number} km de {postcode}',
  'segments.field.km': 'A cuántos kilómetros como mucho',
  'segments.field.postcode': 'De qué código postal',
  'segments.field.place': 'O de qué evento',
  'segments.near.typed': 'Ninguno: el código postal de arriba',
  'segments.none.near':
    'El sitio no sabe dónde están los códigos postales. Sus responsables pueden subir una tabla en «Códigos postales».',
  'segments.near.unknown':
    'La tabla del sitio no tiene ese código postal, o lo tienen varios países: entonces los ajustes del grupo deben decir cuál es el suyo.',
  'stewards.nav.postcodes': 'Códigos postales',
  'stewards.postcodes.intro':
    'Con una tabla de dónde están los códigos postales, los grupos pueden buscar a quienes viven a pocos kilómetros de uno. Se queda en este sitio y no se pregunta nada a otro.',
  'stewards.postcodes.none':
    'Aún no hay tabla. GeoNames ofrece una por país: descárgala, descomprímela y sube aquí el archivo de texto.',
  'stewards.postcodes.count':
    '{count, plural, one {# código postal} many {# códigos postales} other {# códigos postales}}',
  'stewards.postcodes.since': 'leídos el {day}.',
  'stewards.postcodes.countries': 'De {countries}.',
  'stewards.postcodes.read':
    '{count, plural, one {Se leyó # código postal.} many {Se leyeron # códigos postales.} other {Se leyeron # códigos postales.}}',
  'stewards.postcodes.skipped':
    '{count, plural, one {# línea no tiene código o lugar y se omitió.} many {# líneas no tienen código o lugar y se omitieron.} other {# líneas no tienen código o lugar y se omitieron.}}',
  'stewards.postcodes.removed': 'La tabla ya no está.',
  'stewards.postcodes.file': 'Tabla de códigos postales',
  'stewards.postcodes.file.hint':
    'Tal como la da GeoNames, o con encabezados: postcode, lat, lon y, si lo tienes, country. Hasta 32 MB; en un archivo caben varios países.',
  'stewards.postcodes.replaces': 'Sustituye toda la tabla que hay.',
  'stewards.postcodes.upload': 'Subir',
  'stewards.postcodes.remove': 'Quitar la tabla',
  'stewards.postcodes.remove.text':
    'Las líneas que preguntan quién vive cerca de un código postal no encontrarán a nadie hasta que subas otra tabla.',
  'error.site.postcodes-empty': 'Este archivo está vacío. Elige el que tiene los códigos postales.',
  'error.site.postcodes-zipped':
    'Este archivo está comprimido. Descomprímelo y sube el archivo de texto que contiene.',
  'error.site.postcodes-unreadable': 'Esto no es un archivo de texto con columnas.',
  'error.site.postcodes-columns':
    'Faltan las columnas del código postal, la latitud y la longitud. Llámalas postcode, lat y lon en la primera línea.',
  'error.site.postcodes-nothing': 'Ninguna línea de este archivo tiene un código postal y su lugar.',
  'error.site.postcodes-too-many':
    'Son demasiados códigos postales: {most, number} como máximo. Deja fuera los países que no necesites.',
  'error.segments.assessed-backwards': 'El primer número es el menor, como en 1 a 2.',
} as const satisfies Record<keyof typeof english, string>;
