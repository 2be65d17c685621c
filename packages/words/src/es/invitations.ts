import type { invitations as english } from '../en/invitations.ts';

export const invitations = {
  'groups.mailed.title': 'Invitar por correo',
  'groups.mailed.intro':
    'Cada persona recibe un correo con un enlace propio. Con él abre su cuenta, o inicia sesión, y ya está dentro. Funciona durante dos semanas.',
  'groups.mailed.addresses': 'Direcciones',
  'groups.mailed.addresses.hint':
    'Pégalas como las tengas: una por línea o con comas; los nombres pueden ir al lado. Hasta 200 a la vez.',
  'groups.mailed.role': 'Entran como',
  'groups.mailed.role.hint': 'Puedes hacer responsable a alguien cuando ya esté dentro.',
  'groups.mailed.language': 'Idioma del correo',
  'groups.mailed.do': 'Enviar las invitaciones',
  'groups.mailed.unvouched':
    'Hasta que quien administra el sitio responda por este grupo, no escribe a nadie de fuera. Los enlaces ya funcionan.',
  'groups.mailed.invited':
    '{count, plural, =0 {No salió ninguna invitación.} one {Una invitación va en camino.} other {# invitaciones van en camino.}}',
  'groups.mailed.members': 'Ya están en el grupo y no se les escribió: {list}',
  'groups.mailed.waiting': 'Ya tienen invitación: {list}. Puedes enviarla otra vez más abajo.',
  'groups.mailed.banned': 'Tienen vetada la entrada a este grupo y no se les escribió: {list}',
  'groups.mailed.unreadable': 'No es una dirección y sigue en el formulario para corregirla: {list}',
  'groups.mailed.list.title': 'Con invitación, y todavía no están aquí',
  'groups.mailed.again': 'Enviar otra vez',
  'groups.mailed.take-back': 'Retirar',
  'groups.mailed.sent-again':
    'La invitación va en camino otra vez. El enlace del correo anterior ya no abre nada.',
  'groups.mailed.taken-back': 'La invitación ya no abre nada.',
  'groups.invitation.for': 'Esta invitación es para {email}.',
  'groups.invitation.as': 'Entras como: {role}. {hint}',
  'groups.invitation.other': 'Tu sesión es la de {own}. Con esta cuenta también entras.',
  'groups.invitation.other-role':
    'Da a {email} el papel de organizar. Tu sesión es la de {own}: con esta cuenta entras como miembro y la invitación se gasta. Para entrar y organizar, cierra la sesión y ábrela otra vez.',
  'groups.invitation.new.title': 'Es mi primera vez en {site}',
  'groups.invitation.new.mailed': 'Di cómo te llamas y elige una contraseña. Tu cuenta es para {email}.',
  'groups.invitation.new.link':
    'Enviamos un correo a tu dirección. Su botón abre tu cuenta y ya estás dentro.',
  'groups.invitation.new.do': 'Abrir mi cuenta y entrar',
  'groups.invitation.new.ask': 'Abrir una cuenta',
  'groups.invitation.known.title': 'Tengo una cuenta aquí',
  'groups.invitation.known.do': 'Iniciar sesión y entrar',
  'accounts.intent.groups.join': 'Al iniciar sesión ya estás en el grupo: no hace falta que pulses otra vez.',
  'accounts.intent.groups.ask':
    'Al iniciar sesión, el grupo recibe tu petición de entrar: no hace falta que pulses otra vez.',
  'accounts.intent.groups.accept':
    'Al iniciar sesión ya estás en el grupo que te invitó: no hace falta que pulses otra vez.',
  'accounts.intent.events.rsvp':
    'Al iniciar sesión queda dicho que vas al evento: no hace falta que pulses otra vez.',
  'events.rsvp.sign-in': 'Soy miembro: iniciar sesión y apuntarme',
  'error.groups.too-many-addresses': 'Son más de {most} direcciones a la vez. Envíalas por partes.',
  'error.groups.invite-unvouched':
    'Hasta que quien administra el sitio responda por este grupo, no escribe a nadie de fuera.',
  'error.groups.invitation-opens-no-account':
    'Esta invitación deja entrar a quienes tienen cuenta aquí. Por ahora no abre cuentas nuevas.',
  'mail.groups.invited.subject': 'Te invitan a {group}',
  'mail.groups.invited.heading': 'Te invitan',
  'mail.groups.invited.text':
    '{group} te invita a organizar en común en {site}. El botón lleva a una página donde abres tu cuenta, o inicias sesión, y ya estás dentro. Funciona hasta el {date}.',
  'mail.groups.invited.button': 'Ver la invitación',
  'mail.groups.invited.footer':
    'Una persona responsable de {group} escribió tu dirección. Si no quieres entrar, no tienes que hacer nada: se olvida un mes después de ese día.',
} as const satisfies Record<keyof typeof english, string>;
