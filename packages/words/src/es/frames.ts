import type { frames as english } from '../en/frames.ts';

export const frames = {
  'campaigns.frames': 'Contada de otras maneras',
  'campaigns.frames.text':
    'La misma campaña para otras personas, o para un segundo asunto, con su propio título, historia, imagen y enlace. Cada nombre cuenta para la única campaña.',
  'campaigns.frames.none':
    'Por ahora se cuenta de una sola manera. «Salvemos la biblioteca» habla a quienes leen; «Que el barrio siga en línea» habla a todos los que no tienen más línea gratuita que la de la biblioteca, y el ayuntamiento decide sobre las dos cosas la misma tarde.',
  'campaigns.frames.own-page': 'La página propia de la campaña',
  'campaigns.frames.new': 'Contarla de otra manera',
  'campaigns.frames.edit': 'Cambiar cómo se cuenta',
  'campaigns.frames.way': 'Contada como',
  'campaigns.frames.for': 'Para: {label}',
  'campaigns.frames.by': 'Lo cuenta {group}',
  'campaigns.frames.state.draft': 'Borrador',
  'campaigns.frames.state.asked': 'Espera respuesta',
  'campaigns.frames.state.published': 'Publicada',
  'campaigns.frames.state.withdrawn': 'Retirada',
  'campaigns.frames.visits': 'Visitas por sus enlaces',
  'campaigns.frames.signed': 'Firmaron',
  'campaigns.frames.by-links': 'De las visitas por sus propios enlaces',
  'campaigns.frames.came': 'Vinieron',
  'campaigns.frames.elsewhere': 'y alrededor de {count, number} de otros grupos',
  'campaigns.frames.of-visits': '{signed, number} de {visits, number} firmaron ({share, number} de cada 100)',
  'campaigns.frames.unclear': 'Son muy pocas para distinguirla de la página propia de la campaña.',
  'campaigns.frames.more':
    'De quienes llegaron a ella por sus enlaces firmaron más que de quienes llegaron a la página propia de la campaña.',
  'campaigns.frames.fewer':
    'De quienes llegaron a ella por sus enlaces firmaron menos que de quienes llegaron a la página propia de la campaña.',
  'campaigns.frames.honest':
    'La gente de su grupo se cuenta exactamente, la de otros grupos de diez en diez, y parte de ella no se dice en ningún sitio. Las visitas son visitas y no personas. A nadie se le envió aquí o allí por sorteo: una diferencia es de las palabras y de a quién llegaron.',
  'campaigns.frames.waiting': 'Otra manera de contarla espera su respuesta',
  'campaigns.frames.waiting.text': 'La escribió {group}. Con su sí se publica, con un enlace de {group}.',
  'campaigns.frames.look': 'Leerla',
  'campaigns.frames.yes': 'Sí, que se publique',
  'campaigns.frames.no': 'No',
  'campaigns.frames.no.text': '{group} lo sabrá, con su mensaje, y puede cambiarla y volver a preguntar.',
  'campaigns.frames.no.word': 'Un mensaje para el grupo',
  'campaigns.frames.said-no': 'La respuesta fue no.',
  'campaigns.frames.take-off': 'Retirarla',
  'campaigns.frames.take-off.text':
    'Su página desaparece y su enlace lleva a la página propia de la campaña. Quienes firmaron siguen contando. Se puede volver a publicar.',
  'campaigns.frames.put-out': 'Publicarla otra vez',
  'campaigns.frames.link': 'Su enlace, para imprimir e incrustar',
  'campaigns.frames.link.text': 'Quien firma por él es gente de su grupo, y cuenta para ustedes.',
  'campaigns.frames.take-back': 'Retirar la pregunta',
  'campaigns.frames.remove': 'Borrar el borrador',
  'campaigns.frames.remove.text': 'No lo ha visto nadie más que su grupo, y nadie puede recuperarlo.',
  'campaigns.frames.save': 'Guardar',
  'campaigns.frames.save.draft': 'Guardar el borrador',
  'campaigns.frames.save.hint': 'Todavía no lo ve nadie más que quienes publican por su grupo.',
  'campaigns.frames.save.publish': 'Guardar y publicar',
  'campaigns.frames.save.ask': 'Guardar y preguntar a {group}',
  'campaigns.frames.save.ask.hint':
    'Se publica cuando {group} dice que sí. Desde entonces se queda como está; para cambiarla, retírenla antes.',
  'campaigns.frames.of': 'Cuenta: {title}',
  'campaigns.frames.field.label': 'Para quién',
  'campaigns.frames.field.label.hint':
    'Solo lo leen los grupos de esta campaña. Por ejemplo: inquilinos sin línea.',
  'campaigns.frames.field.title': 'Título',
  'campaigns.frames.field.title.hint': 'Lo que dice esa gente. Por ejemplo: Que el barrio siga en línea.',
  'campaigns.frames.field.ask': 'Qué les piden, en una frase',
  'campaigns.frames.field.ask.hint':
    'Lo que pide la campaña misma también está en la página: nadie firma sin leerlo.',
  'campaigns.frames.field.picture-alt': 'Qué muestra la imagen',
  'campaigns.frames.field.picture-alt.hint': 'Para quienes no la ven.',
  'campaigns.frames.templates': 'Empezar con una',
  'campaigns.frames.templates.text':
    'Tres que aparecen donde a la gente se la desconecta o se la vigila. Lo que está entre corchetes lo dicen con sus propias palabras; antes no se publica.',
  'campaigns.frames.template.none': 'Una página vacía',
  'campaigns.frames.template.access': 'Acceso',
  'campaigns.frames.template.access.title': 'Que el barrio siga en línea',
  'campaigns.frames.template.access.ask':
    'Para [cuántas viviendas] de [el barrio], [la biblioteca] es la única línea que no cuesta nada. Que siga abierta.',
  'campaigns.frames.template.access.story':
    'Los deberes, las solicitudes de trabajo, las citas de la clínica y la oficina de ayudas están en la red. En [el barrio], [cuántas viviendas] no tienen línea propia, porque [por qué: precio, sin contrato, sin cable].\n\nVan a [la biblioteca]. Si cierra, se quedan desconectadas.\n\n[El día de una vecina o un vecino, con sus palabras y con su permiso.]\n\nPedimos a [quien decide] que siga abierta hasta que todo el mundo tenga en casa una línea que pueda pagar.',
  'campaigns.frames.template.surveillance': 'Vigilancia',
  'campaigns.frames.template.surveillance.title': 'Nadie nos sigue hasta casa',
  'campaigns.frames.template.surveillance.ask':
    'Ninguna [cámara que reconoce caras] en [la calle] sin preguntarnos antes, y una norma que acabe con ello.',
  'campaigns.frames.template.surveillance.story':
    '[Quién] quiere poner [cámaras que reconocen caras] en [la calle]. A quienes viven allí nadie les preguntó.\n\nLo que se graba queda guardado [cuánto tiempo], y [quién] puede mirarlo. Quien va a una clínica, a una mezquita, a un sindicato o a ver a una amiga queda anotado con los demás.\n\n[Qué ha pasado ya aquí, y dónde se puede leer.]\n\nPedimos a [quien decide] que lo pare, que diga lo que ya hay, y que decidan quienes viven con ello.',
  'campaigns.frames.template.shutoffs': 'Cortes',
  'campaigns.frames.template.shutoffs.title': 'A nadie se le corta',
  'campaigns.frames.template.shutoffs.ask':
    'Ninguna línea, teléfono o luz se corta en [el barrio] por una factura, ni antes de una [decisión o protesta].',
  'campaigns.frames.template.shutoffs.story':
    'En [el mes], a [cuántas viviendas] de [el barrio] les cortaron. Sin línea nadie llama a un médico, a una abogada o a un vecino.\n\nPasó porque [por qué: una factura, una orden, una protesta]. El aviso llegó [cuánto tiempo] antes, o no llegó.\n\n[Una casa, con sus propias palabras y con su permiso.]\n\nPedimos a [quien decide] una norma: ningún corte por una factura, aviso de [cuántos] días, y nunca para hacer callar a la gente.',
  'campaigns.frames.counts-for': 'Tu nombre cuenta para esta campaña',
  'campaigns.frames.counts-for.of': '«{title}», de {group}',
  'campaigns.frames.owner':
    'Esta página la cuenta {group}: tu nombre y tu dirección van a ese grupo. {home} lleva la campaña para la que cuenta tu nombre, y sabe cuántos firmaron.',
  'campaigns.frames.notice.draft':
    'Un borrador. Todavía no lo ve nadie más que quienes publican por {group}.',
  'campaigns.frames.notice.asked': 'Todavía no está publicada: espera una respuesta de {group}.',
  'campaigns.frames.notice.withdrawn':
    'Se retiró. No la ve nadie más que quienes la escriben o responden por la campaña.',

  'error.campaigns.frame-gap': 'Díganlo con sus propias palabras: {gap}',
  'error.campaigns.frame-state': 'Eso no se puede hacer con ella ahora. Miren cómo está.',
  'error.campaigns.frame-changed': 'Cambió mientras la leían. Léanla otra vez.',
  'error.campaigns.frame-of-letter':
    'Lo que firman las organizaciones es un solo texto. No se puede contar de otra manera.',
  'error.campaigns.frame-private':
    'Su grupo no lo puede ver cualquiera, así que nadie podría abrir su página.',
  'error.campaigns.frames-most':
    'Su grupo ha escrito {most, number} para esta campaña. Borren un borrador, o cambien una.',
  'error.campaigns.frames-out': 'Esta campaña ya tiene {most, number} publicadas. Retiren una antes.',

  'mail.campaigns.frame-asked.subject': '{group} pide contar su campaña a su manera: {title}',
  'mail.campaigns.frame-asked.heading': 'Espera su respuesta',
  'mail.campaigns.frame-asked.text':
    '{group} apoya su campaña y escribió otra página para ella: «{title}». Se publica cuando su grupo diga que sí.',
  'mail.campaigns.frame-published.subject': 'Está publicada: {title}',
  'mail.campaigns.frame-published.heading': 'La respuesta es sí',
  'mail.campaigns.frame-published.text':
    '{group} dijo que sí a «{title}». Tiene un enlace de su grupo: quien firma por él es gente suya.',
  'mail.campaigns.frame-refused.subject': '{group} dice que no: {title}',
  'mail.campaigns.frame-refused.heading': 'La respuesta es no',
  'mail.campaigns.frame-refused.text':
    '{group} no deja publicar «{title}» tal como está. Pueden cambiarla y volver a preguntar.',
  'mail.campaigns.frame-withdrawn.subject': '{group} la retiró: {title}',
  'mail.campaigns.frame-withdrawn.heading': 'Una página suya se retiró',
  'mail.campaigns.frame-withdrawn.text':
    '{group} retiró «{title}». Su enlace lleva a la página propia de la campaña, y quienes firmaron siguen contando.',
} satisfies Record<keyof typeof english, string>;
