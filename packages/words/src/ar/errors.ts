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
  'error.proof-needed': 'كثيرون يرسلون هذا الآن. ينجز متصفحك أولًا عملًا صغيرًا كي لا تزاحمك الآلات.',
  'error.proof-expired': 'وصل عمل متصفحك متأخرًا. إليك عملًا جديدًا.',
  'error.proof-used': 'استُعمل هذا العمل من قبل. إليك عملًا جديدًا.',
  'error.proof-wrong': 'لم يكن عمل متصفحك لهذا النموذج. إليك عملًا جديدًا.',
  'error.proof-without':
    'مرّ من الطريق الأبطأ أكبر عدد ممكن الآن. انتظر {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم حاول مجددًا. ما كتبته لا يزال هنا.',
  'error.quota.account-minutes':
    'هذا أقصى ما يمكن لحساب واحد إنشاؤه الآن، كي لا يُغرق أحدٌ هذا الموقع. يمكنك إنشاء التالي بعد {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، ويستطيع مشرف الموقع أن يسمح لك بأكثر.',
  'error.quota.account-hours':
    'هذا أقصى ما يمكن لحساب واحد إنشاؤه الآن، كي لا يُغرق أحدٌ هذا الموقع. يمكنك إنشاء التالي بعد {hours, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}، ويستطيع مشرف الموقع أن يسمح لك بأكثر.',
  'error.quota.group-minutes':
    'هذا أقصى ما يمكن إنشاؤه في مجموعة واحدة الآن، كي لا يُغرق أحدٌ هذا الموقع. يمكن إنشاء التالي بعد {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، ويستطيع مشرف الموقع أن يسمح للمجموعة بأكثر.',
  'error.quota.group-hours':
    'هذا أقصى ما يمكن إنشاؤه في مجموعة واحدة الآن، كي لا يُغرق أحدٌ هذا الموقع. يمكن إنشاء التالي بعد {hours, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}، ويستطيع مشرف الموقع أن يسمح للمجموعة بأكثر.',
  'error.unavailable': 'لا يستطيع الموقع فعل ذلك الآن. حاول مرة أخرى بعد دقيقة. ما كتبته ما زال هنا.',
  'error.busy': 'يجري هنا الآن أكثر مما يقدر عليه هذا الخادم. حاول مرة أخرى بعد ثوانٍ. ما كتبته ما زال هنا.',
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
  'error.field.colour': 'يجب أن يكون هذا لونًا مكتوبًا مثل ‎#b3301a.',
  'error.field.path': 'يجب أن تكون هذه صفحة من هذا الموقع، مكتوبة مثل ‎/campaigns/save-the-library.',
  'error.field.code': 'لا يُكتب هنا إلا حروف من A إلى Z وأرقام وشرطات، ولا تأتي الشرطة أولًا ولا أخيرًا.',
  'error.field.too-many':
    'هذا كثير: {max, plural, zero {لا شيء} one {واحد} two {اثنان} few {#} many {#} other {#}} على الأكثر.',
  'error.field.too-few':
    'هذا قليل: {min, plural, zero {لا شيء} one {واحد} two {اثنان} few {#} many {#} other {#}} على الأقل.',
  'error.field.twice': 'هناك شيء مكرر هنا.',

  'error.markdown.cells': 'خلايا الجداول هنا أكثر من اللازم: {max, number} كحدّ أقصى.',
  'error.markdown.links': 'الروابط هنا أكثر من اللازم: {max, number} كحدّ أقصى.',
  'error.markdown.depth': 'القوائم والاقتباسات هنا متداخلة أعمق من اللازم.',
  'error.markdown.characters':
    'سينتج عن هذا صفحة أطول من اللازم: {max, number} حرف كحدّ أقصى، مع كل ما يمنحها شكلها.',
} satisfies Record<keyof typeof english, string>;
