import type { actingTogether as english } from '../en/acting-together.ts';

export const actingTogether = {
  'campaigns.sign.owner.link':
    'Llegas a través de {group}: tu nombre y tu dirección van a ese grupo. {home} lleva esta campaña y sabe cuántos firmaron.',
  'campaigns.sign.owner.home':
    'Tu nombre y tu dirección van a {group}, que lleva esta campaña. Los grupos que la apoyan saben cuántos firmaron.',
  'campaigns.sign.share.hint': 'Puedes parar a cada uno por separado. Dejarlo todo vacío está bien.',
  'campaigns.sign.share': 'Estos pueden tener mi nombre y mi dirección, y escribirme:',
  'campaigns.sign.share.home': 'Lleva esta campaña.',
  'campaigns.sign.share.beside': 'La apoya.',
  'campaigns.brought-by-tens': 'Los nombres que llegan a través de otros grupos se suman de diez en diez.',
  'campaigns.own.goes': 'Tu nombre y tu dirección van a {group}.',
  'campaigns.own.ticked': 'Se marcaron junto con tu nombre y tu dirección. Quita los que no deban tenerlos.',
  'campaigns.sign.email.hint.choice':
    'No hace falta cuenta. Además de {group}, solo lo ven quienes marques abajo.',
  'campaigns.own.shares': 'Estos grupos también tienen tu nombre y tu dirección, porque los marcaste:',
  'campaigns.own.shares.stop': 'Parar su correo',

  'campaigns.held.brought':
    'Algunas llegaron por otros grupos: se cuentan hasta la decena siguiente y no se nombran.',
  'campaigns.held.some-domain': 'un mismo proveedor',
  'campaigns.manage.brought': 'llegaron por otros grupos, de diez en diez',
  'campaigns.manage.sponsors.declined': 'dijo que no',
  'campaigns.manage.sponsors.left': 'ya no',
  'campaigns.manage.sponsors.word': 'Unas palabras para ellos',
  'campaigns.manage.sponsors.word.hint': 'Las leen junto con la pregunta.',
  'campaigns.manage.sponsors.former': 'Se llamaba {name} cuando dijo que sí.',
  'campaigns.manage.sponsors.figures': 'Lo que llegó a través de cada grupo',
  'campaigns.manage.sponsors.drop.sure':
    'Su nombre sale de la página. Las personas que llegaron por él siguen siendo suyas y siguen contando; lo que publicó se queda donde está, con su nombre.',
  'campaigns.wrote': 'Escribieron: {word}',
  'campaigns.names.others':
    'Quien llegó por otro grupo es persona de ese grupo: su nombre lo tiene él y no está en esta lista.',
  'campaigns.field.sharing': '¿Qué reciben los grupos que la apoyan?',
  'campaigns.field.sharing.totals':
    'Solo totales: cada uno sabe cuántos, y ningún nombre que no sea de su propia gente',
  'campaigns.field.sharing.choice':
    'Lo que cada persona elija: el formulario tiene una casilla por grupo, ninguna marcada',
  'campaigns.field.sharing.hint': 'Queda así en cuanto alguien haya firmado, porque así se le dijo.',

  'campaigns.sponsorships.word': 'Unas palabras con su respuesta',
  'campaigns.sponsorships.open': 'Su enlace y lo que llegó por él',
  'campaigns.sponsorships.leave.sure':
    'Su nombre sale de la página. Las personas que llegaron por su enlace siguen siendo suyas; lo que publicaron se queda donde está, con su nombre, salvo que lo quiten.',
  'campaigns.alongside': 'Quiénes la apoyan',
  'campaigns.alongside.figures': 'Los grupos, sus enlaces y lo que llegó por ellos',
  'campaigns.alongside.by-tens':
    'Sus propias cifras son exactas. Las de otros grupos se redondean hacia abajo, y por debajo de 10 dicen «menos de 10».',
  'campaigns.alongside.group': 'Grupo',
  'campaigns.alongside.link': 'Su enlace',
  'campaigns.alongside.visits': 'Visitas',
  'campaigns.alongside.signed': 'Firmaron',
  'campaigns.alongside.came': 'Vinieron',
  'campaigns.alongside.since': 'Desde',
  'campaigns.alongside.home': 'grupo de origen',
  'campaigns.alongside.own': 'su grupo',
  'campaigns.alongside.about': 'unos {count, number}',
  'campaigns.alongside.whose': '¿De quién son las personas que firman?',
  'campaigns.alongside.whose.text':
    'Quien firma es del grupo cuyo enlace lo trajo o, si no, del grupo de origen; el formulario lo dice antes de firmar. La misma persona por dos grupos cuenta una vez.',
  'campaigns.alongside.totals':
    'Solo totales: cada grupo sabe cuántos, y ningún nombre que no sea de su propia gente.',
  'campaigns.alongside.choice':
    'Lo que cada persona elija: el formulario tiene una casilla por grupo, ninguna marcada. Un nombre pasa adonde su dueño lo marcó.',
  'campaigns.alongside.yours': 'Su enlace',
  'campaigns.alongside.yours.text':
    'Quien firma por él es persona de su grupo y cuenta para ustedes. Impriman el código o pasen el enlace.',
  'campaigns.alongside.gone': 'Su enlace ya no existe. Hagan otro entre los enlaces de su grupo.',
  'campaigns.alongside.qr': 'Código QR para imprimir',
  'campaigns.alongside.plan': 'Organizar un evento para ella',

  'error.campaigns.owner-changed':
    'Los grupos de esta campaña cambiaron mientras escribías. Lee abajo quién recibe ahora tu nombre y vuelve a enviarlo.',
  'error.campaigns.sponsor-said-no':
    'Este grupo dijo que no. Se le puede volver a preguntar treinta días después.',
  'error.campaigns.sharing-fixed': 'Ya firmó alguien, y se le dijo cómo es. Así queda para esta campaña.',

  'mail.campaigns.sponsor-asked.subject': '{group} les pide apoyo: {title}',
  'mail.campaigns.sponsor-asked.heading': '¿Apoyar una campaña?',
  'mail.campaigns.sponsor-asked.text':
    '{group} pide a su grupo que apoye «{title}». Con su sí reciben un enlace propio: quien firma por él es persona de su grupo.',
  'mail.campaigns.sponsor-accepted.subject': '{group} los apoya: {title}',
  'mail.campaigns.sponsor-accepted.heading': 'La respuesta es sí',
  'mail.campaigns.sponsor-accepted.text': '{group} apoya «{title}» desde ahora.',
  'mail.campaigns.sponsor-declined.subject': '{group} dice que no: {title}',
  'mail.campaigns.sponsor-declined.heading': 'La respuesta es no',
  'mail.campaigns.sponsor-declined.text': '{group} no apoya «{title}» por ahora.',
  'mail.campaigns.sponsor-left.subject': '{group} ya no los apoya: {title}',
  'mail.campaigns.sponsor-left.heading': 'Un grupo se fue',
  'mail.campaigns.sponsor-left.text':
    '{group} ya no apoya «{title}». Las personas que trajo siguen siendo suyas y siguen contando.',
  'mail.campaigns.sponsor-dropped.subject': 'Ya no apoyan: {title}',
  'mail.campaigns.sponsor-dropped.heading': 'Su nombre salió de una campaña',
  'mail.campaigns.sponsor-dropped.text':
    '{group} quitó a su grupo de «{title}». Las personas que llegaron por su enlace siguen siendo suyas y siguen contando.',

  'campaigns.manage.sponsors.post': 'Los grupos que la apoyan pueden publicar en su página',
  'campaigns.manage.sponsors.post.hint':
    'Cada uno con su propio nombre, y ustedes pueden quitarlo. Lo publicado se queda si cambian esto o si un grupo se va.',
  'campaigns.sponsorships.may-post':
    'Quien la apoya puede publicar en su página, con el nombre de su propio grupo.',
  'campaigns.updates.by': 'Lo escribió {group}, no {home}',
  'campaigns.updates.off.home':
    'Fuera de la página: la quitaron quienes llevan esta campaña. No la ven más que ellos y quien la escribió.',
  'campaigns.updates.off.writer':
    'Fuera de la página: la quitó el grupo que la escribió. No la ve nadie más.',
  'campaigns.updates.take-off': 'Quitarla de la página',
  'campaigns.updates.put-back': 'Volver a ponerla',
  'campaigns.news.by': 'de {group}',
  'campaigns.news.off': 'fuera de la página',
  'campaigns.alongside.news': 'Lo que su grupo dice en su página',
  'campaigns.alongside.news.text':
    'Aparece enseguida en la página de la campaña, con el nombre de su grupo. No se manda correo a nadie: cada grupo escribe a su propia gente. Se queda ahí si ustedes se van, salvo que lo quiten.',
  'campaigns.alongside.news.closed':
    'El grupo que lleva esta campaña no deja que otros publiquen en su página. Lo que publicaron antes se queda ahí con su nombre, salvo que lo quiten.',
  'campaigns.alongside.news.not-now': 'Por ahora no se puede publicar nada ahí.',
  'campaigns.alongside.news.unlisted':
    'Su grupo no está en las listas, así que solo sus propios miembros ven lo que publiquen.',
  'campaigns.alongside.news.posted': 'Ya está en la página de la campaña.',
  'error.campaigns.sponsors-post-not':
    'El grupo que lleva esta campaña no deja que otros publiquen en su página.',
  'mail.campaigns.sponsor-asked.may-post':
    'Los grupos que la apoyan pueden publicar en su página, cada uno con su propio nombre.',
  'mail.campaigns.sponsor-posted.subject': '{group} publicó en su campaña: {title}',
  'mail.campaigns.sponsor-posted.heading': 'Noticias de un grupo que los apoya',
  'mail.campaigns.sponsor-posted.text':
    '{group} publicó en la página de «{title}», con su propio nombre. No se mandó correo a quienes firmaron. Ahí mismo pueden quitarlo de la página.',
  'mail.campaigns.sponsor-unposted.subject': 'Fuera de la página: lo que publicaron en {title}',
  'mail.campaigns.sponsor-unposted.heading': 'Se retiró lo que publicaron',
  'mail.campaigns.sponsor-unposted.text':
    '{group} retiró de la página de «{title}» lo que publicó su grupo. Lo siguen leyendo quienes llevan la campaña y su propio grupo. Pregúntenles por qué, o retírenlo ustedes.',
} as const satisfies Record<keyof typeof english, string>;
