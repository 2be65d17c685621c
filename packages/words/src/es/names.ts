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
  'campaigns.names.print':
    'Imprime esta página desde el navegador. Para guardarla, elige «Guardar como PDF» como impresora: el archivo se puede leer en voz alta y buscar en él.',
  'campaigns.names.to': 'A: {target}',
  'campaigns.names.total': '{count, plural, one {# persona ha firmado} other {# personas han firmado}}',
  'campaigns.names.district': 'Su distrito, si quieres contarlo',
  'campaigns.names.district.hint': 'Cómo empiezan sus códigos postales, separados por comas: 94601, 946',
  'campaigns.names.paper':
    '{count, plural, one {y # persona más en papel} many {y # de personas más en papel} other {y # personas más en papel}}',
  'campaigns.names.living':
    '{count, plural, one {# vive en su distrito} many {# de personas viven en su distrito} other {# viven en su distrito}}',
  'campaigns.names.living.few': 'Se sabe de menos de 10 que viven en su distrito',
  'campaigns.names.living.where': '(códigos postales que empiezan por {beginnings})',
  'campaigns.names.online': 'Firmaron en línea',
  'campaigns.names.on-paper': 'Firmaron en papel',
  'campaigns.names.by': 'Entregado por {group}, {day}',
  'campaigns.names.unshown':
    '{count, plural, one {y # persona más cuyo nombre no se muestra} other {y # personas más cuyos nombres no se muestran}}',
  'campaigns.names.cut': 'Un libro contiene {most} nombres. Todos están en el CSV.',
  'campaigns.names.none': 'Aún no hay nombres que mostrar.',
  'campaigns.sign.postcode': 'Código postal',
  'campaigns.sign.postcode.hint':
    'Así quien decide sabe cuántas personas vivimos en cada zona. Solo lo ve {group}.',
  'campaigns.field.asks-postcode': 'Pedir el código postal al firmar',
  'campaigns.field.asks-postcode.hint':
    'Se puede dejar en blanco. El libro de firmas dice entonces cuántas personas viven en un distrito.',
} as const satisfies Record<keyof typeof english, string>;
