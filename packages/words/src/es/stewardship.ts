export const stewardship = {
  'setup.title': 'Prepara tu sitio',
  'setup.intro': 'Tres partes cortas y ya está. Todo se puede cambiar después.',
  'setup.site': 'El sitio',
  'setup.site.name': '¿Cómo se llama?',
  'setup.site.name.hint': 'Por ejemplo, el nombre de tu coalición.',
  'setup.languages': 'Idiomas que ofrece',
  'setup.opening': '¿Quién puede abrir una cuenta?',
  'setup.opening.anyone': 'Cualquiera',
  'setup.opening.invited': 'Quien reciba una invitación',
  'setup.opening.nobody': 'Nadie por ahora',
  'stewards.starting': '¿Quién puede crear grupos?',
  'stewards.starting.hint':
    'Sea quien sea, solo lo ven sus miembros hasta que alguien que administra el sitio responda por él.',
  'stewards.starting.stewards': 'Quienes administran el sitio',
  'stewards.starting.members': 'Miembros de grupos por los que ya se respondió',
  'stewards.starting.anyone': 'Cualquiera con una cuenta',
  'setup.you': 'Tú, la primera persona que lo cuida',
  'setup.you.name': 'Tu nombre',
  'setup.you.email': 'Tu correo',
  'setup.you.password': 'Una contraseña',
  'setup.you.password.hint': 'Al menos 10 caracteres. Cuatro palabras seguidas son fáciles de recordar.',
  'setup.you.time-zone': 'Tu zona horaria',
  'setup.group': 'El primer grupo',
  'setup.group.name': 'Su nombre',
  'setup.group.name.hint': 'Un sindicato, una asamblea, un comité. Otros podrán abrir el suyo después.',
  'setup.group.summary': 'Para qué existe, en una frase',
  'setup.do': 'Preparar el sitio',
  'setup.gone.title': 'Este enlace ya se usó',
  'setup.gone.text':
    'El enlace funciona una vez, y se imprime uno nuevo cada vez que arranca un sitio vacío.',

  'home.campaigns': 'Por qué luchamos',
  'home.campaigns.empty.title': 'Aquí estará la primera campaña',
  'home.campaigns.empty.text':
    'Cuando un grupo publique una campaña, será lo primero que vea quien pase por aquí.',
  'home.acted':
    '{count, plural, one {persona actuó.} many {de personas actuaron.} other {personas actuaron.}}',
  'home.acted-of':
    '{count, plural, one {persona actuó.} many {de personas actuaron.} other {personas actuaron.}} La meta es {goal}.',
  'home.act.petition': 'Poner mi nombre',
  'home.act.pledge': 'Me comprometo',
  'home.events': 'Esta semana',
  'home.events.empty': 'Esta semana no hay nada. Lo que viene después está en Eventos.',
  'home.events.all': 'Todos los eventos',
  'home.groups': 'Quiénes somos',
  'home.groups.empty': 'Aquí estarán los grupos que quieran mostrarse.',
  'home.groups.all': 'Todos los grupos',
  'home.campaigns.all': 'Todas las campañas',

  'stewards.title': 'Este sitio',
  'stewards.nav': 'El cuidado de este sitio',
  'stewards.nav.status': 'Cómo va',
  'stewards.nav.accounts': 'Cuentas',
  'stewards.nav.outbox': 'Bandeja de salida',
  'stewards.nav.settings': 'Ajustes',
  'stewards.status.well': 'Todo funciona.',
  'stewards.status.look':
    '{count, plural, one {Hay una cosa que conviene mirar.} many {Hay # de cosas que conviene mirar.} other {Hay # cosas que conviene mirar.}}',
  'stewards.status.bad':
    '{count, plural, one {Hay una cosa por hacer.} many {Hay # de cosas por hacer.} other {Hay # cosas por hacer.}}',
  'stewards.health.well': 'bien',
  'stewards.health.look': 'conviene mirarlo',
  'stewards.health.bad': 'hay que actuar',
  'stewards.health.part.workers': 'Procesos de trabajo',
  'stewards.health.part.queue': 'Cola',
  'stewards.health.part.mail': 'Correo',
  'stewards.health.part.returns': 'Correo que vuelve',
  'stewards.health.part.backup': 'Copia de seguridad',
  'stewards.health.part.disk': 'Disco',
  'stewards.health.part.versions': 'Versión',
  'stewards.health.part.pace': 'Correo a mucha gente',
  'stewards.health.workers':
    '{count, plural, =0 {ninguno trabaja} one {# trabaja} many {# de ellos trabajan} other {# trabajan}}, según el último minuto',
  'stewards.health.workers.none':
    'El correo y las listas esperan, y no se pierde nada. Quien lleva el servidor vuelve a arrancar el proceso; su registro dice por qué paró.',
  'stewards.health.workers.missing':
    '{count, plural, one {Un proceso de trabajo dejó de responder y nadie ocupó su lugar} many {# de procesos de trabajo dejaron de responder y nadie ocupó su lugar} other {# procesos de trabajo dejaron de responder y nadie ocupó su lugar}}. No se pierde nada: los demás siguen con el trabajo. Quien lleva el servidor vuelve a arrancar los que faltan; el registro dice por qué pararon.',
  'stewards.health.queue': 'con {backend}: {waiting} en espera, {failed} abandonadas',
  'stewards.health.queue.behind':
    'La tarea más antigua espera desde hace {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}. Se pone al día por sí sola; si no deja de crecer, quien lleva el servidor arranca otro proceso de trabajo.',
  'stewards.health.queue.stands':
    'La tarea más antigua espera desde hace {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}. Seguirá en cuanto arranque un proceso de trabajo.',
  'stewards.health.returns': 'El último aviso se leyó {when}.',
  'stewards.health.returns.never': 'Todavía no ha vuelto nada.',
  'stewards.health.returns.none': 'Lo que vuelve del correo va al buzón del remitente, y no se lee aquí.',
  'stewards.health.returns.unset':
    'Se sigue escribiendo a buzones que no existen, y eso daña el nombre del correo del sitio. Quien lleva el servidor define RETURN_ADDRESS y cómo se lee: docs/hosting/mail.md.',
  'stewards.health.returns.unread':
    'El correo vuelve a una dirección propia, y nadie lo lee allí. Quien lleva el servidor define INBOX_URL o LMTP_ADDRESS para el proceso de trabajo, y mira que esté en marcha.',
  'stewards.health.returns.unreachable':
    'El servidor del buzón no responde. Quien lleva el servidor mira si está en marcha y si INBOX_URL lo nombra bien.',
  'stewards.health.returns.signed-out':
    'El servidor del buzón rechaza el nombre o la contraseña de INBOX_URL. Quien lleva el servidor los corrige.',
  'stewards.health.returns.no-mailbox':
    'No existe el buzón que nombra INBOX_URL. Quien lleva el servidor corrige su última parte, como /INBOX.',
  'stewards.health.returns.failed':
    'El buzón no se pudo leer hasta el final. Se intenta de nuevo cada minuto; si sigue así, el registro del proceso de trabajo dice más.',
  'stewards.health.returns.lmtp':
    'El proceso de trabajo no puede escuchar en LMTP_ADDRESS: quizá otro programa tiene ese puerto. Se intenta de nuevo cada medio minuto.',
  'stewards.health.mail.none':
    'No hay servidor de correo, así que nadie recibe nada. Quien lleva el servidor pone SMTP_URL.',
  'stewards.health.mail.stuck':
    'Hay correo que espera desde hace más de un cuarto de hora: el servidor de correo no lo aceptó, o lo acepta demasiado despacio. Quien lleva el servidor pregunta a «groundwork doctor» por qué. Se reintenta durante tres días, con pausas cada vez más largas.',
  'stewards.health.mail.stands':
    'Hay correo que espera desde hace más de un cuarto de hora, porque no hay proceso de trabajo que lo envíe. Saldrá en cuanto arranque uno.',
  'stewards.health.mail.refused':
    'En un día {count, plural, one {se rechazó # correo} many {se rechazaron # de correos} other {se rechazaron # correos}} para siempre: casi siempre son direcciones que ya no existen. Quítalas de las listas.',
  'stewards.health.mail.many-refused':
    'En un día se rechazó más de uno de cada veinte correos ({count}). Otros proveedores pueden empezar a rechazar el resto: mira qué direcciones son y deja de usar listas viejas.',
  'stewards.health.pace': '{provider} acepta {perMinute, number} por minuto',
  'stewards.health.pace.rests': '{provider} no acepta nada antes de {at}',
  'stewards.health.pace.server': 'El servidor de correo acepta {perMinute, number} por minuto',
  'stewards.health.pace.server.rests': 'El servidor de correo no acepta nada antes de {at}',
  'stewards.health.pace.waiting': '{what} ({code}; {waiting, number} en espera)',
  'stewards.health.pace.advice':
    'Quien recibe el correo pidió menos, así que el sitio da menos, y volverá a dar más por sí solo cuando vaya bien; no se pierde nada. Si dura un día, quien lleva el servidor lee «Mail that arrives» en la guía.',
  'stewards.health.backup': 'la última, {when}, {size}',
  'stewards.health.backup.never': 'todavía no hay ninguna',
  'stewards.health.backup.unset':
    'Si esta máquina se rompe, se pierde todo. Quien lleva el servidor pone BACKUP_TO y BACKUP_RECIPIENT, y cada noche se hace una copia.',
  'stewards.health.backup.old':
    'Debería haber una cada noche. Quien lleva el servidor pregunta a «groundwork doctor» por qué no la hay.',
  'stewards.health.backup.failed':
    'El último intento falló. Quien lleva el servidor pregunta a «groundwork doctor» por qué.',
  'stewards.health.disk':
    'Queda poco sitio. Con el disco lleno nadie puede firmar, apuntarse ni escribir: haz sitio o pasa a un disco mayor.',
  'stewards.health.versions': 'Groundwork {version}, en todas las partes',
  'stewards.health.versions.pages': 'páginas {version}',
  'stewards.health.versions.api': 'api {version}',
  'stewards.health.versions.worker': 'procesos de trabajo {version}',
  'stewards.health.versions.differ':
    'Durante los minutos de una actualización es lo normal. Si sigue así, la actualización quedó a medias: quien lleva el servidor la vuelve a empezar.',
  'stewards.holds': 'Qué guarda',
  'stewards.count.accounts': 'cuentas',
  'stewards.count.groups': 'grupos',
  'stewards.count.people': 'personas',
  'stewards.count.campaigns': 'campañas',
  'stewards.count.events': 'eventos',
  'stewards.count.messages': 'mensajes',
  'stewards.runs': 'Qué está en marcha',
  'stewards.mail.smtp': 'por SMTP: {waiting} en espera; en un día, {sent} enviados y {refused} rechazados',
  'stewards.mail.outbox':
    'se guarda en la bandeja de salida, porque no hay servidor de correo: {sent} en un día',
  'stewards.storage.value': 'base de datos {database}; en el disco quedan libres {free} de {size}',
  'stewards.storage.unknown': 'base de datos {database}; el disco no dice cuánto queda libre',
  'stewards.nav.allowances': 'Permisos',
  'stewards.allowances.intro':
    'Cada quien puede crear hasta cierto punto al día: grupos, eventos, mensajes, listas. Aquí puedes permitir que una cuenta o un grupo cree más. Queda registrado.',
  'stewards.allowances.to': '¿De quién?',
  'stewards.allowances.to.hint':
    'El correo de una cuenta, o la dirección de un grupo, como eastside-tenants.',
  'stewards.allowances.how-much': '¿Cuánto pueden crear?',
  'stewards.allowances.times':
    '{times, plural, one {lo mismo que los demás} many {# de veces lo que los demás} other {# veces lo que los demás}}',
  'stewards.allowances.do': 'Permitir más',
  'stewards.allowances.end': 'Volver a lo mismo que los demás',
  'stewards.allowances.empty': 'A nadie se le ha permitido más que a los demás.',
  'stewards.allowances.done': 'Guardado. Vale desde ahora.',
  'stewards.allowances.unseen': 'un grupo que no puedes ver',
  'error.stewards.allowance-nobody':
    'No hay ninguna cuenta con ese correo, ni un grupo que puedas ver con esa dirección.',
  'stewards.accounts.search': 'Busca por nombre o correo',
  'stewards.accounts.empty': 'Nadie coincide.',
  'stewards.accounts.groups':
    '{count, plural, =0 {ningún grupo} one {# grupo} many {# de grupos} other {# grupos}}',
  'stewards.accounts.steward': 'cuida el sitio',
  'stewards.accounts.make-steward': 'Que {name} también cuide el sitio',
  'stewards.accounts.end-steward': 'Dejar de cuidar el sitio',
  'stewards.accounts.end-steward.confirm':
    '{name} dejará de cuidar este sitio. Sus grupos quedan como están.',
  'stewards.accounts.invite': 'Invitar a alguien',
  'stewards.column.name': 'Nombre',
  'stewards.column.email': 'Correo',
  'stewards.column.groups': 'Grupos',
  'stewards.column.since': 'Desde',
  'stewards.nav.groups': 'Grupos',
  'stewards.reason': '¿Por qué? Lo leerán las personas afectadas.',
  'stewards.groups.filter': 'Qué grupos',
  'stewards.groups.all': 'Todos',
  'stewards.groups.only.waiting': 'A la espera de tu palabra',
  'stewards.groups.only.held': 'Ocultos o congelados',
  'stewards.groups.only.without': 'Sin responsable',
  'stewards.groups.waiting': '{count, plural, one {# grupo espera} other {# grupos esperan}} tu palabra.',
  'stewards.groups.intro': 'Ves nombres y números. Lo que hay en un grupo privado queda entre sus miembros.',
  'stewards.groups.empty.all': 'Todavía no hay ningún grupo.',
  'stewards.groups.empty.waiting':
    'Ningún grupo espera. Cuando alguien crea uno, está aquí hasta que quien administra el sitio responda por él.',
  'stewards.groups.empty.held': 'No hay nada oculto ni congelado.',
  'stewards.groups.empty.without':
    'Cada grupo tiene una persona responsable que ha entrado en el último mes.',
  'stewards.groups.numbers':
    '{members, plural, one {# miembro} other {# miembros}}, {campaigns, plural, one {# campaña} other {# campañas}}, {events, plural, one {# evento} other {# eventos}}',
  'stewards.groups.since': 'desde el {date}',
  'stewards.groups.tag.waiting': 'espera tu palabra',
  'stewards.groups.tag.hidden': 'oculto',
  'stewards.groups.tag.frozen': 'congelado',
  'stewards.groups.tag.deleted': 'se borrará el {date}',
  'stewards.groups.tag.without': 'sin responsable',
  'stewards.groups.look': 'Ver su página',
  'stewards.groups.private': 'Un grupo privado: sus páginas son para sus miembros.',
  'stewards.groups.vouching': '¿Es lo que dice ser?',
  'stewards.groups.vouching.waits':
    'Nadie ha respondido aún por él, así que solo lo ven sus miembros y no escribe a nadie de fuera. Lo creó:',
  'stewards.groups.vouching.done': 'Se respondió por él el {date}.',
  'stewards.groups.vouch': 'Responder por él',
  'stewards.groups.doubt': 'Retirarlo',
  'stewards.groups.doubt.confirm':
    'A {group} solo lo verán sus miembros y no escribirá a nadie de fuera hasta que alguien vuelva a responder por él. Se avisa a sus responsables.',
  'stewards.groups.steward': 'Su responsable',
  'stewards.groups.steward.there':
    'Una de sus personas responsables ha entrado en el último mes. A ella le toca decir quién más lo será.',
  'stewards.groups.steward.choose':
    'Ninguna de sus personas responsables ha entrado en el último mes, o están suspendidas. Puedes hacer responsable a un miembro; se avisa a quienes llevan el grupo.',
  'stewards.groups.steward.nobody': 'No hay otro miembro a quien elegir. Puedes nombrar cualquier cuenta.',
  'stewards.groups.steward.give': 'Hacer responsable',
  'stewards.groups.steward.confirm':
    '{name} tendrá las llaves de {group}: personas, miembros y ajustes. Queda registrado.',
  'stewards.measures': 'Cuando se hace daño',
  'stewards.measures.intro':
    'Se avisa a sus responsables, con tu motivo. Todo se puede deshacer y queda registrado.',
  'stewards.measures.told':
    'Las personas responsables de {group} reciben un correo con tu motivo. El correo del grupo que aún espera se retira.',
  'stewards.measures.by': 'Por {name}, desde el {date}:',
  'stewards.measures.since': 'Desde el {date}:',
  'stewards.measures.frozen': 'Congelar',
  'stewards.measures.frozen.text': 'Se puede leer. No se escribe nada nuevo, no sale correo y nadie se une.',
  'stewards.measures.frozen.take': 'Congelar el grupo',
  'stewards.measures.frozen.end': 'Descongelar',
  'stewards.measures.hidden': 'Ocultar',
  'stewards.measures.hidden.text':
    'Solo lo ven sus responsables y, si no es privado, quienes administran el sitio. No se escribe nada nuevo, no sale correo y nadie se une.',
  'stewards.measures.hidden.take': 'Ocultar el grupo',
  'stewards.measures.hidden.end': 'Mostrarlo otra vez',
  'stewards.accounts.suspended': 'suspendida',
  'stewards.suspension.since': 'Suspendida desde el {date}',
  'stewards.suspension.take': 'Suspender la cuenta',
  'stewards.suspension.confirm':
    'Se cierran todas las sesiones de {name} y no podrá entrar hasta que lo levantes. No se borra nada suyo. Recibe un correo con tu motivo.',
  'stewards.suspension.lift': 'Levantar la suspensión',
  'stewards.sign-out': 'Cerrar todas las sesiones',
  'stewards.sign-out.confirm': '{name} tendrá que entrar de nuevo en cada navegador.',
  'stewards.made': 'Lo que ha hecho',
  'stewards.made.numbers':
    'Está en {groups, plural, =0 {ningún grupo} one {# grupo} other {# grupos}}; ha escrito {messages, plural, =0 {ningún mensaje} one {# mensaje} other {# mensajes}}.',
  'stewards.made.private': 'Lo que se dijo en privado sigue siendo privado.',
  'stewards.made.groups': 'Grupos de los que es responsable',
  'stewards.made.published': 'Hecho público',
  'stewards.made.empty': 'Nada de lo que ha hecho es público.',
  'stewards.standing': 'Su situación',
  'stewards.standing.sessions':
    '{count, plural, =0 {Sin sesiones abiertas} one {Sesión abierta en # navegador} other {Sesión abierta en # navegadores}}; última vez el {date}.',
  'stewards.standing.nowhere': 'Sin sesiones abiertas.',
  'error.stewardship.has-steward':
    'Este grupo tiene una persona responsable que ha entrado hace poco. Es quien reparte los papeles.',
  'error.stewardship.not-a-member': 'Esa persona no es miembro del grupo. Elige una de la lista.',
  'error.stewardship.no-such-account': 'No hay ninguna cuenta con este correo que pueda entrar.',
  'stewards.settings.saved': 'Guardado.',
  'stewards.now': 'A mano',
  'stewards.backup': 'Copia de seguridad',
  'stewards.backup.text':
    'Todo en un archivo cifrado, como cada noche: antes de actualizar o tras un largo día de trabajo.',
  'stewards.backup.do': 'Hacer una copia ahora',
  'stewards.backup.waits': 'Pedida {when}. Empieza en cuanto un proceso de trabajo la tome.',
  'stewards.backup.bytes': 'Se está haciendo: {done} de unos {total}.',
  'stewards.backup.files':
    'Se está haciendo: ya contiene todo menos las imágenes, y {count, plural, one {# archivo} other {# archivos}}.',
  'stewards.backup.begun': 'Se está haciendo.',
  'stewards.backup.done': 'Hecha {when}: {size}.',
  'stewards.backup.failed': 'Falló {when}: {reason}',
  'stewards.backup.failed.unknown': 'el registro del proceso de trabajo dice por qué.',
  'stewards.look-again': 'Mirar otra vez',
  'error.stewardship.backup-unset':
    'No hay lugar o clave para las copias. Quien lleva el servidor define BACKUP_TO y BACKUP_RECIPIENT.',
  'error.stewardship.backup-under-way': 'Ya se está haciendo una copia.',
  'stewards.settings.who': 'Quién puede qué',
  'stewards.settings.face': 'Lo que ve la gente',
  'stewards.settings.front': 'La campaña que abre la portada',
  'stewards.settings.front.hint':
    'Mientras esté publicada y su grupo sea público. Si no, la que tenga más gente detrás.',
  'stewards.settings.front.none': 'La que tenga más gente detrás',
  'stewards.settings.contact': '¿A quién puede dirigirse la gente?',
  'stewards.settings.contact.hint':
    'Un correo, una dirección web o una línea de texto. Lo ve todo el mundo, al pie de cada página.',
  'stewards.settings.rules': 'Las normas de este sitio',
  'stewards.settings.rules.hint':
    'Markdown. Están en una página propia, enlazada al pie de cada página y donde se abre una cuenta. Numéralas: así los avisos pueden citarlas.',
  'stewards.settings.security': 'A quién avisar de un fallo',
  'stewards.settings.security.hint':
    'Un correo o una dirección https, para quien encuentre una debilidad del sitio. Se publica en /.well-known/security.txt.',
  'stewards.settings.look-above':
    'Por encima de cuántas personas necesita una segunda mirada el correo de cualquier grupo',
  'stewards.settings.look-above.hint':
    'Alguien más del grupo lo lee y dice que sí antes de que salga. Un grupo puede pedirlo antes, no después. Vacío: cada grupo lo decide.',
  'stewards.allowances.given': 'Quién puede crear más',
} as const;
