import type { names as english } from '../en/names.ts';

export const names = {
  'campaigns.names.title': 'Entregar los nombres',
  'campaigns.names.intro':
    'Nombres para imprimir y llevar a quien decide, o en un archivo. Cada vez queda registrado.',
  'campaigns.names.told': 'Lo que se dijo a quienes firmaron',
  'campaigns.names.told.text':
    'Quienes firmaron dieron su nombre a {group}, y se les dijo que solo {group} ve su correo. Sobre ser vistas se les preguntó una cosa: «{asked}».',
  'campaigns.names.told.counts': '{shown} de {total} dijeron que sí.',
  'campaigns.names.told.all':
    'A nadie se le preguntó si el nombre completo llega a quien decide. Toma todos los nombres solo si una petición cuenta por sus nombres completos, entrégalos en papel y no publiques ninguno. Cuéntaselo en una novedad a quienes firmaron.',
  'campaigns.names.whose': 'Qué nombres',
  'campaigns.names.whose.shown': 'Los que se pueden mostrar, como quieren llamarse; los demás se cuentan',
  'campaigns.names.whose.all': 'Todos, completos, con ciudad y código postal si se conocen',
  'campaigns.names.show': 'Mostrar el libro',
  'campaigns.names.file': 'Todos los nombres en CSV',
  'campaigns.names.print': 'Imprime esta página desde el navegador o guárdala como PDF.',
  'campaigns.names.to': 'A: {target}',
  'campaigns.names.total': '{count, plural, one {# persona ha firmado} other {# personas han firmado}}',
  'campaigns.names.by': 'Entregado por {group}, {day}',
  'campaigns.names.unshown':
    '{count, plural, one {y # persona más cuyo nombre no se muestra} other {y # personas más cuyos nombres no se muestran}}',
  'campaigns.names.cut': 'Un libro contiene {most} nombres. Todos están en el CSV.',
  'campaigns.names.none': 'Aún no hay nombres que mostrar.',
} as const satisfies Record<keyof typeof english, string>;
