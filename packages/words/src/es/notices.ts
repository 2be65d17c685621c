import type { notices as english } from '../en/notices.ts';

export const notices: Record<keyof typeof english, string> = {
  'mail.notices.footer': 'Cómo se te avisa, y cómo recibir menos: {url}',
  'mail.digest.subject': '{count, plural, one {Una cosa para ti} other {# cosas para ti}} en {site}',
  'mail.digest.heading': '{count, plural, one {Lo que se te dijo} other {Lo que se te dijo, # cosas}}',
  'mail.digest.button': 'Verlo todo',
  'mail.groups.join-asked.subject': '{name} quiere entrar en {group}',
  'mail.groups.join-asked.text': '{name} pidió entrar en {group}. Lo que respondió está en tu página.',
  'mail.groups.role-given.subject': 'Tu papel en {group} es otro ahora',
  'mail.groups.role-given.text':
    'Lo que puedes hacer en {group} ha cambiado. La página del grupo muestra lo que ves y haces ahora allí.',
  'mail.groups.put-out.subject': 'Ya no estás en {group}',
  'mail.groups.put-out.text':
    'Alguien que decide allí te sacó de {group} en {site}. Ya no ves de él más que los demás, y no te avisará de nada más.',
  'mail.direct-received.subject': '{name} te escribió',
  'mail.direct-received.text': '{name} te escribió solo a ti. Lo que dijo no está en este correo.',
  'mail.direct-received.button': 'Leerlo',
  'mail.events.host-named.subject': 'Ahora llevas «{title}»',
  'mail.events.host-named.text':
    'Alguien puso «{title}» en tus manos. Puedes registrar a quien llega y ver quién necesita qué.',
  'mail.campaigns.coordinator-named.subject': 'Ahora llevas «{title}»',
  'mail.campaigns.coordinator-named.text':
    'Alguien puso la campaña «{title}» en tus manos. Puedes cambiarla, contar sus noticias y ver cómo va.',
  'mail.accounts.site-steward-granted.subject': 'Ahora cuidas {site}',
  'mail.accounts.site-steward-granted.text':
    'Alguien que cuida {site} te hizo una de las personas que lo cuidan. Lo que eso es está en sus páginas de administración.',
  'mail.accounts.site-steward-ended.subject': 'Ya no cuidas {site}',
  'mail.accounts.site-steward-ended.text':
    'Alguien que cuida {site} puso fin a que lo cuides. Tu cuenta y tus grupos siguen como estaban.',
  'mail.groups.ban-lifted.subject': '{group} está abierto para ti otra vez',
  'mail.groups.ban-lifted.text':
    'Puedes entrar otra vez en {group} en {site}, o pedirlo. Alguien que decide allí retiró que no puedas.',
  'mail.messaging.member-added.subject': 'Estás en la sala «{room}» de {group}',
  'mail.messaging.member-added.text':
    'Alguien te abrió la sala «{room}» de {group}. Lees todo lo que se dice allí.',
  'mail.messaging.member-removed.subject': 'Ya no estás en la sala «{room}» de {group}',
  'mail.messaging.member-removed.text':
    'Alguien que lleva la sala «{room}» de {group} quitó tu nombre de ella. Sigues en el grupo como antes.',
  'mail.events.host-removed.subject': 'Ya no llevas «{title}»',
  'mail.events.host-removed.text': 'Alguien retiró «{title}» de tus manos. Sigues en el grupo como antes.',
  'mail.campaigns.coordinator-removed.subject': 'Ya no llevas «{title}»',
  'mail.campaigns.coordinator-removed.text':
    'Alguien retiró la campaña «{title}» de tus manos. Sigues en el grupo como antes.',
  'mail.mailing-held-back.subject': '«{subject}» no salió',
  'mail.mailing-held-back.text':
    'Ahora iría a más personas de las que alguien miró, o dice otra cosa que entonces. Es otra vez un borrador de {group}. Pide otra mirada y después envíalo.',
  'mail.compacts.use-stopped.subject': 'No sale: {title}',
  'mail.compacts.use-stopped.heading': 'Una carta no sale',
  'mail.compacts.use-stopped.text':
    'Dijisteis que sí a «{title}». Desde entonces {group} la quitó, así que vuestra gente no la recibe.',
  'mail.compacts.overlap-stopped.subject': 'No se cuenta: personas en común con {group}',
  'mail.compacts.overlap-stopped.heading': 'No se cuenta',
  'mail.compacts.overlap-stopped.text':
    'Los dos dijisteis que sí, pero uno de los dos grupos está ahora oculto o congelado. No se contó cuántas personas tenéis en común. Vuestro acuerdo es sobre «{title}».',
  'mail.reports.made.subject': 'Un aviso te espera en {place}',
  'mail.reports.made.text':
    'Alguien avisó de algo en {place}. Qué es, y sus palabras, está en tu página y no en este correo.',
  'mail.messaging.mentioned.one': '{name} te nombró en «{room}»',
  'mail.messaging.mentioned.several':
    '{name} y {others, plural, one {otra persona} other {# personas más}} te nombraron en «{room}»',
  'mail.messaging.mentioned.text':
    'Alguien te llamó por tu nombre en la sala «{room}». Lo que dijo no está en este correo.',
  'mail.messaging.replied.one': '{name} te respondió en «{room}»',
  'mail.messaging.replied.several':
    '{name} y {others, plural, one {otra persona} other {# personas más}} te respondieron en «{room}»',
  'mail.messaging.replied.text':
    'Alguien respondió a lo que dijiste en la sala «{room}». Lo que dijo no está en este correo.',
  'error.notices.quiet-both': 'Di las dos horas: desde cuándo hay silencio y hasta cuándo.',
  'error.notices.quiet-same': 'Las horas de silencio no tendrían fin: di otra hora.',
  'notices.title': 'Lo que se te dijo',
  'notices.intro': 'Lo que pasó y te toca. Lo que espera respuesta está en tu página.',
  'notices.home': 'A tu página',
  'notices.empty':
    'Aún no se te ha dicho nada. Cuando alguien te responda, te dé un papel o se ponga de tu lado, estará aquí.',
  'notices.seen.do': 'Lo he visto todo',
  'notices.new': 'nuevo',
  'notices.choose': 'Cómo se te avisa',
  'notices.section': 'Se te dijo',
  'notices.all': 'Todo',
  'notices.ways.intro':
    'Lo que debe llegarte llega siempre enseguida por correo: lo de tu cuenta, lo que firmaste o respondiste, y lo que se decide sobre ti.',
  'notices.level.mine': 'Cuando alguien te responde, te escribe o te busca',
  'notices.level.decide': 'Cuando algo espera tu decisión',
  'notices.level.groups': 'Lo demás que dicen tus grupos',
  'notices.way.now': 'por correo enseguida',
  'notices.way.digest': 'por correo, todo junto',
  'notices.way.app': 'solo aquí',
  'notices.rhythm': 'Todo junto',
  'notices.rhythm.hourly': 'cada hora',
  'notices.rhythm.daily': 'cada día',
  'notices.rhythm.weekly': 'una vez por semana',
  'notices.hour': 'A esta hora',
  'notices.weekday': 'Este día, si es una vez por semana',
  'notices.quiet-from': 'Sin correo desde',
  'notices.quiet-until': 'hasta',
  'notices.quiet-hint': 'Según el reloj de {zone}. Lo que llegue mientras tanto llega después.',
  'notices.quiet-none': 'nunca',
  'notices.save': 'Guardar',
  'notices.saved': 'Guardado. Se te avisa así desde ahora.',
  'notices.silent': 'Nada por un día',
  'notices.silent.text': 'Por un día no sale ningún correo que pueda esperar. Llega después, en uno solo.',
  'notices.silent.until': 'No se envía nada antes de {when}.',
  'notices.silent.end': 'Vuelve a escribirme',
  'notices.groups': 'Tus grupos',
  'notices.groups.hint':
    'Un grupo en silencio no te manda correo salvo lo que debe llegarte; lo que te dice está aquí.',
  'notices.groups.none': 'Aún no estás en ningún grupo.',
  'notices.loudness.quiet': 'en silencio',
  'notices.loudness.important': 'lo importante',
  'notices.loudness.all': 'todo',
  'mail.little.subject': 'Algo nuevo en {site}',
  'mail.little.text': 'Algo nuevo te espera en {site}. Qué es está en tu página, y no en este correo.',
  'mail.little.button': 'Ver qué es',
  'notices.hush.link': 'No más correo de este tipo',
  'notices.hush.title': 'Correo de este tipo',
  'notices.hush.like': 'Es correo como «{example}».',
  'notices.hush.together': 'Es el correo en que llegan varias cosas juntas.',
  'notices.hush.text':
    'Puedes no recibirlo más. Lo que diría está en tu página, y lo que debe llegarte llega igual.',
  'notices.hush.do': 'No más',
  'notices.hush.done': 'Ya no recibes correo de este tipo.',
  'notices.hush.undo': 'Envíamelo de nuevo',
  'notices.hush.on': 'Recibes de nuevo correo de este tipo.',
  'notices.hush.all': 'Cómo se te avisa de todo',
  'notices.hush.ended': 'De esto no recibes correo',
  'notices.hush.change': 'Cambiarlo',
  'mail.still-waits.subject': 'Todavía espera: {line}',
  'mail.still-waits.text':
    'Lleva tres días esperando. Alguien cuenta con una respuesta, y un no también lo es. Se avisa igual a quien más decide allí.',
};
