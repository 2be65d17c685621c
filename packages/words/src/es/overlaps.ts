import type { overlaps as english } from '../en/overlaps.ts';

export const overlaps: Record<keyof typeof english, string> = {
  'error.compacts.overlap-open': 'Esto ya se preguntó y espera respuesta.',
  'error.compacts.clause.too-soon':
    'Las personas en común se cuentan como mucho una vez cada 30 días, y un no dura lo mismo.',
  'error.compacts.clause.unanswered': 'Nadie respondió en 14 días. Caducó.',
  'mail.compacts.overlap-asked.subject': '{group} pregunta cuántas personas tenéis en común',
  'mail.compacts.overlap-asked.heading': 'Una cuenta espera tu respuesta',
  'mail.compacts.overlap-asked.text':
    '{group} pregunta cuántas personas están en las listas de los dos grupos. Con vuestro sí se cuenta una vez, y ambos leéis un número redondeado, o que son menos de cincuenta. No pasa ningún nombre ni ninguna dirección.',
  'mail.compacts.overlap-declined.subject': '{group} dice que no a contar',
  'mail.compacts.overlap-declined.heading': 'La respuesta es no',
  'mail.compacts.overlap-declined.text':
    '{group} no quiere que se cuente cuántas personas tenéis en común. Podéis preguntar otra vez después de 30 días.',
  'mail.compacts.overlap-counted.subject': 'Contado: personas en común con {group}',
  'mail.compacts.overlap-counted.heading': 'Ya está contado',
  'mail.compacts.overlap-counted.text':
    '{group} dijo que sí, y se contó cuántas personas tenéis en común. El número está en la página de vuestro acuerdo sobre «{title}».',
  'compacts.clause.too-soon': 'una vez cada 30 días',
  'compacts.clause.unanswered': 'sin respuesta en 14 días',
  'compacts.use.state.counted': 'contada',
  'compacts.done.overlap-agreed': 'De acuerdo. Se está contando.',
  'compacts.overlap': 'Personas en común',
  'compacts.overlap.hint':
    'Cuántas personas están en las dos listas, si ambos grupos quieren saberlo. Se cuenta una vez, se redondea y se dice a partir de cincuenta.',
  'compacts.overlap.few': 'Menos de 50',
  'compacts.overlap.counted': 'Contado el {date}.',
  'compacts.overlap.next': 'Se puede preguntar otra vez a partir del {date}.',
  'compacts.overlap.ask': 'Pedir que se cuente',
  'compacts.overlap.show': 'Mostrar el número en las coaliciones en que están los dos grupos',
  'compacts.overlap.show.hint':
    'A quienes publican por un grupo allí. El otro grupo también tiene que aceptarlo.',
  'compacts.overlap.shown':
    'El número se muestra a quienes publican en las coaliciones en que están los dos grupos.',
  'compacts.overlap.waits': 'Preguntado el {date}. {group} no ha respondido todavía.',
  'compacts.overlap.asked': '{group} pregunta cuántas personas tenéis en común.',
  'compacts.overlap.asked.shown':
    'El número se mostraría también a quienes publican en las coaliciones en que están los dos grupos.',
  'compacts.overlap.counting': 'Se está contando. Recarga la página dentro de un momento.',
  'compacts.overlap.yes': 'Sí, contar',
  'compacts.overlap.no': 'No, porque…',
  'compacts.overlap.no.word': '¿Por qué no?',
  'compacts.overlap.hides': 'Qué oculta esto y qué no',
  'compacts.overlap.hides.marks':
    'No pasa ningún nombre ni ninguna dirección. Cada dirección se convierte en una marca con una clave hecha solo para esta cuenta; las marcas se comparan, y clave y marcas desaparecen.',
  'compacts.overlap.hides.noes':
    'No se cuenta a quien dijo que no a que pasen sus datos o a todo contacto, ni a quien llegó a una de las listas en los últimos 30 días.',
  'compacts.overlap.hides.lot':
    'Antes de redondear a la decena de abajo se quitan por sorteo hasta nueve, y se cuenta como mucho una vez cada 30 días. Así nadie averigua nada de una persona contando dos veces.',
  'compacts.overlap.shows.share':
    'No oculta cuántas son más o menos: ambos grupos saben qué parte de su gente tiene también el otro.',
  'compacts.overlap.shows.lists':
    'Un grupo que pone en su lista muchas direcciones compradas o inventadas averigua más o menos cuántas de ellas tiene el otro. Di que no si no te fías de una lista.',
};
