import type { directory as english } from '../en/directory.ts';

export const directory = {
  'error.directory.ends-on': 'اختر يومًا من اليوم إلى سنة من الآن.',
  'error.directory.not-in': 'المجموعة ليست في هذا التحالف الآن.',
  'error.directory.not-listed':
    'لا تخاطب الجميع إلا مجموعة يجدها الجميع في القوائم. اختر تحالفًا، أو اجعل المجموعة علنية.',
  'error.directory.full':
    'للمجموعة {count} من الطلبات والعروض على الأكثر في الوقت نفسه. أغلق أولًا بعض ما انتهى.',
  'error.directory.answered': 'أجابت مجموعات بالفعل، فلا يتغير لمن هو. أغلقه وانشر غيره.',
  'error.directory.answered-already': 'أجابت مجموعتك عن هذا بالفعل.',
  'error.directory.own': 'هذا لمجموعتك نفسها. اختر مجموعة أخرى من مجموعاتك.',
  'error.directory.taken': 'اتُّفق عليه في هذه الأثناء. وإن لم يتمّ، يُفتح من جديد.',
  'error.directory.closed': 'لم يعد مطلوبًا أو معروضًا.',
  'error.directory.gone': 'لا يمكن لتلك المجموعة أن تشارك هنا حاليًا.',
  'error.directory.answered-lately':
    'سبق أن أجابت مجموعتكم ولم يتمّ الأمر. يمكنها أن تجيب ثانيةً بعد أسبوع من ذلك.',
  'error.directory.settled': 'حُسم هذا الأمر أو سُحب في هذه الأثناء. أعد تحميل الصفحة لترى كيف صار.',
  'mail.directory.answered.subject': '{group} تجيب: {title}',
  'mail.directory.answered.heading': 'مجموعة تجيبكم',
  'mail.directory.answered.text':
    'أجابت {group} عن «{title}» وتنتظر منكم نعم أو لا. يمكن أن يقولها من ينشر باسم مجموعتك.',
  'mail.directory.taken.subject': '{group} تقول نعم: {title}',
  'mail.directory.taken.heading': 'الجواب نعم',
  'mail.directory.taken.text':
    'قالت {group} نعم لجوابكم عن «{title}». اتفقوا على التفاصيل، وحين يتمّ الأمر يقول ذلك أيٌّ منكما.',
  'mail.directory.declined.subject': 'لا: {title}',
  'mail.directory.declined.heading': 'الجواب لا',
  'mail.directory.declined.text': 'لم يُقبل جوابكم عن «{title}»، أو لم يعد مقبولًا.',
  'mail.directory.fulfilled.subject': 'تمّ: {title}',
  'mail.directory.fulfilled.heading': 'تمّ الأمر',
  'mail.directory.fulfilled.text': 'تقول {group} إن «{title}» قد تمّ. ولم يعد في الدليل.',
  'mail.directory.withdrawn.subject': '{group} تتراجع: {title}',
  'mail.directory.withdrawn.heading': 'سُحب جواب',
  'mail.directory.withdrawn.text': 'سحبت {group} جوابها عن «{title}». وما دام قائمًا يمكن لغيرها أن يجيب.',
  'mail.directory.ended.subject': 'لم يعد قائمًا: {title}',
  'mail.directory.ended.heading': 'انتهى جوابكم',
  'mail.directory.ended.text':
    'انتهى «{title}» الذي أجابت عنه مجموعتك قبل أن يقول أحد نعم أو لا، أو لم يعد لمجموعتك. ولم يبقَ ما يُفعل.',
} satisfies Record<keyof typeof english, string>;
