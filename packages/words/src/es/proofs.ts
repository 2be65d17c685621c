import type { proofs as english } from '../en/proofs.ts';

export const proofs = {
  'campaigns.proof.title': 'Prueba del recuento',
  'campaigns.proof.line':
    '{count, plural, one {Se contó # nombre} other {Se contaron # nombres}} el {day}, huella {start}…',
  'campaigns.proof.counted':
    '{count, plural, one {Se contó # nombre} other {Se contaron # nombres}}: {moment}.',
  'campaigns.proof.none': 'Nadie ha hecho contar esta campaña todavía.',
  'campaigns.proof.fingerprint': 'Huella',
  'campaigns.proof.write-down':
    'Anótenla o envíensela unos a otros. Si después cambia algo en el recuento o en la lista, la huella es otra.',
  'campaigns.proof.list': 'La lista, sin nombres ({kilobytes, number} kB)',
  'campaigns.proof.script': 'El programa que la comprueba',
  'campaigns.proof.shows': 'Qué muestra',
  'campaigns.proof.shows.count':
    'La lista tiene una línea por cada nombre que cuenta: tantas como decía el recuento público en ese momento.',
  'campaigns.proof.shows.own':
    'Cada grupo que lleva la campaña encuentra en ella las líneas de su propia gente, cada una una vez. Nadie más puede saber de quién es una línea.',
  'campaigns.proof.shows.fixed':
    'Ni el número ni la lista se pueden cambiar después sin que cambie la huella.',
  'campaigns.proof.shows-not': 'Qué no muestra',
  'campaigns.proof.shows-not.people':
    'Que las líneas de los otros grupos sean personas: cada grupo responde de las suyas.',
  'campaigns.proof.shows-not.tens':
    'A todas las personas que firmaron a través de un grupo que la apoya. Se suman de diez en diez, y quien firmó a través de dos grupos cuenta una vez, también por decenas; por eso algunos nombres de un grupo no están en la lista.',
  'campaigns.proof.shows-not.since':
    'Quién ha retirado su nombre desde entonces. Una lista guardada se queda como era.',
  'campaigns.proof.how': 'Compruébalo tú',
  'campaigns.proof.how.files':
    'Guarda la lista y el programa en una misma carpeta. El programa necesita Node y no pregunta a nadie.',
  'campaigns.proof.how.own':
    'Saca en un archivo los nombres de tu propio grupo en esta campaña. Eso es para quienes pueden sacar personas de tu grupo.',
  'campaigns.proof.how.run': 'Ejecuta esto, con los nombres de tus archivos:',
  'campaigns.proof.how.compare': 'Compara la huella con la que anotaron tú y los otros grupos.',
  'campaigns.proof.take': 'Tomar una prueba',
  'campaigns.proof.take.text':
    'Guarda el recuento público como está ahora, con la lista que hay detrás, para todas las personas que ven la campaña. Si se tomó una en la última hora, recibes esa.',
  'campaigns.proof.take.few': 'A partir de diez nombres.',
  'campaigns.proof.waiting': 'Se está escribiendo; tarda unos segundos.',
  'campaigns.proof.look': 'Ver si ya está',
  'campaigns.proof.failed':
    'La última no llegó a nada: su lista y el recuento público no coincidían, o quedaban menos de diez nombres. No se guardó nada de ella. Si vuelve a pasar, avisa a quienes llevan este sitio.',
  'campaigns.proof.all': 'Todas las pruebas',
  'campaigns.proof.column.counted': 'Contada',
  'campaigns.proof.column.names': 'Nombres',
  'campaigns.proof.column.list': 'Lista',
  'campaigns.proof.gone': 'ya no se guarda',
  'campaigns.proof.own-names': 'Los nombres de tu gente en CSV',
  'campaigns.proof.own-names.text':
    'Quienes firmaron a través de tu grupo, también para comprobar con ellos una prueba del recuento. Cada vez queda registrada, y esas personas leen en cuántos días fue.',
  'error.campaigns.proof-too-few': 'Las pruebas se toman a partir de diez nombres.',
  'error.campaigns.proofs-enough':
    'Esta campaña se contó {count} veces en un día. Usa la última o espera hasta mañana.',
} as const satisfies Record<keyof typeof english, string>;
