/** How somebody is greeted: the first word of their name, without a title, and with what belongs to it. */
export function firstNameOf(name: string): string {
  const words = givenPart(name.trim()).split(/\s+/);
  const untitled = words.slice(words.findIndex((word) => !isTitle(word)));
  // Nobody is called by a title alone, unless it is all that is known.
  const [first = '', second = '', third = ''] = words.every(isTitle) ? words : untitled;
  if (second === '') return first;
  if (JOINED_TO_THE_NEXT.has(bare(first)))
    return /^(al|el|ul|ال)$/i.test(second) && third ? `${first} ${second} ${third}` : `${first} ${second}`;
  if (JOINED_TO_THE_LAST.has(bare(second)) || INITIAL.test(first)) return `${first} ${second}`;
  return first;
}

/** Of "Pérez, Ana" the second half; what follows a comma may also be a title. */
function givenPart(name: string): string {
  const [family = '', given = ''] = name.split(/[,،]/).map((part) => part.trim());
  const isGiven = given !== '' && !SUFFIX.test(given);
  return isGiven ? given : family || name;
}

const SUFFIX = /^(jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d|m\.?a|r\.?n|d\.?d\.?s|j\.?d)\b\.?/i;

/** Arabic titles are also one letter with a point. */
function isTitle(word: string): boolean {
  return TITLES.has(bare(word)) || WITH_A_POINT.test(word) || /^[\u0621-\u064a][.]?$/.test(word);
}

const TITLES = new Set([
  ...['dr', 'dra', 'mr', 'mrs', 'ms', 'mx', 'prof', 'sr', 'sra', 'srta'],
  ...['الدكتور', 'الدكتورة', 'دكتور', 'دكتورة', 'السيد', 'السيدة', 'الأستاذ', 'الأستاذة', 'أستاذ', 'أستاذة'],
  ...['المهندس', 'المهندسة', 'الشيخ', 'الشيخة', 'الحاج', 'الحاجة', 'الآنسة'],
]);
/** Without it these are names. */
const WITH_A_POINT = /^(lic|ing|rev|fr|hon|arq|d|dña|dna)\.$/i;

/** "Servant of", "father of", "mother of": with the next word they are one name. */
const JOINED_TO_THE_NEXT = new Set([
  ...['عبد', 'أبو', 'ابو', 'أم', 'ام', 'بنت'],
  ...['abd', 'abdul', 'abdel', 'abdal', 'abu', 'umm'],
]);
/** "Light of the faith", "gift of God". */
const JOINED_TO_THE_LAST = new Set(['الدين', 'الله', 'eddine', 'uddin', 'aldin', 'allah']);

const INITIAL = /^[A-Za-z]\.$/;

function bare(word: string): string {
  return word.replaceAll(/[.\p{M}]/gu, '').toLowerCase();
}
