import type { lines as english } from '../en/lines.ts';

export const lines = {
  'segments.kind.assessed': 'قُدِّر مدى قربه',
  'segments.kind.unassessed': 'لم يُقدَّر مدى قربه',
  'segments.kind.contact': 'يتواصل معه أحدكم',
  'segments.kind.no-contact': 'لا يتواصل معه أحد',
  'segments.kind.duplicate': 'قد يكون مسجّلًا مرتين',
  'segments.who.assessed': 'قُدِّر مدى قربه من {least, number} إلى {most, number}',
  'segments.who.assessed.one': 'قُدِّر مدى قربه بـ {assessment, number}',
  'segments.who.unassessed': 'لم يُقدَّر مدى قربه',
  'segments.who.contact': 'يتواصل معه {thing}',
  'segments.who.no-contact': 'لا يتواصل معه أحد',
  'segments.who.duplicate': 'قد يكون مسجّلًا مرتين ولم يُبَتّ في ذلك بعد',
  'segments.field.least': 'من',
  'segments.field.most': 'إلى',
  'segments.field.contact': 'من يتواصل معه',
  'finding.column.came': 'الحضور',
  'finding.column.close': 'القرب',
  'error.segments.assessed-backwards': 'الرقم الأول هو الأصغر، كما في 1 إلى 2.',
} as const satisfies Record<keyof typeof english, string>;
