import { isBlankCell, momentIn, plain } from './cells.ts';

/** What one cell says. `unclear` is what we do not understand, and counts as a no. */
export type CellAnswer = 'yes' | 'no' | 'bad-address' | 'unclear' | 'blank';

/** A cell of a column that says whether somebody agreed: `subscribed`, `TRUE`, `Opt-Out`, `cleaned`. */
export function agreementIn(cell: string): CellAnswer {
  if (isBlankCell(cell)) return 'blank';
  const word = plain(cell);
  if (YES.has(word) || AGREED.has(word)) return 'yes';
  if (BAD.has(word)) return 'bad-address';
  return NO.has(word) || REFUSED.has(word) ? 'no' : 'unclear';
}

/**
 * A cell of a column that says that somebody must not be contacted: `TRUE`, `1`, the day they left. A `no` here is the
 * person's no: `Do Not Email: yes`; a `yes` means that nothing keeps us from it.
 */
export function denialIn(cell: string): CellAnswer {
  if (isBlankCell(cell)) return 'blank';
  const word = plain(cell);
  if (BAD.has(word)) return 'bad-address';
  if (REFUSED.has(word) || YES.has(word) || TICKED.has(cell) || momentIn(cell) || DAY.test(cell)) return 'no';
  return NO.has(word) || AGREED.has(word) || FINE.has(word) ? 'yes' : 'unclear';
}

/** Whether a cell only ticks its heading, as `is_volunteer: TRUE` does; null when it says something of its own. */
export function tickIn(cell: string): boolean | null {
  if (isBlankCell(cell)) return false;
  const word = plain(cell);
  if (YES.has(word) || TICKED.has(cell)) return true;
  return NO.has(word) ? false : null;
}

const YES = words('yes, y, true, t, 1, on, sí, si, s, verdadero, cierto, نعم, صحيح, أجل');
const NO = words('no, n, false, f, 0, off, not, falso, لا, خطأ, كلا');
/** Ticks that are no letters, and the letter that stands for one. */
const TICKED = new Set(['x', 'X', '\u2713', '\u2714', '\u2705', '\u2611', '\u00d7']);
const AGREED = words(
  'subscribed, subscribe, subscriber, opt in, opted in, opt-in, active, confirmed, granted, given, consented, agreed, allowed',
  'suscrito, suscrita, suscrito/a, activo, activa, confirmado, confirmada, acepta, aceptado, aceptada, de acuerdo, alta',
  'مشترك, مشتركة, نشط, مؤكد, موافق, موافقة, مقبول',
);
const REFUSED = words(
  'unsubscribed, unsubscribe, not subscribed, non-subscribed, nonsubscribed, never subscribed, opt out, opted out, opt-out',
  'unknown, pending, unconfirmed, not confirmed, inactive, disabled, email_disabled, blocked, blocklisted, blacklisted',
  'suppressed, suppression, archived, deleted, removed, spam, spam complaint, complained, complaint, abuse, spam report',
  'marked as spam, refused, denied, declined, withdrawn, revoked, objected, rejected, never, do not contact',
  'do not email, do not mail, do not call, do not text, no email, no emails, cancelled, canceled, expired, transactional',
  'baja, de baja, dado de baja, dada de baja, no suscrito, no suscrita, cancelado, cancelada, inactivo, inactiva, rechazado',
  'rechazada, revocado, desconocido, pendiente, nunca, no contactar, no acepta, bloqueado, bloqueada, sin confirmar',
  'غير مشترك, غير مشتركة, ملغى, ملغي, ألغى الاشتراك, إلغاء الاشتراك, غير نشط, مرفوض, رفض, محظور, غير معروف, معلق, غير موافق',
);
const BAD = words(
  'cleaned, bounced, bounce, bouncing, hard bounce, hard bounced, soft bounce, invalid, bad, undeliverable, dead, non-existent',
  'rebotado, rebotada, rebote, inválido, inválida, erróneo, no válido, مرتد, غير صالح, غير صحيح',
);
/** What a column of bad addresses says of a good one. */
const FINE = words('good, ok, okay, valid, fine, bien, válido, válida, صالح, جيد');
/** A day in any order: when somebody left. */
const DAY = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/;

function words(...lists: string[]): Set<string> {
  return new Set(lists.flatMap((list) => list.split(',')).map(plain));
}
