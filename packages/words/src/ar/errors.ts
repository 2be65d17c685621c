import type { errors as english } from '../en/errors.ts';

export const errors = {
  'error.not-found': 'لم نعثر على ما تبحث عنه. ربما حُذف، أو ليس لديك إذن للاطلاع عليه.',
  'error.forbidden': 'دورك هنا لا يسمح بذلك. يمكن لمشرف المجموعة تغييره.',
  'error.sign-in-needed': 'يُرجى تسجيل الدخول أولًا.',
  'error.unreadable': 'فيه رمز لا يمكن حفظه. اكتبه من جديد من دون لصق.',
  'error.nothing-to-change': 'لا يوجد في ذلك ما يُغيَّر.',
  'error.malformed': 'وصل الطلب ناقصًا. ارجع إلى الصفحة وأعد تحميلها ثم حاول مرة أخرى.',
  'error.invalid': 'بعض الإجابات تحتاج إلى مراجعة، وقد وضعنا علامة عليها أدناه.',
  'error.conflict': 'تغيّر هذا أثناء عملك عليه. أعد تحميل الصفحة لترى ما استجد.',
  'error.too-large': 'الحجم أكبر مما يمكن إرساله. جرّب ملفًا أصغر أو نصًا أقصر.',
  'error.too-many-requests':
    'تكررت المحاولة كثيرًا. انتظر {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم حاول مرة أخرى.',
  'error.unavailable': 'لا يستطيع الموقع فعل ذلك الآن. حاول مرة أخرى بعد دقيقة. ما كتبته ما زال هنا.',
  'error.no-room': 'لم يبقَ على الخادم متسع لهذا. لم يضِع شيء: أعد المحاولة لاحقًا وأخبر من يدير الموقع.',
  'error.internal': 'حدث عطل من جهتنا وقد سجّلناه. حاول مرة أخرى.',

  'error.field.required': 'يُرجى ملء هذه الخانة.',
  'error.field.email': 'لا يبدو هذا عنوان بريد إلكتروني. يُكتب هكذا: name@example.org.',
  'error.field.too-long':
    'النص أطول من اللازم: الحد الأقصى {max, plural, zero {لا أحرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}.',
  'error.field.too-short':
    'النص أقصر من اللازم: الحد الأدنى {min, plural, zero {لا أحرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفًا} other {# حرف}}.',
  'error.field.format': 'الصيغة المكتوبة غير مقبولة هنا.',
  'error.field.too-small': 'يجب أن يكون {min, number} أو أكثر.',
  'error.field.too-large': 'يمكن أن يكون {max, number} على الأكثر.',
  'error.field.number': 'يجب أن يكون هذا رقمًا.',
  'error.field.date': 'يجب أن يكون يومًا حقيقيًا بين 1970 و2099.',
  'error.field.web-address': 'يبدأ عنوان الويب بـ https://',
  'error.field.choice': 'يُرجى اختيار إحدى الإجابات.',
} satisfies Record<keyof typeof english, string>;
