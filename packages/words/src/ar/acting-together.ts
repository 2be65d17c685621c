import type { actingTogether as english } from '../en/acting-together.ts';

export const actingTogether = {
  'campaigns.sign.owner.link':
    'وصلت عن طريق {group}: اسمك وعنوانك يذهبان إليها. {home} تدير هذه الحملة، وتعرف كم شخصًا وقّع.',
  'campaigns.sign.owner.home':
    'اسمك وعنوانك يذهبان إلى {group} التي تدير هذه الحملة. أما المجموعات التي تساندها فتعرف كم شخصًا وقّع.',
  'campaigns.sign.share.hint': 'يمكنك إيقاف كل منهم على حدة. ولا بأس إن تركتها كلها فارغة.',
  'campaigns.sign.share': 'لهؤلاء أن يحفظوا اسمي وعنواني وأن يراسلوني:',
  'campaigns.sign.share.home': 'تدير هذه الحملة.',
  'campaigns.sign.share.beside': 'تساندها.',
  'campaigns.brought-by-tens': 'الأسماء التي تصل عن طريق مجموعات أخرى تُضاف عشرة عشرة.',
  'campaigns.own.goes': 'اسمك وعنوانك يذهبان إلى {group}.',
  'campaigns.own.ticked': 'اختيرت مع اسمك وعنوانك. أزل منها ما لا تريد أن يصلها ذلك.',
  'campaigns.sign.email.hint.choice': 'لا حاجة إلى حساب. لا يراه غير {group} إلا من تختاره أدناه.',
  'campaigns.own.shares': 'لدى هذه المجموعات أيضًا اسمك وعنوانك لأنك اخترتها:',
  'campaigns.own.shares.stop': 'أوقف بريدها',

  'campaigns.held.brought': 'وصل بعضها عن طريق مجموعات أخرى: تُعدّ إلى العشرة التالية ولا تُسمّى.',
  'campaigns.held.some-domain': 'مزوّد واحد',
  'campaigns.manage.brought': 'وصلوا عن طريق مجموعات أخرى، بالعشرات',
  'campaigns.manage.sponsors.declined': 'رفضت',
  'campaigns.manage.sponsors.left': 'لم تعد',
  'campaigns.manage.sponsors.word': 'كلمة إليهم',
  'campaigns.manage.sponsors.word.hint': 'يقرؤونها مع السؤال.',
  'campaigns.manage.sponsors.former': 'كان اسمها {name} حين وافقت.',
  'campaigns.manage.sponsors.figures': 'ما وصل عن طريق كل مجموعة',
  'campaigns.manage.sponsors.drop.sure':
    'يُرفع اسمها عن الصفحة. من وصل عن طريقها يبقى لها ويبقى محسوبًا، وما نشرته يبقى مكانه باسمها.',
  'campaigns.wrote': 'كتبوا: {word}',
  'campaigns.names.others': 'من وصل عن طريق مجموعة أخرى هو من ناسها: اسمه عندها، وليس في هذه القائمة.',
  'campaigns.field.sharing': 'ماذا تنال المجموعات التي تساندها؟',
  'campaigns.field.sharing.totals': 'الأعداد فقط: تعرف كل مجموعة كم، ولا ترى اسمًا غير أسماء ناسها',
  'campaigns.field.sharing.choice': 'ما يختاره كل شخص: في الاستمارة خانة لكل مجموعة، ولا واحدة منها مؤشَّرة',
  'campaigns.field.sharing.hint': 'يبقى كما هو متى وقّع أحد، لأن ذلك ما قيل له.',

  'campaigns.sponsorships.word': 'كلمة مع جوابكم',
  'campaigns.sponsorships.open': 'رابطكم وما وصل عن طريقه',
  'campaigns.sponsorships.leave.sure':
    'يُرفع اسمكم عن صفحتها. من وصل عن طريق رابطكم يبقى لكم، وما نشرتموه يبقى مكانه باسمكم إلا إذا رفعتموه.',
  'campaigns.alongside': 'من يساندها',
  'campaigns.alongside.figures': 'المجموعات وروابطها وما وصل عن طريقها',
  'campaigns.alongside.by-tens':
    'أرقامكم دقيقة. أما أرقام المجموعات الأخرى فتُقرَّب إلى الأدنى، وما دون العشرة يُكتب «أقل من 10».',
  'campaigns.alongside.group': 'المجموعة',
  'campaigns.alongside.link': 'رابطها',
  'campaigns.alongside.visits': 'الزيارات',
  'campaigns.alongside.signed': 'وقّعوا',
  'campaigns.alongside.came': 'حضروا',
  'campaigns.alongside.since': 'منذ',
  'campaigns.alongside.home': 'صاحبة الحملة',
  'campaigns.alongside.own': 'مجموعتكم',
  'campaigns.alongside.about': 'نحو {count, number}',
  'campaigns.alongside.whose': 'لمن يكون من يوقّعون؟',
  'campaigns.alongside.whose.text':
    'من يوقّع يكون للمجموعة التي جاء برابطها، وإلا فللمجموعة صاحبة الحملة؛ وتقول الاستمارة ذلك قبل التوقيع. والشخص نفسه عن طريق مجموعتين يُحسب مرة واحدة.',
  'campaigns.alongside.totals': 'الأعداد فقط: تعرف كل مجموعة كم، ولا ترى اسمًا غير أسماء ناسها.',
  'campaigns.alongside.choice':
    'ما يختاره كل شخص: في الاستمارة خانة لكل مجموعة، ولا واحدة منها مؤشَّرة. لا يعبر اسم إلا حيث اختار صاحبه.',
  'campaigns.alongside.yours': 'رابطكم',
  'campaigns.alongside.yours.text':
    'كل من يوقّع عن طريقه يكون من ناس مجموعتكم ويُحسب لكم. اطبعوا الرمز أو مرّروا الرابط.',
  'campaigns.alongside.gone': 'رابطكم لم يعد موجودًا. أنشئوا غيره بين روابط مجموعتكم.',
  'campaigns.alongside.qr': 'رمز QR للطباعة',
  'campaigns.alongside.plan': 'نظّموا فعالية لأجلها',

  'error.campaigns.owner-changed':
    'تغيّرت مجموعات هذه الحملة وأنت تكتب. اقرأ أدناه لمن يذهب اسمك الآن، ثم أرسله مرة أخرى.',
  'error.campaigns.sponsor-said-no': 'رفضت هذه المجموعة. يمكن سؤالها ثانيةً بعد ثلاثين يومًا من ذلك.',
  'error.campaigns.sharing-fixed': 'لقد وقّع أحد وقيل له كيف هو الأمر. يبقى كذلك لهذه الحملة.',

  'mail.campaigns.sponsor-asked.subject': '{group} تطلب مساندتكم: {title}',
  'mail.campaigns.sponsor-asked.heading': 'أتساندون حملة؟',
  'mail.campaigns.sponsor-asked.text':
    'تطلب {group} من مجموعتكم أن تساند «{title}». متى وافقتم صار لكم رابط خاص: من يوقّع عن طريقه يكون من ناس مجموعتكم.',
  'mail.campaigns.sponsor-accepted.subject': '{group} تساندكم: {title}',
  'mail.campaigns.sponsor-accepted.heading': 'الجواب نعم',
  'mail.campaigns.sponsor-accepted.text': '{group} تساند «{title}» من الآن.',
  'mail.campaigns.sponsor-declined.subject': '{group} ترفض: {title}',
  'mail.campaigns.sponsor-declined.heading': 'الجواب لا',
  'mail.campaigns.sponsor-declined.text': '{group} لا تساند «{title}» في الوقت الحاضر.',
  'mail.campaigns.sponsor-left.subject': '{group} لم تعد تساندكم: {title}',
  'mail.campaigns.sponsor-left.heading': 'غادرت مجموعة',
  'mail.campaigns.sponsor-left.text': '{group} لم تعد تساند «{title}». من جاءت بهم يبقون لها ويبقون محسوبين.',
  'mail.campaigns.sponsor-dropped.subject': 'لم تعودوا تساندون: {title}',
  'mail.campaigns.sponsor-dropped.heading': 'رُفع اسمكم عن حملة',
  'mail.campaigns.sponsor-dropped.text':
    'رفعت {group} مجموعتكم عن «{title}». من وصل عن طريق رابطكم يبقى لكم ويبقى محسوبًا.',

  'campaigns.manage.sponsors.post': 'للمجموعات التي تساندها أن تنشر على صفحتها',
  'campaigns.manage.sponsors.post.hint':
    'كل واحدة باسمها، ولكم أن ترفعوه. وما نُشر يبقى إن غيّرتم هذا أو غادرت مجموعة.',
  'campaigns.sponsorships.may-post': 'لمن يساندها أن ينشر على صفحتها باسم مجموعته.',
  'campaigns.updates.by': 'كتبته {group}، لا {home}',
  'campaigns.updates.off.home': 'مرفوع عن الصفحة: رفعه من يديرون هذه الحملة. لا يراه غيرهم وغير من كتبه.',
  'campaigns.updates.off.writer': 'مرفوع عن الصفحة: رفعته المجموعة التي كتبته. لا يراه أحد غيرها.',
  'campaigns.updates.take-off': 'ارفعه عن الصفحة',
  'campaigns.updates.put-back': 'أعده إليها',
  'campaigns.news.by': 'من {group}',
  'campaigns.news.off': 'مرفوع عن الصفحة',
  'campaigns.alongside.news': 'ما تقوله مجموعتكم على صفحتها',
  'campaigns.alongside.news.text':
    'يظهر فورًا على صفحة الحملة باسم مجموعتكم. لا يُراسَل أحد: كل مجموعة تكتب إلى ناسها. ويبقى هناك إن غادرتم، إلا إذا رفعتموه.',
  'campaigns.alongside.news.closed':
    'المجموعة التي تدير هذه الحملة لا تدع غيرها ينشر على صفحتها. ما نشرتموه من قبل يبقى هناك باسمكم، إلا إذا رفعتموه.',
  'campaigns.alongside.news.not-now': 'لا يمكن النشر هناك في الوقت الحاضر.',
  'campaigns.alongside.news.unlisted': 'مجموعتكم ليست في القوائم، فلا يرى ما تنشرونه إلا أعضاؤكم.',
  'campaigns.alongside.news.posted': 'صار على صفحة الحملة.',
  'error.campaigns.sponsors-post-not': 'المجموعة التي تدير هذه الحملة لا تدع غيرها ينشر على صفحتها.',
  'mail.campaigns.sponsor-asked.may-post': 'للمجموعات التي تساندها أن تنشر على صفحتها، كل واحدة باسمها.',
  'mail.campaigns.sponsor-posted.subject': '{group} نشرت على حملتكم: {title}',
  'mail.campaigns.sponsor-posted.heading': 'خبر من مجموعة تساندكم',
  'mail.campaigns.sponsor-posted.text':
    '{group} نشرت على صفحة «{title}» باسمها. لم يُراسَل أحد ممن وقّعوا. لكم أن ترفعوه عن الصفحة هناك.',
  'mail.campaigns.sponsor-unposted.subject': 'أُزيل من الصفحة: ما نشرتموه في {title}',
  'mail.campaigns.sponsor-unposted.heading': 'أُزيل ما نشرتموه',
  'mail.campaigns.sponsor-unposted.text':
    'أزالت {group} من صفحة «{title}» ما نشرته مجموعتكم. ما زال يقرؤه من يديرون الحملة ومجموعتكم. اسألوهم عن السبب، أو اسحبوه أنتم.',
} as const satisfies Record<keyof typeof english, string>;
