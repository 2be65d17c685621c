import type { accounts as english } from '../en/accounts.ts';

export const accounts = {
  'accounts.field.name': 'Tu nombre',
  'accounts.field.name.hint':
    'Como lo verán aquí las demás personas. No hace falta que sea tu nombre completo.',
  'accounts.field.email': 'Tu correo',
  'accounts.field.password': 'Contraseña',
  'accounts.field.password.new': 'Contraseña nueva',
  'accounts.field.password.current': 'Tu contraseña actual',
  'accounts.field.password.hint': 'Al menos 10 caracteres. Cuatro palabras seguidas se recuerdan fácilmente.',
  'accounts.field.language': 'Idioma',
  'accounts.field.time-zone': 'Zona horaria',

  'accounts.open.title': 'Abre una cuenta',
  'accounts.open.intro':
    'Para unirte a grupos, participar en conversaciones y organizar. Firmar o avisar de que vendrás no requiere cuenta.',
  'accounts.open.do': 'Abrir mi cuenta',
  'accounts.open.known': '¿Ya tienes cuenta?',
  'accounts.open.invited': 'Tienes una invitación a {site}.',
  'accounts.open.closed.title': 'Por ahora no se abren cuentas',
  'accounts.open.closed.text':
    'Quienes administran {site} no están abriendo cuentas nuevas en este momento. Puedes firmar campañas y venir a eventos sin cuenta.',
  'accounts.open.invite-only.title': 'Las cuentas son por invitación',
  'accounts.open.invite-only.text':
    'Para abrir una cuenta en {site} necesitas una invitación de quienes lo administran o de un grupo de allí. Firmar campañas y venir a eventos no requiere cuenta.',
  'accounts.open.sent.title': 'Mira tu correo',
  'accounts.open.sent.text':
    'Te escribimos a la dirección que pusiste. Abre el enlace de ese mensaje antes de 24 horas y tendrás tu cuenta.',
  'accounts.sent.nothing':
    '¿No llega nada en unos minutos? Busca en el correo no deseado y comprueba que la dirección era la correcta.',
  'accounts.sent.again': 'Empezar de nuevo',

  'accounts.confirm.title': 'Un último paso',
  'accounts.confirm.text': 'Así se abre la cuenta de {name} con el correo {email}.',
  'accounts.confirm.do': 'Sí, es mía',

  'accounts.sign-in.title': 'Inicia sesión',
  'accounts.sign-in.do': 'Iniciar sesión',
  'accounts.sign-in.forgot': '¿Olvidaste tu contraseña?',
  'accounts.sign-in.new': '¿Todavía no tienes cuenta?',
  'accounts.sign-out.title': 'Cierra la sesión',
  'accounts.sign-out.text': 'En un equipo compartido, cierra la sesión cuando termines.',
  'accounts.sign-out.do': 'Cerrar sesión',

  'accounts.reset.title': 'Pon una contraseña nueva',
  'accounts.reset.intro': 'Dinos el correo de tu cuenta y te enviaremos un enlace.',
  'accounts.reset.do': 'Envíenme un enlace',
  'accounts.reset.sent.title': 'Mira tu correo',
  'accounts.reset.sent.text':
    'Te escribimos a la dirección que pusiste. El enlace de ese mensaje sirve durante una hora.',
  'accounts.reset.set.intro':
    'Para la cuenta con el correo {email}. Se cerrará tu sesión en todos los demás lugares.',
  'accounts.reset.set.do': 'Usar esta contraseña',

  'accounts.link-ended.title': 'Este enlace ya no sirve',
  'accounts.link-ended.again': 'Pedir uno nuevo',

  'accounts.own.title': 'Tu cuenta',
  'accounts.own.about': 'Sobre ti',
  'accounts.own.about.saved': 'Guardado.',
  'accounts.own.email': 'Correo',
  'accounts.own.email.now': 'Inicias sesión con {email}.',
  'accounts.own.email.waiting':
    'Escribimos a {email}. Tu cuenta pasará a esa dirección cuando abras el enlace del mensaje.',
  'accounts.own.email.new': 'Correo nuevo',
  'accounts.own.email.do': 'Cambiar mi correo',
  'accounts.own.email.changed': 'Desde ahora inicias sesión con tu correo nuevo.',
  'accounts.own.password': 'Contraseña',
  'accounts.own.password.do': 'Cambiar mi contraseña',
  'accounts.own.password.changed': 'Cambiamos tu contraseña y cerramos tu sesión en todos los demás lugares.',
  'accounts.own.sessions': 'Dónde tienes la sesión abierta',
  'accounts.own.sessions.short': 'Sesiones',
  'accounts.own.sessions.intro':
    'No guardamos qué aparato es ni dónde está, solo estas fechas. Si alguna no es tuya, ciérrala y cambia tu contraseña.',
  'accounts.own.sessions.since': 'Desde el {date}',
  'accounts.own.sessions.last': 'Usada por última vez el {date}',
  'accounts.own.sessions.this': 'este navegador',
  'accounts.own.sessions.end': 'Cerrar sesión',
  'accounts.own.sessions.ended': 'Sesión cerrada allí.',
  'accounts.own.site': 'Administrar este sitio',
  'accounts.own.leave': 'Borrar la cuenta',
  'accounts.own.leave.do': 'Borrar mi cuenta',
  'accounts.own.leave.text':
    'Tu cuenta se borra al instante, con tu pertenencia a grupos y tus sesiones. Lo que diste a un grupo al firmar o al venir se queda con ese grupo hasta que le pidas que lo borre. No se puede deshacer.',
  'accounts.own.deleted.title': 'Tu cuenta está borrada',
  'accounts.own.deleted.text':
    'Gracias por el tiempo que diste. Puedes seguir firmando y viniendo a eventos sin cuenta.',

  'accounts.email.title': 'Tu correo nuevo',
  'accounts.email.text': 'Desde ahora, inicia sesión con {email}.',
  'accounts.email.do': 'Usar este correo',

  'accounts.invitations.title': 'Invitaciones',
  'accounts.invitations.intro':
    'Cada una abre una cuenta y sirve durante dos semanas. Si pones un correo, la enviamos por ti y solo esa dirección puede usarla.',
  'accounts.invitations.email': 'Correo de la persona',
  'accounts.invitations.language': 'Idioma del mensaje',
  'accounts.invitations.do': 'Hacer una invitación',
  'accounts.invitations.made': 'Aquí está la invitación. Solo se muestra esta vez: pásala ahora.',
  'accounts.invitations.link': 'Enlace de la invitación',
  'accounts.invitations.empty': 'No hay invitaciones en espera. Haz la primera arriba.',
  'accounts.invitations.anyone': 'Para quien tenga el enlace',
  'accounts.invitations.until': 'Sirve hasta el {date}',
  'accounts.invitations.used': 'Usada el {date}',
  'accounts.invitations.withdraw': 'Retirar',
  'accounts.invitations.withdrawn': 'La invitación ya no sirve.',

  'error.accounts.suspended':
    'Quien administra el sitio ha suspendido esta cuenta. Un correo a tu dirección dice por qué.',
  'error.accounts.suspend-yourself':
    'No puedes suspender tu propia cuenta. Pídelo a otra persona que administre el sitio.',
  'error.accounts.wrong-sign-in':
    'No funcionó: el correo o la contraseña no son correctos, o el correo aún no está confirmado. Revisa ambos o busca nuestro enlace en tu correo.',
  'error.accounts.opening-closed': 'Este sitio no abre cuentas nuevas en este momento.',
  'error.accounts.invitation-needed':
    'Para abrir una cuenta necesitas una invitación de quienes administran este sitio o de un grupo de aquí.',
  'error.accounts.invitation-other-email': 'Esta invitación es para otro correo. Usa el correo al que llegó.',
  'error.accounts.link-ended': 'Este enlace ya se usó o caducó. Nada ha cambiado; puedes pedir uno nuevo.',
  'error.accounts.password-common':
    'Esta se adivina pronto: está hecha de palabras, nombres, años o teclas que se prueban primero. Cuatro palabras que no tengan nada que ver entre sí son difíciles de adivinar.',
  'error.accounts.password-is-email': 'Es tu correo, y otras personas lo conocen. Piensa en otra cosa.',
  'error.accounts.password-wrong': 'Esta no es tu contraseña.',
  'error.accounts.email-same': 'Este ya es tu correo.',
  'error.accounts.email-taken':
    'Este correo ya tiene una cuenta. Inicia sesión con él o pon una contraseña nueva.',
  'error.accounts.no-such-zone': 'No conocemos esa zona horaria. Elige una de la lista.',
  'error.accounts.last-site-steward':
    'Eres la única persona que administra este sitio. Antes, encarga esa tarea a alguien más.',

  'mail.accounts.open.subject': 'Abre tu cuenta en {site}',
  'mail.accounts.open.heading': 'Un último paso',
  'mail.accounts.open.text':
    'Alguien, esperamos que tú, pidió abrir una cuenta en {site} con este correo. El botón lleva a una página donde dices que sí. Sirve durante 24 horas.',
  'mail.accounts.open.button': 'Abrir mi cuenta',
  'mail.accounts.open.footer': 'Si no fuiste tú, no hagas nada: no pasará nada y olvidaremos la dirección.',

  'mail.accounts.open-known.subject': 'Ya tienes una cuenta en {site}',
  'mail.accounts.open-known.heading': 'Ya tienes una cuenta',
  'mail.accounts.open-known.text':
    'Alguien, esperamos que tú, pidió abrir una cuenta en {site} con este correo. Ya tiene una: inicia sesión con ella. Si no recuerdas la contraseña, desde allí puedes poner una nueva.',
  'mail.accounts.open-known.button': 'Iniciar sesión',
  'mail.accounts.open-known.footer': 'Si no fuiste tú, no tienes que hacer nada: nada ha cambiado.',

  'mail.accounts.invitation.subject': 'Tienes una invitación a {site}',
  'mail.accounts.invitation.heading': 'Tienes una invitación',
  'mail.accounts.invitation.text':
    'Quienes administran {site} te invitan a abrir una cuenta para organizarte junto a otras personas. La invitación sirve durante dos semanas.',
  'mail.accounts.invitation.button': 'Abrir mi cuenta',
  'mail.accounts.invitation.footer': 'Si no la quieres, no hagas nada. No volveremos a escribirte por esto.',

  'mail.accounts.reset.subject': 'Pon una contraseña nueva en {site}',
  'mail.accounts.reset.heading': 'Pon una contraseña nueva',
  'mail.accounts.reset.text':
    'Alguien, esperamos que tú, pidió una contraseña nueva para tu cuenta en {site}. El botón lleva a una página donde la pones. Sirve durante una hora.',
  'mail.accounts.reset.button': 'Poner una contraseña nueva',
  'mail.accounts.reset.footer': 'Si no fuiste tú, no hagas nada: tu contraseña sigue igual.',

  'mail.accounts.reset-unknown.subject': 'Este correo no tiene cuenta en {site}',
  'mail.accounts.reset-unknown.heading': 'Este correo no tiene cuenta',
  'mail.accounts.reset-unknown.text':
    'Alguien, esperamos que tú, pidió una contraseña nueva en {site}, pero este correo no tiene cuenta allí. Quizá usaste otra dirección; o puedes abrir una cuenta ahora.',
  'mail.accounts.reset-unknown.button': 'Abrir una cuenta',
  'mail.accounts.reset-unknown.footer': 'Si no fuiste tú, no hagas nada: no hemos guardado tu dirección.',

  'mail.accounts.password-changed.subject': 'Cambió tu contraseña en {site}',
  'mail.accounts.password-changed.heading': 'Cambió tu contraseña',
  'mail.accounts.password-changed.text':
    'La contraseña de tu cuenta en {site} acaba de cambiar. Si fuiste tú, todo está bien.',
  'mail.accounts.password-changed.button': 'No fui yo: poner una contraseña nueva',
  'mail.accounts.password-changed.footer':
    'Escribimos esto cada vez que cambia una contraseña, para que nadie pueda hacerlo sin que lo sepas.',

  'mail.accounts.email-change.subject': 'Confirma tu correo nuevo en {site}',
  'mail.accounts.email-change.heading': '¿Es este tu correo nuevo?',
  'mail.accounts.email-change.text':
    'Alguien, esperamos que tú, pidió usar este correo para su cuenta en {site}. El botón lleva a una página donde dices que sí. Sirve durante 24 horas.',
  'mail.accounts.email-change.button': 'Usar este correo',
  'mail.accounts.email-change.footer': 'Si no fuiste tú, no hagas nada: no pasará nada.',

  'mail.accounts.email-taken.subject': 'Este correo ya tiene una cuenta en {site}',
  'mail.accounts.email-taken.heading': 'Este correo ya tiene una cuenta',
  'mail.accounts.email-taken.text':
    'Alguien, quizá tú, pidió usar este correo para otra cuenta en {site}. Ya tiene una cuenta propia, así que nada ha cambiado. Para usarlo en la otra, borra antes la que tiene.',
  'mail.accounts.email-taken.footer': 'Si no fuiste tú, no tienes que hacer nada.',

  'mail.accounts.email-moving.subject': 'Tu cuenta en {site} va a cambiar de correo',
  'mail.accounts.email-moving.heading': 'Tu cuenta va a cambiar de correo',
  'mail.accounts.email-moving.text':
    'Alguien que tiene abierta tu cuenta en {site} pidió usar {email} desde ahora. Ocurrirá cuando se abra el enlace enviado allí. Si no fuiste tú, cambia tu contraseña ya: eso lo detiene.',
  'mail.accounts.email-moving.button': 'Ir a mi cuenta',
  'mail.accounts.email-moving.footer': 'Si fuiste tú, no tienes que hacer nada aquí.',

  'mail.accounts.suspended.subject': 'Tu cuenta en {site} está suspendida',
  'mail.accounts.suspended.heading': 'Tu cuenta está suspendida',
  'mail.accounts.suspended.text':
    'Una persona que administra {site} ha suspendido tu cuenta, así que por ahora no puedes entrar. Dio este motivo: {reason}',
  'mail.accounts.suspended.footer':
    'No se ha borrado nada tuyo. Si crees que es un error, escribe a quienes administran el sitio.',
  'mail.accounts.suspension-lifted.subject': 'Tu cuenta en {site} vuelve a estar abierta',
  'mail.accounts.suspension-lifted.heading': 'Ya puedes entrar otra vez',
  'mail.accounts.suspension-lifted.text':
    'Una persona que administra {site} ha levantado la suspensión de tu cuenta.',
  'mail.accounts.suspension-lifted.button': 'Entrar',
  'mail.accounts.suspension-lifted.footer': 'Tu contraseña sigue siendo la misma.',
  'mail.accounts.reset-suspended.subject': 'Por ahora no hay contraseña nueva',
  'mail.accounts.reset-suspended.heading': 'Tu cuenta está suspendida',
  'mail.accounts.reset-suspended.text':
    'Alguien pidió una contraseña nueva para tu cuenta en {site}. La cuenta está suspendida, así que no se puede poner ninguna. Un correo anterior dice por qué.',
  'mail.accounts.reset-suspended.footer': 'Si no fuiste tú, no hay nada que hacer.',
  'mail.accounts.deleted.subject': 'Tu cuenta en {site} está borrada',
  'mail.accounts.deleted.heading': 'Tu cuenta está borrada',
  'mail.accounts.deleted.text':
    'Borramos tu cuenta en {site} como pediste, con tu pertenencia a grupos y tus sesiones. Lo que diste a un grupo al firmar o al venir se queda con ese grupo hasta que le pidas que lo borre.',
  'mail.accounts.deleted.footer': 'Este es el último mensaje al respecto.',
  'accounts.own.openings': 'Cartas para ti que se abrieron',
  'accounts.own.openings.intro':
    'Quien administra el sitio puede abrir correo que aún no ha salido. Cada vez queda aquí durante tres meses.',
  'accounts.own.openings.words': '{name} abrió una carta del {written}, sin sus enlaces, el {opened}.',
  'accounts.own.openings.links':
    '{name} abrió una carta del {written} con sus enlaces el {opened}, para pasarlos.',
  'accounts.own.openings.gone': 'Alguien cuya cuenta ya no existe',
  'accounts.open.rules': 'Quien abre una cuenta respeta',
  'accounts.open.rules.link': 'las normas de este sitio',
} satisfies Record<keyof typeof english, string>;
