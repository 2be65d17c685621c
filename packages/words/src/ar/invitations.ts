import type { invitations as english } from '../en/invitations.ts';

export const invitations = {
  'groups.mailed.title': 'ادعُ بالبريد',
  'groups.mailed.intro':
    'تصل كلَّ شخص رسالة واحدة فيها رابط خاص به، يفتح حسابه أو يسجّل دخوله فيكون في المجموعة. يعمل الرابط أسبوعين.',
  'groups.mailed.addresses': 'العناوين',
  'groups.mailed.addresses.hint':
    'الصقها كما هي عندك: كل عنوان في سطر أو بينها فواصل، ولا بأس بالأسماء إلى جانبها. حتى 200 في المرة.',
  'groups.mailed.role': 'يدخلون بصفة',
  'groups.mailed.role.hint': 'يمكنك أن تجعل أحدهم أمينًا بعد أن يدخل.',
  'groups.mailed.language': 'لغة الرسالة',
  'groups.mailed.do': 'أرسل الدعوات',
  'groups.mailed.unvouched':
    'إلى أن يزكّي أحد مشرفي الموقع هذه المجموعة لا تكتب لأحد خارجها. الروابط تعمل منذ الآن.',
  'groups.mailed.invited':
    '{count, plural, =0 {لم تُرسل أي دعوة.} zero {لم تُرسل أي دعوة.} one {دعوة واحدة في الطريق.} two {دعوتان في الطريق.} few {# دعوات في الطريق.} many {# دعوة في الطريق.} other {# دعوة في الطريق.}}',
  'groups.mailed.members': 'في المجموعة بالفعل، ولم نكتب لهم: {list}',
  'groups.mailed.waiting': 'لهم دعوة تنتظر: {list}. يمكنك إرسالها من جديد أدناه.',
  'groups.mailed.banned': 'محظورون من هذه المجموعة، ولم نكتب لهم: {list}',
  'groups.mailed.unreadable': 'ليس عنوانًا، وبقي في النموذج لتصحيحه: {list}',
  'groups.mailed.list.title': 'دُعوا ولم يدخلوا بعد',
  'groups.mailed.again': 'أرسل من جديد',
  'groups.mailed.take-back': 'اسحب',
  'groups.mailed.sent-again': 'الدعوة في الطريق من جديد. رابط الرسالة السابقة لم يعد يفتح شيئًا.',
  'groups.mailed.taken-back': 'لم تعد الدعوة تفتح شيئًا.',
  'groups.invitation.for': 'هذه الدعوة لصاحب العنوان {email}.',
  'groups.invitation.as': 'تدخل بصفة: {role}. {hint}',
  'groups.invitation.other': 'أنت مسجّل الدخول باسم {own}. بهذا الحساب تدخل أيضًا.',
  'groups.invitation.other-role':
    'تجعل الدعوة صاحب {email} منظّمًا. أنت مسجّل الدخول باسم {own}: بهذا الحساب تدخل عضوًا وتُستهلك الدعوة. لتدخل منظّمًا سجّل الخروج وافتحها من جديد.',
  'groups.invitation.new.title': 'أنا جديد في {site}',
  'groups.invitation.new.mailed': 'قل ما اسمك واختر كلمة مرور. حسابك للعنوان {email}.',
  'groups.invitation.new.link': 'نرسل رسالة إلى عنوانك، وزرّها يفتح حسابك فتكون في المجموعة.',
  'groups.invitation.new.do': 'افتح حسابي وانضم',
  'groups.invitation.new.ask': 'افتح حسابًا',
  'groups.invitation.known.title': 'لي حساب هنا',
  'groups.invitation.known.do': 'سجّل الدخول وانضم',
  'accounts.intent.groups.join': 'متى دخلت حسابك تكون في المجموعة، ولا حاجة إلى أن تضغط من جديد.',
  'accounts.intent.groups.ask': 'متى دخلت حسابك يصل المجموعةَ طلبُك للدخول، ولا حاجة إلى أن تضغط من جديد.',
  'accounts.intent.groups.accept': 'متى دخلت حسابك تكون في المجموعة التي دعتك، ولا حاجة إلى أن تضغط من جديد.',
  'accounts.intent.events.rsvp': 'متى دخلت حسابك يُعرف أنك قادم إلى الفعالية، ولا حاجة إلى أن تضغط من جديد.',
  'events.rsvp.sign-in': 'أنا عضو: سجّل الدخول وأخبرهم أنني قادم',
  'error.groups.too-many-addresses': 'هذه أكثر من {most} عنوان في المرة. أرسلها على دفعات.',
  'error.groups.invite-unvouched': 'إلى أن يزكّي أحد مشرفي الموقع هذه المجموعة لا تكتب لأحد خارجها.',
  'error.groups.invitation-opens-no-account': 'هذه الدعوة تُدخل من له حساب هنا. لا تفتح حسابًا جديدًا الآن.',
  'mail.groups.invited.subject': 'أنت مدعو إلى {group}',
  'mail.groups.invited.heading': 'أنت مدعو',
  'mail.groups.invited.text':
    'تدعوك {group} إلى التنظيم معًا في {site}. يقود الزر إلى صفحة تفتح فيها حسابك أو تسجّل دخولك فتكون في المجموعة. تعمل الدعوة حتى {date}.',
  'mail.groups.invited.button': 'انظر الدعوة',
  'mail.groups.invited.footer':
    'كتب عنوانَك أحد أمناء {group}. إن لم ترد الانضمام فلا شيء عليك: يُنسى بعد شهر من ذلك اليوم.',
} as const satisfies Record<keyof typeof english, string>;
