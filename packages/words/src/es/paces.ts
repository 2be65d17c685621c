export const paces = {
  'mail.mailing-stopped.subject': '«{subject}» se detuvo por sí solo',
  'mail.mailing-stopped.addresses':
    'Más de una de cada diez direcciones a las que ha salido hasta ahora no existe. A quien escribe a muchas direcciones así pronto se le toma por alguien que envía spam, y entonces nadie recibe el correo de {group}.',
  'mail.mailing-stopped.complaints':
    'Demasiadas de las personas que lo han recibido hasta ahora lo marcaron como spam. Los proveedores de correo pronto rechazan a quien envía así, y entonces nadie recibe el correo de {group}.',
  'mail.mailing-stopped.next':
    'Desde ahora quedan fuera. Mira de dónde vienen las demás direcciones; después, sigue o déjalo.',
  'mailings.stopped.addresses':
    'Se detuvo por sí solo: más de una de cada diez de sus direcciones hasta ahora no existe. Desde ahora quedan fuera. Mira de dónde viene esta lista antes de seguir: los proveedores rechazan a quien escribe a listas viejas, y entonces nadie recibe tu correo.',
  'mailings.stopped.complaints':
    'Se detuvo por sí solo: demasiadas personas lo marcaron como spam. Ya no recibirán más correo tuyo. Mira si las demás lo pidieron antes de seguir.',
  'mailings.slowed':
    '{provider} acepta por ahora {perMinute, number} por minuto; {waiting, number} esperan su turno.',
  'mailings.slowed.rests': '{provider} no acepta nada antes de {at}; {waiting, number} esperan su turno.',
  'mailings.slowed.server':
    'El servidor de correo acepta por ahora {perMinute, number} por minuto; {waiting, number} esperan su turno.',
  'mailings.slowed.server.rests':
    'El servidor de correo no acepta nada antes de {at}; {waiting, number} esperan su turno.',
  'mailings.slowed.hint': 'Sigue por sí solo, y no se pierde nada.',
  'mailings.stopped.title': 'Se detuvo',
  'mailings.stopped.hint': 'Corrige abajo el texto, si era eso. Lo que siga va a quienes aún no lo tienen.',
  'mailings.resume': 'Continuar',
};
