import type { overlaps as english } from '../en/overlaps.ts';

export const overlaps: Record<keyof typeof english, string> = {
  'error.compacts.overlap-open': 'سُئل هذا من قبل، وهو ينتظر ردًّا.',
  'error.compacts.clause.too-soon': 'يُعدّ المشتركون مرة واحدة على الأكثر كل 30 يومًا، ويدوم الرفض المدة نفسها.',
  'error.compacts.clause.unanswered': 'لم يرد أحد خلال 14 يومًا. سقط الطلب.',
  'mail.compacts.overlap-asked.subject': 'تسأل {group} كم شخصًا مشتركًا بينكما',
  'mail.compacts.overlap-asked.heading': 'عدٌّ ينتظر ردّكم',
  'mail.compacts.overlap-asked.text':
    'تسأل {group} كم شخصًا في قائمتَي المجموعتين. بموافقتكم يُعدّون مرة واحدة، وتقرأ كلتاكما رقمًا مقرّبًا، أو أنهم أقل من خمسين. لا يعبر أي اسم ولا أي عنوان.',
  'mail.compacts.overlap-declined.subject': 'ترفض {group} العدّ',
  'mail.compacts.overlap-declined.heading': 'الجواب لا',
  'mail.compacts.overlap-declined.text':
    'لا تريد {group} أن يُعدّ كم شخصًا مشتركًا بينكما. يمكنكم السؤال من جديد بعد 30 يومًا.',
  'mail.compacts.overlap-counted.subject': 'تم العدّ: المشتركون مع {group}',
  'mail.compacts.overlap-counted.heading': 'تم العدّ',
  'mail.compacts.overlap-counted.text':
    'وافقت {group}، وعُدّ كم شخصًا مشتركًا بينكما. الرقم في صفحة اتفاقكما عن «{title}».',
  'compacts.clause.too-soon': 'مرة كل 30 يومًا',
  'compacts.clause.unanswered': 'لا رد خلال 14 يومًا',
  'compacts.use.state.counted': 'تم عدّها',
  'compacts.done.overlap-agreed': 'تمت الموافقة. يجري العدّ.',
  'compacts.overlap': 'المشتركون بين المجموعتين',
  'compacts.overlap.hint':
    'كم شخصًا في القائمتين، إن أرادت المجموعتان أن تعرفا. يُعدّون مرة واحدة، ويُقرّب الرقم، ويُقال من خمسين فما فوق.',
  'compacts.overlap.few': 'أقل من 50',
  'compacts.overlap.counted': 'عُدّوا في {date}.',
  'compacts.overlap.next': 'يمكن السؤال من جديد ابتداءً من {date}.',
  'compacts.overlap.ask': 'اطلب العدّ',
  'compacts.overlap.show': 'أظهر الرقم في التحالفات التي فيها المجموعتان',
  'compacts.overlap.show.hint': 'لمن ينشرون باسم مجموعة هناك. وعلى المجموعة الأخرى أن توافق على ذلك أيضًا.',
  'compacts.overlap.shown': 'يظهر الرقم لمن ينشرون في التحالفات التي فيها المجموعتان.',
  'compacts.overlap.waits': 'طُلب في {date}. لم ترد {group} بعد.',
  'compacts.overlap.asked': 'تسأل {group} كم شخصًا مشتركًا بينكما.',
  'compacts.overlap.asked.shown': 'سيظهر الرقم أيضًا لمن ينشرون في التحالفات التي فيها المجموعتان.',
  'compacts.overlap.counting': 'يجري العدّ. أعد تحميل الصفحة بعد لحظة.',
  'compacts.overlap.yes': 'نعم، عُدّوا',
  'compacts.overlap.no': 'لا، لأن…',
  'compacts.overlap.no.word': 'لماذا لا؟',
  'compacts.overlap.hides': 'ما الذي يخفيه هذا وما الذي لا يخفيه',
  'compacts.overlap.hides.marks':
    'لا يعبر أي اسم ولا أي عنوان. يصير كل عنوان علامة بمفتاح صُنع لهذا العدّ وحده؛ تُقارن العلامات، ثم يزول المفتاح والعلامات.',
  'compacts.overlap.hides.noes':
    'لا يُعدّ من رفض تمرير بياناته أو رفض كل تواصل، ولا من جاء إلى إحدى القائمتين في آخر 30 يومًا.',
  'compacts.overlap.hides.lot':
    'يُحذف بالقرعة تسعة على الأكثر قبل التقريب إلى العشرة الأدنى، ويُعدّ مرة واحدة على الأكثر كل 30 يومًا. فلا يعرف أحد شيئًا عن شخص بعينه إن عدّ مرتين.',
  'compacts.overlap.shows.share':
    'لا يخفي كم هم تقريبًا: تعرف كلتا المجموعتين أي نصيب من ناسها عند الأخرى أيضًا.',
  'compacts.overlap.shows.lists':
    'من يضع في قائمته عناوين كثيرة مشتراة أو مختلقة يعرف تقريبًا كم منها عند المجموعة الأخرى. قل لا إن كنت لا تثق بقائمة.',
};
