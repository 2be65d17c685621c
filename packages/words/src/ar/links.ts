import type { links as english } from '../en/links.ts';

export const links = {
  'links.title': 'الروابط',
  'links.intro': 'يعدّ كل رابط زياراته، ولا يسجّل من زاره. اصنعوا رابطًا لكل منشور أو ملصق لتعرفوا ما ينجح.',
  'links.column.address': 'العنوان',
  'links.column.label': 'مكان استخدامه',
  'links.column.visits': 'الزيارات',
  'links.column.signatures': 'وقّعوا',
  'links.column.rsvps': 'سيحضرون',
  'links.empty': 'لا روابط بعد. يُنشأ الرابط الأول عند نشر الصفحة.',
  'links.new': 'إنشاء رابط آخر',
  'links.field.label': 'أين سيُستخدم؟',
  'links.field.label.hint': 'لكم وحدكم: المنشور، إنستغرام، اللافتة على الجسر.',
  'links.field.code': 'كلمة من اختياركم',
  'links.field.code.hint':
    'من 3 إلى 30 حرفًا لاتينيًا أو رقمًا أو شرطة، مثل ‎/go/library‎. إن تُركت فارغة أنشأ الموقع رمزًا قصيرًا.',
  'links.make': 'إنشاء الرابط',
  'links.qr': 'رمز QR كصورة',
  'links.qr.png': 'رمز QR بصيغة PNG',
  'links.qr.svg': 'رمز QR بصيغة SVG',
  'links.poster': 'اطبع ملصقًا',
  'links.poster.hint':
    'اطبع هذه الصفحة على ورق A4 أو Letter: ما ليس من الملصق لا يظهر على الورق. قصّ الشرائط ليأخذ الناس واحدًا معهم.',
  'links.tear-off': 'على المنشور وعند الباب',
  'links.pass-on': 'شارِكها',
  'links.pass-on.address': 'العنوان، للنسخ',
  'links.pass-on.whatsapp': 'واتساب',
  'links.pass-on.telegram': 'تيليغرام',
  'links.pass-on.sms': 'رسالة نصية',
  'links.pass-on.mail': 'البريد',
  'links.pass-on.plain': 'هذه روابط عادية. لا يعلم أحد هناك بك قبل أن تضغط أحدها.',
  'error.links.taken': 'هذه الكلمة مستخدمة. اختاروا غيرها.',
} as const satisfies Record<keyof typeof english, string>;
