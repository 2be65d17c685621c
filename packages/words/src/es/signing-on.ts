import type { signingOn as english } from '../en/signing-on.ts';

export const signingOn = {
  'campaigns.sign.sign_on': 'Firmar la carta',
  'campaigns.sign.sign_on.button': 'Firmar por nuestro grupo',
  'campaigns.field.action.sign_on': 'Firmar una carta como organización: la firman grupos, no personas',
  'campaigns.signed-on': '{count, plural, one {grupo firmó.} other {grupos firmaron.}}',
  'campaigns.card.signed-on': '{count, plural, one {# grupo firmó} other {# grupos firmaron}}',
  'home.signed-on': '{count, plural, one {grupo firmó.} other {grupos firmaron.}}',
  'home.signed-on-of': '{count, plural, one {grupo firmó.} other {grupos firmaron.}} La meta es {goal}.',
  'home.act.sign_on': 'Leer la carta',

  'campaigns.sign-on.text':
    'Esta carta la firman organizaciones, cada una por su propio grupo aquí: alguien que lo coordina o que habla por él, después de una decisión propia.',
  'campaigns.sign-on.closed': 'De momento no admite firmas.',
  'campaigns.sign-on.list': 'Quiénes firmaron',
  'campaigns.sign-on.none': 'Todavía no ha firmado ningún grupo.',
  'campaigns.sign-on.decided': 'Decidido el {day}: {decision}',
  'campaigns.sign-on.terms': 'Su logo: {terms}',
  'campaigns.sign-on.former': 'Se llamaba {name} cuando firmó.',
  'campaigns.sign-on.nobody': 'No hablas por ningún grupo aquí',
  'campaigns.sign-on.nobody.text':
    'Firma por tu grupo quien lo coordina, o quien habla por él en la coalición. Mándales la dirección de esta página.',
  'campaigns.sign-on.unlisted':
    '{group} no está en las listas de este sitio. Solo un grupo que cualquiera encuentra firma una carta que cualquiera lee.',
  'campaigns.sign-on.signed': '{group} firmó el {day}.',
  'campaigns.sign-on.decision': 'Quién lo decidió, y dónde',
  'campaigns.sign-on.decision.hint':
    'Por ejemplo: nuestra asamblea general, 41 a 3. Queda constancia, para su grupo y para quienes llevan la carta.',
  'campaigns.sign-on.decided-on': 'Qué día',
  'campaigns.sign-on.logo': 'Nuestra imagen puede estar junto a nuestro nombre',
  'campaigns.sign-on.logo-terms': 'Para qué se puede usar',
  'campaigns.sign-on.logo-terms.hint':
    'Por ejemplo: solo en esta carta. Cualquiera lo lee junto a la imagen.',
  'campaigns.sign-on.fixed':
    'Firman lo que está aquí ahora. En cuanto un grupo ha firmado, el texto no se puede cambiar.',
  'campaigns.sign-on.again': 'Dejarlo así',
  'campaigns.sign-on.take-back': 'Quitar nuestro nombre',
  'campaigns.sign-on.take-back.sure': '{group} ya no estará bajo la carta. Puede volver a firmar.',

  'error.campaigns.letter-changed':
    'La carta cambió mientras escribían. Léanla de nuevo y firmen lo que dice ahora.',
  'error.campaigns.letter-signed':
    'Hay grupos que firmaron lo que está aquí, así que se queda. Terminen esta carta y empiecen otra.',
  'error.campaigns.decided-later': 'Ese día todavía no ha llegado. Firmen cuando esté decidido.',
  'error.campaigns.sign-on-unlisted':
    'Solo un grupo que está en las listas de este sitio puede firmar una carta que cualquiera lee.',
  'error.campaigns.not-taking-sign-ons': 'Esta carta no admite firmas de momento.',

  'mail.campaigns.sponsor-signed.subject': '{group} firmó: {title}',
  'mail.campaigns.sponsor-signed.heading': 'Un grupo firmó su carta',
  'mail.campaigns.sponsor-signed.text':
    '{group} está ahora bajo «{title}». Quién lo decidió allí, y cuándo, lo ven ustedes junto a su nombre.',
} as const satisfies Record<keyof typeof english, string>;
