import type { embedding as english } from '../en/embedding.ts';

export const embedding = {
  'embed.title': 'الاستمارة على موقع آخر',
  'embed.text.campaigns':
    'لمن يكتب موقعًا آخر أن يضع الاستمارة فيه. لا تطلب من أحد تسجيل الدخول ولا تحفظ ملفات تعريف. ومن يوقّع هناك يُحسب ويتبع كما على صفحة الحملة.',
  'embed.text.events':
    'لمن يكتب موقعًا آخر أن يضع الاستمارة فيه. لا تطلب من أحد تسجيل الدخول ولا تحفظ ملفات تعريف. ومن يجيب هناك يكون في القائمة ويتبع كما على صفحة الفعالية.',
  'embed.yours.campaigns': 'من يوقّع فيها يكون من ناس مجموعتكم، كما عن طريق رابطكم.',
  'embed.yours.events': 'من يجيب فيها يكون من ناس مجموعتكم، كما عن طريق رابطكم.',
  'embed.code': 'الشيفرة، للنسخ',
  'embed.code.hint.campaigns': 'حيث لا يستطيع الغرباء فتح صفحة الحملة لا تُظهر هذه شيئًا.',
  'embed.code.hint.events': 'حيث لا يستطيع الغرباء فتح صفحة الفعالية لا تُظهر هذه شيئًا.',
  'embed.look': 'انظروا الاستمارة',
  'embed.whole.campaigns': 'الحملة كاملة',
  'embed.whole.events': 'كل شيء عن هذه الفعالية',
} as const satisfies Record<keyof typeof english, string>;
