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
  'segments.kind.brought': 'جاء عبر أحد روابطكم',
  'segments.who.brought': 'جاء عبر الرابط {thing}',
  'segments.field.link': 'أي رابط',
  'segments.none.brought': 'ليس لهذه المجموعة رابط بعد. تحصل الحملة على أول رابط عند نشرها.',
  'segments.kind.role': 'له دور في المجموعة',
  'segments.who.role': 'له دور «{role}» في المجموعة',
  'segments.field.role': 'أي دور',
  'segments.add.count': 'العدّ فقط',
  'segments.add.counted': 'مع هذا السطر يبقى {left}، وهم الآن {before}.',
  'segments.add.counted.about': 'مع هذا السطر يبقى نحو {left}، وهم الآن نحو {before}.',
  'segments.kind.near': 'يسكن قرب رمز بريدي',
  'segments.who.near': 'يسكن على بعد {km, number} كم على الأكثر من {postcode}',
  'segments.field.km': 'على بعد كم كيلومترًا على الأكثر',
  'segments.field.postcode': 'من أي رمز بريدي',
  'segments.field.place': 'أو من أي فعالية',
  'segments.near.typed': 'لا شيء: الرمز البريدي أعلاه',
  'segments.none.near':
    'لا يعرف الموقع أماكن الرموز البريدية. يستطيع المشرفون عليه رفع جدول بها في «الرموز البريدية».',
  'segments.near.unknown':
    'ليس هذا الرمز البريدي في جدول الموقع، أو هو في عدة بلدان: عندها يجب أن تحدد إعدادات المجموعة بلدكم.',
  'stewards.nav.postcodes': 'الرموز البريدية',
  'stewards.postcodes.intro':
    'بجدول لأماكن الرموز البريدية تستطيع المجموعات أن تبحث عمّن يسكن على بعد كيلومترات من أحدها. يبقى الجدول على هذا الموقع ولا يُسأل موقع آخر عن شيء.',
  'stewards.postcodes.none': 'لا جدول بعد. يقدّم GeoNames جدولًا لكل بلد: نزّله وفُكّ ضغطه وارفع الملف النصي هنا.',
  'stewards.postcodes.count':
    '{count, plural, zero {# رمز بريدي} one {رمز بريدي واحد} two {رمزان بريديان} few {# رموز بريدية} many {# رمزًا بريديًا} other {# رمز بريدي}}',
  'stewards.postcodes.since': 'قُرئت في {day}.',
  'stewards.postcodes.countries': 'من {countries}.',
  'stewards.postcodes.read':
    '{count, plural, zero {لم يُقرأ أي رمز بريدي} one {قُرئ رمز بريدي واحد} two {قُرئ رمزان بريديان} few {قُرئت # رموز بريدية} many {قُرئ # رمزًا بريديًا} other {قُرئ # رمز بريدي}}.',
  'stewards.postcodes.skipped':
    '{count, plural, zero {لم يُترك أي سطر} one {سطر واحد بلا رمز أو مكان فتُرك} two {سطران بلا رمز أو مكان فتُركا} few {# أسطر بلا رمز أو مكان فتُركت} many {# سطرًا بلا رمز أو مكان فتُركت} other {# سطر بلا رمز أو مكان فتُركت}}.',
  'stewards.postcodes.removed': 'أُزيل الجدول.',
  'stewards.postcodes.file': 'جدول الرموز البريدية',
  'stewards.postcodes.file.hint':
    'كما يقدّمه GeoNames، أو بعناوين للأعمدة: postcode وlat وlon، وcountry إن وُجد. حتى 32 ميغابايت، ويجوز أن يضم الملف عدة بلدان.',
  'stewards.postcodes.replaces': 'يحلّ محل الجدول الموجود كله.',
  'stewards.postcodes.upload': 'رفع',
  'stewards.postcodes.remove': 'إزالة الجدول',
  'stewards.postcodes.remove.text':
    'لن تجد الأسطر التي تسأل عمّن يسكن قرب رمز بريدي أحدًا حتى ترفع جدولًا من جديد.',
  'error.site.postcodes-empty': 'هذا الملف فارغ. اختر الملف الذي فيه الرموز البريدية.',
  'error.site.postcodes-zipped': 'هذا الملف مضغوط. فُكّ ضغطه أولًا وارفع الملف النصي الذي فيه.',
  'error.site.postcodes-unreadable': 'هذا ليس ملفًا نصيًا ذا أعمدة.',
  'error.site.postcodes-columns':
    'تنقص أعمدة الرمز البريدي وخط العرض وخط الطول. سمّها postcode وlat وlon في السطر الأول.',
  'error.site.postcodes-nothing': 'لا سطر في هذا الملف فيه رمز بريدي ومكانه.',
  'error.site.postcodes-too-many': 'هذه رموز كثيرة: {most, number} على الأكثر. اترك البلدان التي لا تحتاجها.',
  'error.segments.assessed-backwards': 'الرقم الأول هو الأصغر، كما في 1 إلى 2.',
} as const satisfies Record<keyof typeof english, string>;
