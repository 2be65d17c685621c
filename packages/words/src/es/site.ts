import type { site as english } from '../en/site.ts';

export const site = {
  'site.skip': 'Ir al contenido',
  'site.nav.main': 'Principal',
  'site.nav.campaigns': 'Campañas',
  'site.nav.events': 'Eventos',
  'site.nav.groups': 'Grupos',
  'site.nav.messages': 'Mensajes',
  'site.nav.sign-in': 'Entrar',
  'site.nav.account': 'Tu cuenta',
  'site.nav.breadcrumb': 'Dónde estás',

  'site.footer': 'Sobre este sitio',
  'site.footer.language': 'Idioma',
  'site.footer.stores': 'Qué guarda este sitio',
  'site.footer.source': 'Código fuente',
  'site.footer.free': 'Funciona con Groundwork, software libre.',

  'site.save': 'Guardar',
  'site.cancel': 'Cancelar',
  'site.back': 'Volver',
  'site.continue': 'Continuar',
  'site.edit': 'Editar',
  'site.remove': 'Quitar',
  'site.delete': 'Borrar',
  'site.search': 'Buscar',
  'site.send': 'Enviar',
  'site.close': 'Cerrar',
  'site.yes': 'Sí',
  'site.no': 'No',
  'site.proof.working': 'Tarda unos segundos. Después se envía solo.',
  'site.proof.done': 'Listo. Se está enviando.',
  'site.proof.bar': 'Trabajo hecho hasta ahora',
  'site.proof.unable':
    'Si tu navegador no puede hacerlo aquí, pulsa «{button}» más abajo. Por ese camino pasan menos personas a la vez.',
  'site.proof.without': 'Enviar sin ese trabajo',
  'site.trap': 'Deja esto vacío',
  'site.open-here': 'Abrir la página aquí',
  'site.zone.hint': 'Empieza a escribir el nombre de tu país o de una ciudad grande cerca de ti.',
  'site.optional': 'opcional',
  'site.older': 'Anteriores',
  'site.newer': 'Más recientes',
  'site.pages': 'Páginas',
  'site.saved': 'Guardado.',
  'site.confirm': '¿Quieres seguir adelante?',
  'site.qr': 'Código QR de {address}',
  'site.progress': 'Avance hacia la meta',

  'site.unready.title': 'Este sitio se está preparando',
  'site.unready.text':
    'Las personas que lo llevan lo están dejando listo. Vuelve pronto. Si eres una de ellas, abre el enlace de instalación que apareció al arrancar el sitio.',

  'site.fault.not-found': 'Aquí no hay nada',
  'site.fault.forbidden': 'No tienes acceso a esto',
  'site.fault.signed-out': 'Tu sesión se cerró',
  'site.fault.signed-out.text':
    'La sesión ha terminado, pero lo que escribiste sigue aquí. Inicia sesión en otra pestaña, vuelve a esta y envíalo de nuevo.',
  'site.fault.sign-in': 'Iniciar sesión, en otra pestaña',
  'site.fault.too-many': 'Demasiados intentos',
  'site.fault.unavailable': 'El sitio está tomando aire',
  'site.fault.internal': 'Algo salió mal',
  'site.fault.home': 'Ir a la portada',
  'site.fault.again': 'Volver a intentarlo',
  'site.fault.typed': 'Lo que escribiste está guardado aquí',
  'site.fault.files': 'Las fotos y otros archivos hay que elegirlos de nuevo después.',
  'site.fault.password': 'Tu contraseña, una vez más',
  'site.fault.send-again': 'Enviarlo de nuevo',

  'site.stores.title': 'Qué guarda este sitio',
  'site.stores.intro':
    '{site} pide lo mínimo y lo conserva solo mientras hace falta. En esta página se explica qué significa eso.',
  'site.stores.device.title': 'En tu dispositivo',
  'site.stores.device.session':
    'Al iniciar sesión, una cookie que la mantiene abierta. Desaparece cuando sales.',
  'site.stores.device.known':
    'Cuando has iniciado sesión, una cookie que reconoce este navegador durante medio año. No inicia la sesión de nadie ni dice quién eres: solo impide que quien intente adivinar tu contraseña te deje fuera.',
  'site.stores.device.language': 'Al elegir un idioma, una cookie que lo recuerda durante un año.',
  'site.stores.device.changed':
    'Al enviar un formulario, una cookie de cinco segundos, para que veas tu cambio al momento.',
  'site.stores.device.intent':
    'Si pulsas algo que necesita una cuenta antes de iniciar sesión, una cookie que guarda eso durante media hora, para hacerlo cuando la inicies.',
  'site.stores.device.none':
    'Nada más: sin rastreo, sin anuncios, y ninguna página de aquí llama a los servidores de otra empresa.',
  'site.stores.server.title': 'En el servidor',
  'site.stores.server.given':
    'Lo que le das a un grupo, como tu nombre y tu correo en una petición, pertenece a ese grupo. Los demás ven totales, nunca nombres.',
  'site.stores.server.visits':
    'Los enlaces cuentan visitas, no visitantes. Si luego firmas o respondes, el grupo ve por cuál de sus enlaces llegaste. No guardamos direcciones de computadoras ni tipos de navegador.',
  'site.stores.server.consent':
    'Un grupo solo puede escribirte si aceptaste. Cada correo trae un enlace para dejar de recibirlos con un clic.',
  'site.stores.server.erased':
    'Cuando un grupo te borra, tu no a su correo se guarda tres años como un código en el que nadie puede leer tu dirección, para que ninguna lista posterior te traiga correo de nuevo. Un nuevo sí tuyo lo borra, y si te borras tú puedes pedir que no se guarde nada.',
  'site.stores.rights.title': 'Qué puedes hacer',
  'site.stores.rights.text':
    'Tras los enlaces del correo de un grupo hay un camino a todo lo que guarda sobre ti, donde puedes pedir que se borre. Si tienes cuenta, en su página puedes cambiar tu nombre y tu correo, y borrar la cuenta.',

  'site.source.title': 'Código fuente',
  'site.source.text':
    'Este sitio funciona con Groundwork, versión {version}. Es software libre bajo la Licencia Pública General Affero de GNU, versión 3 o posterior: puedes usarlo, estudiarlo, compartirlo y cambiarlo, y quien use una versión cambiada debe ofrecerte su código.',
  'site.source.link': 'Obtener el código fuente de este sitio',
  'site.source.ask': 'Quienes administran este sitio te darán su código fuente si lo pides.',
  'error.site.security-contact': 'Escribe un correo o una dirección que empiece por https://.',
  'error.site.front-campaign': 'Elige una campaña publicada de un grupo público.',
  'site.footer.rules': 'Normas',
  'site.footer.contact': 'Contacto:',
  'site.rules.title': 'Las normas de {site}',
  'site.stores.contact.title': 'A quién preguntar',
  'site.stores.contact.text': 'Quien administra {site} responde en:',
} satisfies Record<keyof typeof english, string>;
