/** The words of advertising in this text, each once, as they are listed. */
export function loudWordsIn(text: string): string[] {
  const plain = withoutAccents(text);
  return LOUD.filter(({ form }) => form.test(plain)).map(({ word }) => word);
}

/** In capitals only: in small letters they are words like others. */
const IN_CAPITALS = ['FREE', 'URGENT', 'WIN', 'NOW'];

const ANYHOW = [
  ...['act now', 'click here', '100%', 'limited time', 'last chance', 'risk-free', 'guaranteed'],
  ...['don’t delete', 'winner', 'urgente', 'gratis', 'haz clic aquí', 'clic aquí', 'actúa ya', 'actúa ahora'],
  ...['última oportunidad', 'tiempo limitado', 'garantizado', 'oferta'],
  ...['مجانا', 'مجاني', 'مجانية', 'عاجل', 'اضغط هنا', 'انقر هنا', 'اضغطوا هنا', 'الفرصة الأخيرة', 'آخر فرصة'],
  ...['تحرك الآن', 'لفترة محدودة', 'مضمون', '100٪', '١٠٠٪'],
];

const LOUD = [
  ...IN_CAPITALS.map((word) => ({ word, form: formOf(word, 'u') })),
  ...ANYHOW.map((word) => ({ word, form: formOf(word, 'iu') })),
];

function formOf(word: string, flags: string): RegExp {
  const plain = withoutAccents(word)
    .replaceAll(/[’']/g, "[’']")
    .replaceAll(' ', String.raw`\s+`)
    .replace('%', String.raw`\s?%`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])`, flags);
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/[\p{M}\u0640]/gu, '');
}
