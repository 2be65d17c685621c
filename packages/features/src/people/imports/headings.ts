import { plain } from './cells.ts';
import type { Field } from './contract.ts';

/** What a heading says its column holds; null for one that we do not know. */
export function fieldOf(heading: string): Field | null {
  const word = plain(heading);
  if (word === '') return null;
  return KNOWN.get(word) ?? PATTERNS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Headings by the names that exports of the field's other tools use, and those that people type. */
const HEADINGS: Partial<Record<Field, string[]>> = {
  name: [
    'name, full name, display name, contact name, your name',
    'nombre, nombre completo, nombre y apellidos, nombre y apellido, tu nombre',
    'الاسم, اسم, الاسم الكامل, الاسم الثلاثي, اسمك',
  ],
  firstName: [
    'first name, first, given name, forename',
    'nombre de pila, primer nombre, nombres',
    'الاسم الأول',
  ],
  middleName: ['middle name, middle, additional name', 'segundo nombre', 'اسم الأب, الاسم الأوسط'],
  lastName: [
    'last name, last, surname, family name',
    'apellido, apellidos, primer apellido',
    'اسم العائلة, اللقب, الكنية, الاسم الأخير',
  ],
  email: [
    'email, email address, mail, email 1, email 1 value, email 2 value, email 3 value, further emails, primary email, preferred email',
    'email primary, email2, email3, email4, email5, email 2, email 3, email 4, email 5, email 4 value, email 5 value, secondary email, other email, work email, alternate email, home email, personal email',
    'correo, correo electrónico, dirección de correo, dirección de correo electrónico, dirección de email',
    'البريد, البريد الإلكتروني, بريد إلكتروني, الإيميل, إيميل, عنوان البريد الإلكتروني',
  ],
  phone: [
    'phone, phone number, mobile, mobile phone, mobile number, cell, cell phone, tel, telephone, can2_phone',
    'phone 1, phone 2, phone 3, phone 1 value, phone 2 value, phone 3 value, phone 4 value, further phones, alt phone, alternative phone, second phone, preferred phone, primary phone, home phone, work phone, work phone number',
    'teléfono, número de teléfono, móvil, celular, teléfono móvil, tel móvil',
    'الهاتف, رقم الهاتف, الجوال, رقم الجوال, الموبايل, المحمول',
  ],
  street: [
    'can2_user_address, address1, home address 1, primary address1, address address1, mailing address1, user submitted address1, billing address1',
    'street, street address, address, address 1, address line 1, mailing address, home address, street 1, address 1 street',
    'calle, dirección, domicilio, dirección postal, calle y número, الشارع, العنوان, عنوان السكن',
  ],
  city: [
    'can2_user_city, home city, primary city, address city, mailing city, user submitted city, billing city',
    'city, town, locality, address 1 city, ciudad, municipio, localidad, población, المدينة, مدينة',
  ],
  region: [
    'can2_user_state, home state, primary state, address state, mailing state, user submitted state, billing state',
    'region, state, province, county, state/province, state province, address 1 region',
    'región, provincia, estado federal, departamento, المحافظة, الولاية, المنطقة',
  ],
  postcode: [
    'can2_user_zip, home zip, primary zip, address zip, mailing zip, user submitted zip, billing zip',
    'postcode, postal code, zip, zip code, zipcode, zip/postal code, address 1 postal code',
    'código postal, cp, الرمز البريدي, رمز بريدي',
  ],
  country: [
    'can2_user_country, home country, primary country, address country, mailing country, user submitted country, billing country, primary country code, address country code, mailing country code, user submitted country code, billing country code',
    'country, country code, address 1 country, país, البلد, الدولة',
  ],
  tags: [
    'tags, tag, tag list, labels, can2_user_tags, group membership, activist code, activist codes',
    'etiquetas, etiqueta',
    'وسوم, الوسوم, وسم',
  ],
  language: ['language, lang, preferred language', 'idioma, idioma preferido, lengua', 'اللغة, لغة'],
  emailAnswer: [
    'can2_subscription_status, subscription status, email subscription status, email status, status, email consent',
    'consent, email opt in, opt in, opted in, optin, subscribed, is subscribed, email subscribed, newsletter',
    'email permission, email permission status, email marketing, marketing consent, email marketing consent',
    'accepts marketing, accepts email marketing, email marketing status, receives email, gdpr consent, may email, ok to email',
    'may be mailed',
    'estado, estado de suscripción, suscrito, suscripción, consentimiento, acepta correos, acepta recibir correos, boletín',
    'se le puede escribir, permiso',
    'الحالة, حالة الاشتراك, مشترك, الاشتراك, الموافقة, موافقة, موافقة البريد, النشرة, النشرة البريدية',
  ],
  emailLimits: ['email limits'],
  textAnswer: [
    'can2_sms_status, sms opt in status, sms status, sms opt in, mobile opt in, text opt in, sms consent, text consent',
    'accepts sms marketing, acepta sms, acepta mensajes, موافقة الرسائل',
  ],
  noEmail: [
    'do not email, no bulk emails, no bulk emails user opt out, is opt out, email opt out, opt out, opted out, optout',
    'unsubscribed, unsubscribe, is unsubscribed, unsub time, unsubscribed at, unsubscribe date, unsubscribed on, email disabled',
    'no emails, no email, has opted out of email, email opted out, global unsubscribe, unsubscribed from all',
    'no enviar correos, no enviar correo, no enviar emails, baja, fecha de baja, dado de baja',
    'لا ترسل بريدا, لا بريد, إلغاء الاشتراك, ملغى',
  ],
  noText: [
    'do not sms, do not text, no sms, no texts, sms opt out, text opt out, no enviar sms, لا رسائل نصية',
  ],
  noCall: [
    'do not call, do not phone, no calls, federal_donotcall, phone opt out, no llamar, لا تتصل, لا اتصال',
    'has opted out of calls',
  ],
  noPost: ['do not mail, do not post, no mail, no post, no enviar correo postal, لا بريد ورقي'],
  noSharing: [
    'do not trade, do not share, no sharing, no trade, no compartir, no ceder, لا تشارك, لا مشاركة',
  ],
  noContact: ['do not contact, no contact, never contact, dnc, no contactar, لا تتواصل, لا تواصل'],
  badEmail: [
    'email2_is_bad, email3_is_bad, email4_is_bad',
    'email1_is_bad, email_is_bad, is_email_bad, bounced, hard bounced, email bounced, is bounced, bounced at, clean time',
    'cleaned, cleaned at, clean campaign title, clean campaign id, on hold, email on hold, hold date',
    'rebotado, correo inválido, مرتد',
  ],
  badPhone: ['is_mobile_bad, mobile_is_bad, phone_is_bad, phone_number_is_bad, is_phone_bad'],
  agreedAt: [
    'optin_time, confirm_time, email consent at utc, consent date, consented at, opt in date, opted in at',
    'fecha de consentimiento, fecha de alta, تاريخ الموافقة',
  ],
  came: [
    'attended, attendance, attendance status, attendee status, checked in, checked in at, check in time, did attend',
    'asistió, asistencia, الحضور, حضر',
  ],
  cameTo: ['event title, event name, título del evento, nombre del evento, عنوان الفعالية, اسم الفعالية'],
  cameOn: [
    'timeslot start date, event date, event start, event start date, event start time, fecha del evento, تاريخ الفعالية',
  ],
  // Each looks as if it said something about consent, and says something else.
  none: [
    'unsub campaign title, unsub campaign id, unsub reason, unsub reason other, optin ip, confirm ip, active subscription',
    'approval status, first subscribed, subscription type',
  ],
};

/** For headings with more words around them: whoever says no in a way we half know is understood to say no. */
const PATTERNS: [RegExp, Field][] = [
  [/donot(contact|disturb)/, 'noContact'],
  [/donot(call|phone)/, 'noCall'],
  [/donot(sms|text)/, 'noText'],
  [/donot(trade|share|exchange|rent)/, 'noSharing'],
  [/donot(mail|post)/, 'noPost'],
  [/(sms|text|mobile).*(optout|optedout|unsub)/, 'noText'],
  [/donot|unsub|optout|optedout|suppress|blocklist|blacklist|noemail|nobulk/, 'noEmail'],
  [/(mobile|phone).*isbad|is(mobile|phone)bad/, 'badPhone'],
  [/bounced|isbad/, 'badEmail'],
  [/(sms|text|mobile).*(optin|consent|subscription)/, 'textAnswer'],
  [/(optin|optedin|consent|consented|agreed|subscribed)(date|time|at|on|utc|timestamp)+$/, 'agreedAt'],
  [/optin|optedin|subscriptionstatus|consent|newsletter|boletin|موافق[هة]$/, 'emailAnswer'],
];

const KNOWN = new Map(
  Object.entries(HEADINGS).flatMap(([field, lists]) =>
    lists.flatMap((list) => list.split(',')).map((heading) => [plain(heading), field as Field] as const),
  ),
);
