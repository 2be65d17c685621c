import type { compacts as english } from '../en/compacts.ts';

export const compacts: Record<keyof typeof english, string> = {
  'error.compacts.other-off':
    'يمنع مشرفو هذا الموقع المجموعة الأخرى من العمل حاليًّا. لا يُتفق على شيء جديد ولا يُرسل شيء في هذه الأثناء.',
  'error.compacts.with-itself': 'لا تحتاج المجموعة إلى اتفاق مع نفسها. أدخل مجموعة أخرى.',
  'error.compacts.no-group': 'لا توجد مجموعة على هذا العنوان. افتح صفحتها وانسخ العنوان من هناك.',
  'error.compacts.nobody-answers': 'لا أحد يدير هذه المجموعة، فلا أحد يستطيع الرد.',
  'error.compacts.asked-lately':
    'كان الجواب لا، أو سحبتم الاقتراح. يمكن الاقتراح من جديد بعد {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'error.compacts.until': 'اختر آخر يوم بين الغد وثلاث سنوات من الآن.',
  'error.compacts.replaced': 'اقتُرحت شروط أخرى في هذه الأثناء. أعد تحميل الصفحة واقرأها.',
  'error.compacts.decided': 'تقرّر هذا أو سُحب في هذه الأثناء. أعد تحميل الصفحة لترى ما صار.',
  'error.compacts.past': 'انقضى آخر يوم في هذه الشروط. اقترح غيرها.',
  'error.compacts.takes-two': 'الاتفاق يحتاج إلى شخصين. على شخص آخر من مجموعتك أن يقول نعم.',
  'error.compacts.not-in-force': 'لا شيء ساري بين المجموعتين.',
  'error.compacts.clause.most-a-year':
    'يسمح الاتفاق {count, plural, zero {بـ# رسالة} one {برسالة واحدة} two {برسالتين} few {بـ# رسائل} many {بـ# رسالة} other {بـ# رسالة}} في أي 365 يومًا، ولم تبقَ أي منها.',
  'error.compacts.clause.until': 'سيكون ذلك بعد آخر يوم في الاتفاق.',
  'error.compacts.clause.ended': 'سيكون ذلك بعد إنهاء الاتفاق.',
  'error.compacts.clause.fields': 'تذكر الرسالة عن قرّائها ما لا يسمح به الاتفاق، مثل أسمائهم.',
  'error.compacts.clause.notice':
    'انقضت مهلة الإشعار ({hours, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}) ولم يقل أحد نعم. سقط الطلب ولا تخرج الرسالة.',
  'error.compacts.letter-twice': 'اكتب الرسالة مرة واحدة في كل لغة.',
  'error.compacts.letter-wrong': '«{word}» غير مفهومة. بين القوسين المزدوجين كلمة تُستبدل أو فعالية أو عريضة.',
  'error.compacts.letter-missing': '«{word}» ليست ظاهرة للجميع ولا هي لكم. اذكر شيئًا يراه الجميع.',
  'error.compacts.letter-faults':
    'شيء في الرسالة لا يمكن إرساله كما هو: صورة أو شيء تذكره لم يعد موجودًا، أو هي ثقيلة جدًّا. اطلب من المجموعة الأخرى تغييرها.',
  'error.compacts.on-its-way': 'هي تخرج الآن. يمكن لمن يرسلها إيقافها في صفحة المراسلة.',
  'error.compacts.use-decided': 'رُدّ على هذا أو سُحب أو أُرسل في هذه الأثناء. أعد تحميل الصفحة لترى ما صار.',
  'error.compositions.not-agreed': 'تقول غير ما وافقت عليه مجموعتك، ولا تخرج أكثر من ذلك.',
  'mail.compacts.proposed.subject': '{group} تقترح اتفاقًا',
  'mail.compacts.proposed.heading': 'اقتراح اتفاق',
  'mail.compacts.proposed.text':
    'تقترح {group} على مجموعتك ما يكتبه أحدكما لناس الآخر: «{title}». اقرأ الشروط وناقشوها في القناة وقل نعم أو لا.',
  'mail.compacts.agreed.subject': '{group} توافق',
  'mail.compacts.agreed.heading': 'الجواب نعم',
  'mail.compacts.agreed.text': 'وافقت {group} على الشروط حول «{title}». وهي سارية من الآن.',
  'mail.compacts.declined.subject': '{group} لا توافق',
  'mail.compacts.declined.heading': 'الجواب لا',
  'mail.compacts.declined.text': 'قالت {group} لا للشروط حول «{title}». يمكنكم اقتراح غيرها بعد أسبوع.',
  'mail.compacts.ended.subject': '{group} تنهي اتفاقكما',
  'mail.compacts.ended.heading': 'اتفاق ينتهي',
  'mail.compacts.ended.text':
    'أنهت {group} الاتفاق حول «{title}». تقول صفحته متى ينقضي. ويبقى السجل لكليكما.',
  'mail.compacts.use-asked.subject': '{group} تودّ الكتابة إلى ناسكم: {title}',
  'mail.compacts.use-asked.heading': 'رسالة تنتظر ردّكم',
  'mail.compacts.use-asked.text':
    'كتبت {group} «{title}» لناسكم. اقرأها وقل نعم أو لا. لا تخرج دون نعم في الوقت المحدد.',
  'mail.compacts.use-agreed.subject': '{group} تقول نعم: {title}',
  'mail.compacts.use-agreed.heading': 'الجواب نعم',
  'mail.compacts.use-agreed.text':
    'ترسل {group} «{title}» إلى ناسها في الوقت المطلوب. إن غيّرتم كلمة قبل ذلك وجب أن تقول نعم من جديد.',
  'mail.compacts.use-declined.subject': '{group} تقول لا: {title}',
  'mail.compacts.use-declined.heading': 'الجواب لا',
  'mail.compacts.use-declined.text': 'لا ترسل {group} «{title}». ولا يُحسب ذلك استعمالًا.',
  'mail.compacts.use-wished.subject': '{group} تطلب تغييرًا: {title}',
  'mail.compacts.use-wished.heading': 'شيء يُراد تغييره',
  'mail.compacts.use-wished.text':
    'سترسل {group} «{title}» إن غيّرتموها. بنص آخر تُطلب من جديد وتبدأ مهلة الإشعار مرة أخرى.',
  'mail.compacts.use-withdrawn.subject': '{group} تسحب: {title}',
  'mail.compacts.use-withdrawn.heading': 'سُحبت رسالة',
  'mail.compacts.use-withdrawn.text': 'سحبت {group} «{title}». ولا تخرج.',
  'mail.compacts.use-lapsed.subject': 'لا ردّ في الوقت: {title}',
  'mail.compacts.use-lapsed.heading': 'سقط الطلب',
  'mail.compacts.use-lapsed.text':
    'لم تقل {group} نعم لـ«{title}» ضمن مهلة الإشعار، فلا تخرج. ولا يُحسب ذلك استعمالًا.',
  'compositions.from-writer': '{group}، بقلم {writer}',
  'compositions.by-writer': 'كتبت {writer} هذه الرسالة وترسلها إليك {group}. ليس لدى {writer} عنوانك.',
  'mailings.by-writer':
    'كتبت {writer} هذه الرسالة وفق اتفاق مع مجموعتك. تخرج كما وافقت عليها مجموعتك أو لا تخرج: لا يغيّرها أحد هنا.',
  'mailings.why.no-sharing':
    '{count, plural, zero {قالوا لا للمشاركة} one {قال لا للمشاركة} two {قالا لا للمشاركة} few {قالوا لا للمشاركة} many {قالوا لا للمشاركة} other {قالوا لا للمشاركة}}',
  'mailings.why.no-writer':
    '{count, plural, zero {لا يريدون رسائل تلك المجموعة} one {لا يريد رسائل تلك المجموعة} two {لا يريدان رسائل تلك المجموعة} few {لا يريدون رسائل تلك المجموعة} many {لا يريدون رسائل تلك المجموعة} other {لا يريدون رسائل تلك المجموعة}}',
  'mailings.left-out.no-sharing': 'قالوا لا للمشاركة مع مجموعات أخرى',
  'mailings.left-out.no-writer': 'لا يريدون رسائل المجموعة التي كتبتها',
};
