/** The roles of a group's own, and what each responsibility lets one do. */
export const roles = {
  'groups.roles.title': 'Papeles en {group}',
  'groups.roles.intro':
    'Un papel es el nombre de aquello que se confía a alguien. Tres están siempre. Crea otros si tu grupo se reparte el trabajo a su manera.',
  'groups.roles.give': 'Repartir papeles en la lista de integrantes',
  'groups.roles.given': 'Están siempre',
  'groups.roles.own': 'Los vuestros',
  'groups.roles.empty':
    'Ninguno todavía. Crea uno para una tarea de la que alguien se encarga, como la prensa o recibir a quienes llegan. Después dáselo en la lista de integrantes, además del papel que tenga.',
  'groups.roles.name': 'Nombre del papel',
  'groups.roles.carries': 'Quien lo tiene puede',
  'groups.roles.grave':
    'Llevarse a las personas, gestionar integrantes y gestionar el grupo dan poder sobre otras personas: un papel con algo de eso solo lo da quien gestiona el grupo.',
  'groups.roles.members':
    '{count, plural, =0 {Nadie lo tiene.} one {Lo tiene # integrante.} other {Lo tienen # integrantes.}}',
  'groups.roles.make': 'Crear un papel',
  'groups.roles.change': 'Cambiar o quitar',
  'groups.roles.change.text': 'Lo que cambies vale al momento para todas las personas que tienen este papel.',
  'groups.roles.remove': 'Quitar',
  'groups.roles.remove.text': 'El papel {name} ya no se podrá dar.',
  'groups.roles.keeps': 'Se podrá quitar cuando nadie lo tenga.',
  'groups.roles.made': 'El papel está creado. Dáselo a alguien en la lista de integrantes.',
  'groups.roles.saved': 'El papel quedó cambiado para todas las personas que lo tienen.',
  'groups.roles.removed': 'El papel se quitó.',
  'groups.roles.link': 'Los papeles y lo que dan',
  'groups.members.own-role-of': 'Otro papel de {name}',
  'groups.members.own-role.none': 'Ningún otro papel',
  'error.groups.role-beyond': 'Eso da más de lo que tú tienes aquí. Pídeselo a quien gestiona el grupo.',
  'error.groups.too-many-roles': 'Un grupo tiene como mucho {most} papeles propios.',
  'error.groups.role-in-use':
    '{count, plural, one {# integrante tiene este papel.} other {# integrantes tienen este papel.}} Quítaselo antes.',
  'error.groups.role-named': 'Ya hay un papel con ese nombre.',
  'groups.roles.nothing': 'Marca al menos una cosa que pueda hacer.',
  'groups.responsibility.see_people': 'Ver a las personas',
  'groups.responsibility.see_people.hint':
    'La lista de quienes firmaron, vinieron o se unieron, con sus direcciones.',
  'groups.responsibility.contact_people': 'Escribir a las personas',
  'groups.responsibility.contact_people.hint':
    'Envía novedades a quienes aceptaron, pone etiquetas, incorpora listas.',
  'groups.responsibility.export_people': 'Llevarse a las personas',
  'groups.responsibility.export_people.hint': 'Guarda a todas las que conoce el grupo en un solo archivo.',
  'groups.responsibility.publish': 'Publicar',
  'groups.responsibility.publish.hint': 'Campañas, sus novedades, enlaces y anuncios, en nombre del grupo.',
  'groups.responsibility.host_events': 'Organizar eventos',
  'groups.responsibility.host_events.hint':
    'Crea eventos, los cancela, nombra a quienes los llevan y registra asistencias.',
  'groups.responsibility.moderate': 'Cuidar la conversación',
  'groups.responsibility.moderate.hint':
    'Abre canales, quita lo que incumple las reglas, decide sobre los avisos.',
  'groups.responsibility.manage_members': 'Gestionar integrantes',
  'groups.responsibility.manage_members.hint': 'Da entrada, da salida, invita y reparte papeles.',
  'groups.responsibility.manage_group': 'Gestionar el grupo',
  'groups.responsibility.manage_group.hint': 'Sus ajustes, sus papeles y lo que dan, y su cierre.',
};
