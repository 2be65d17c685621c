import type { accounts as english } from '../en/accounts.ts';

export const accounts = {
  'accounts.field.name': 'اسمك',
  'accounts.field.name.hint': 'كما سيراه الآخرون هنا. لا يلزم أن يكون اسمك الكامل.',
  'accounts.field.email': 'بريدك الإلكتروني',
  'accounts.field.password': 'كلمة المرور',
  'accounts.field.password.new': 'كلمة المرور الجديدة',
  'accounts.field.password.current': 'كلمة مرورك الحالية',
  'accounts.field.password.hint': 'عشرة أحرف على الأقل. أربع كلمات متتالية يسهل تذكرها.',
  'accounts.field.language': 'اللغة',
  'accounts.field.time-zone': 'المنطقة الزمنية',

  'accounts.open.title': 'افتح حسابًا',
  'accounts.open.intro':
    'لتنضم إلى المجموعات وتشارك في المحادثات وتنظّم. التوقيع أو الإخبار بأنك ستحضر لا يحتاجان إلى حساب.',
  'accounts.open.do': 'افتح حسابي',
  'accounts.open.known': 'لديك حساب بالفعل؟',
  'accounts.open.invited': 'أنت مدعو إلى {site}.',
  'accounts.open.closed.title': 'لا حسابات جديدة في الوقت الحالي',
  'accounts.open.closed.text':
    'لا يفتح مشرفو {site} حسابات جديدة الآن. ما زال بإمكانك توقيع الحملات وحضور الفعاليات بلا حساب.',
  'accounts.open.invite-only.title': 'فتح الحسابات بالدعوة',
  'accounts.open.invite-only.text':
    'لفتح حساب في {site} تحتاج إلى دعوة من أحد مشرفيه أو من مجموعة فيه. توقيع الحملات وحضور الفعاليات لا يحتاجان إلى حساب.',
  'accounts.open.sent.title': 'راجع بريدك',
  'accounts.open.sent.text':
    'كتبنا إلى العنوان الذي أدخلته. افتح الرابط الذي في الرسالة خلال 24 ساعة فيصبح حسابك جاهزًا.',
  'accounts.sent.nothing': 'لم يصلك شيء بعد دقائق؟ ابحث في البريد غير المرغوب فيه، وتأكد من صحة العنوان.',
  'accounts.sent.again': 'ابدأ من جديد',

  'accounts.confirm.title': 'خطوة أخيرة',
  'accounts.confirm.text': 'بهذا يُفتح حساب {name} بالبريد {email}.',
  'accounts.confirm.do': 'نعم، هذا أنا',

  'accounts.sign-in.title': 'تسجيل الدخول',
  'accounts.sign-in.do': 'سجّل الدخول',
  'accounts.sign-in.forgot': 'نسيت كلمة المرور؟',
  'accounts.sign-in.new': 'ليس لديك حساب بعد؟',
  'accounts.sign-out.title': 'تسجيل الخروج',
  'accounts.sign-out.text': 'على جهاز مشترك، سجّل الخروج عندما تنتهي.',
  'accounts.sign-out.do': 'سجّل الخروج',

  'accounts.reset.title': 'ضع كلمة مرور جديدة',
  'accounts.reset.intro': 'أخبرنا ببريد حسابك وسنرسل إليك رابطًا.',
  'accounts.reset.do': 'أرسلوا إليّ رابطًا',
  'accounts.reset.sent.title': 'راجع بريدك',
  'accounts.reset.sent.text': 'كتبنا إلى العنوان الذي أدخلته. الرابط الذي في الرسالة صالح لساعة واحدة.',
  'accounts.reset.set.intro': 'للحساب ذي البريد {email}. سيُسجَّل خروجك من كل مكان آخر.',
  'accounts.reset.set.do': 'استخدم كلمة المرور هذه',

  'accounts.link-ended.title': 'هذا الرابط لم يعد صالحًا',
  'accounts.link-ended.again': 'اطلب رابطًا جديدًا',

  'accounts.own.title': 'حسابك',
  'accounts.own.about': 'عنك',
  'accounts.own.about.saved': 'حُفظ.',
  'accounts.own.email': 'البريد الإلكتروني',
  'accounts.own.email.now': 'تسجّل الدخول بالبريد {email}.',
  'accounts.own.email.waiting': 'كتبنا إلى {email}. ينتقل حسابك إليه عندما تفتح الرابط الذي في الرسالة.',
  'accounts.own.email.new': 'البريد الجديد',
  'accounts.own.email.do': 'غيّر بريدي',
  'accounts.own.email.changed': 'من الآن تسجّل الدخول ببريدك الجديد.',
  'accounts.own.password': 'كلمة المرور',
  'accounts.own.password.do': 'غيّر كلمة مروري',
  'accounts.own.password.changed': 'تغيّرت كلمة مرورك، وسُجّل خروجك من كل مكان آخر.',
  'accounts.own.sessions': 'أين أنت مسجّل الدخول',
  'accounts.own.sessions.short': 'الجلسات',
  'accounts.own.sessions.intro':
    'لا نحفظ نوع الجهاز ولا مكانه، بل هذه التواريخ فقط. إن لم يكن أحدها لك فسجّل خروجه وغيّر كلمة مرورك.',
  'accounts.own.sessions.since': 'منذ {date}',
  'accounts.own.sessions.last': 'آخر استخدام {date}',
  'accounts.own.sessions.this': 'هذا المتصفح',
  'accounts.own.sessions.end': 'سجّل الخروج',
  'accounts.own.sessions.ended': 'سُجّل الخروج هناك.',
  'accounts.own.site': 'إدارة هذا الموقع',
  'accounts.own.leave': 'حذف الحساب',
  'accounts.own.leave.do': 'احذف حسابي',
  'accounts.own.leave.text':
    'يُمحى حسابك فورًا مع عضوياتك وجلساتك. ما أعطيته لمجموعة عند التوقيع أو الحضور يبقى لديها حتى تطلب منها محوه. لا يمكن التراجع عن هذا.',
  'accounts.own.deleted.title': 'حُذف حسابك',
  'accounts.own.deleted.text': 'شكرًا على الوقت الذي منحته. ما زال بإمكانك التوقيع وحضور الفعاليات بلا حساب.',

  'accounts.email.title': 'بريدك الجديد',
  'accounts.email.text': 'من الآن سجّل الدخول بالبريد {email}.',
  'accounts.email.do': 'استخدم هذا البريد',

  'accounts.invitations.title': 'الدعوات',
  'accounts.invitations.intro':
    'تفتح كل دعوة حسابًا واحدًا وتصلح لأسبوعين. إذا أدخلت بريدًا أرسلناها نيابة عنك، ولا يستخدمها إلا صاحبه.',
  'accounts.invitations.email': 'بريد الشخص',
  'accounts.invitations.language': 'لغة الرسالة',
  'accounts.invitations.do': 'أنشئ دعوة',
  'accounts.invitations.made': 'هذه هي الدعوة. تظهر هذه المرة فقط: مرّرها الآن.',
  'accounts.invitations.link': 'رابط الدعوة',
  'accounts.invitations.empty': 'لا دعوات قيد الانتظار. أنشئ الأولى أعلاه.',
  'accounts.invitations.anyone': 'لمن يملك الرابط',
  'accounts.invitations.until': 'صالحة حتى {date}',
  'accounts.invitations.used': 'استُخدمت في {date}',
  'accounts.invitations.withdraw': 'اسحب الدعوة',
  'accounts.invitations.withdrawn': 'لم تعد الدعوة صالحة.',

  'error.accounts.suspended': 'أوقف أحد مشرفي الموقع هذا الحساب. وصلت إلى عنوانك رسالة تذكر السبب.',
  'error.accounts.suspend-yourself': 'لا يمكنك إيقاف حسابك أنت. اطلب ذلك من مشرف آخر للموقع.',
  'error.accounts.wrong-sign-in':
    'لم ينجح ذلك: البريد أو كلمة المرور غير صحيح، أو أن البريد لم يُؤكَّد بعد. راجعهما، أو ابحث في بريدك عن رابطنا.',
  'error.accounts.opening-closed': 'لا يفتح هذا الموقع حسابات جديدة الآن.',
  'error.accounts.invitation-needed': 'تحتاج إلى دعوة من أحد مشرفي هذا الموقع أو من مجموعة فيه لفتح حساب.',
  'error.accounts.invitation-other-email': 'هذه الدعوة لبريد آخر. استخدم البريد الذي وصلت إليه.',
  'error.accounts.link-ended': 'استُخدم هذا الرابط من قبل أو انتهى وقته. لم يتغيّر شيء، ويمكنك طلب رابط جديد.',
  'error.accounts.password-common':
    'يسهل تخمينها: فيها كلمات أو أسماء أو سنوات أو حروف متجاورة تُجرَّب أولًا. أربع كلمات لا صلة بينها يصعب تخمينها.',
  'error.accounts.password-is-email': 'هذا بريدك وغيرك يعرفه. فكّر في شيء آخر.',
  'error.accounts.password-wrong': 'هذه ليست كلمة مرورك.',
  'error.accounts.email-same': 'هذا بريدك بالفعل.',
  'error.accounts.email-taken': 'لهذا البريد حساب بالفعل. سجّل الدخول به أو ضع كلمة مرور جديدة.',
  'error.accounts.no-such-zone': 'لا نعرف هذه المنطقة الزمنية. اختر واحدة من القائمة.',
  'error.accounts.last-site-steward': 'أنت المشرف الوحيد على هذا الموقع. كلّف شخصًا آخر بالإشراف أولًا.',

  'mail.accounts.open.subject': 'افتح حسابك في {site}',
  'mail.accounts.open.heading': 'خطوة أخيرة',
  'mail.accounts.open.text':
    'طلب شخص ما، ونرجو أن يكون أنت، فتح حساب في {site} بهذا البريد. يقود الزر إلى صفحة توافق فيها، وهو صالح لمدة 24 ساعة.',
  'mail.accounts.open.button': 'افتح حسابي',
  'mail.accounts.open.footer': 'إن لم تكن أنت فاترك هذه الرسالة: لن يحدث شيء، وسننسى العنوان.',

  'mail.accounts.open-known.subject': 'لديك حساب بالفعل في {site}',
  'mail.accounts.open-known.heading': 'لديك حساب بالفعل',
  'mail.accounts.open-known.text':
    'طلب شخص ما، ونرجو أن يكون أنت، فتح حساب في {site} بهذا البريد. له حساب بالفعل: سجّل الدخول به. وإن نسيت كلمة المرور فيمكنك من هناك وضع كلمة جديدة.',
  'mail.accounts.open-known.button': 'سجّل الدخول',
  'mail.accounts.open-known.footer': 'إن لم تكن أنت فلا حاجة إلى فعل شيء: لم يتغيّر شيء.',

  'mail.accounts.invitation.subject': 'أنت مدعو إلى {site}',
  'mail.accounts.invitation.heading': 'أنت مدعو',
  'mail.accounts.invitation.text':
    'يدعوك مشرفو {site} إلى فتح حساب فيه لتنظّم مع غيرك. الدعوة صالحة لأسبوعين.',
  'mail.accounts.invitation.button': 'افتح حسابي',
  'mail.accounts.invitation.footer': 'إن لم ترغب فيها فاترك هذه الرسالة. لن نكتب إليك مرة أخرى بسببها.',

  'mail.accounts.reset.subject': 'ضع كلمة مرور جديدة في {site}',
  'mail.accounts.reset.heading': 'ضع كلمة مرور جديدة',
  'mail.accounts.reset.text':
    'طلب شخص ما، ونرجو أن يكون أنت، كلمة مرور جديدة لحسابك في {site}. يقود الزر إلى صفحة تضعها فيها، وهو صالح لساعة واحدة.',
  'mail.accounts.reset.button': 'ضع كلمة مرور جديدة',
  'mail.accounts.reset.footer': 'إن لم تكن أنت فاترك هذه الرسالة: تبقى كلمة مرورك كما هي.',

  'mail.accounts.reset-unknown.subject': 'لا حساب بهذا البريد في {site}',
  'mail.accounts.reset-unknown.heading': 'لا يوجد حساب بهذا البريد',
  'mail.accounts.reset-unknown.text':
    'طلب شخص ما، ونرجو أن يكون أنت، كلمة مرور جديدة في {site}، لكن لا حساب لهذا البريد هناك. ربما استخدمت عنوانًا آخر، أو يمكنك فتح حساب الآن.',
  'mail.accounts.reset-unknown.button': 'افتح حسابًا',
  'mail.accounts.reset-unknown.footer': 'إن لم تكن أنت فاترك هذه الرسالة: لم نحفظ عنوانك.',

  'mail.accounts.password-changed.subject': 'تغيّرت كلمة مرورك في {site}',
  'mail.accounts.password-changed.heading': 'تغيّرت كلمة مرورك',
  'mail.accounts.password-changed.text':
    'تغيّرت للتو كلمة مرور حسابك في {site}. إن كنت أنت من غيّرها فكل شيء على ما يرام.',
  'mail.accounts.password-changed.button': 'لم أكن أنا: ضع كلمة مرور جديدة',
  'mail.accounts.password-changed.footer': 'نكتب هذا كلما تغيّرت كلمة مرور، كي لا يفعلها أحد دون علمك.',

  'mail.accounts.email-change.subject': 'أكّد بريدك الجديد في {site}',
  'mail.accounts.email-change.heading': 'هل هذا بريدك الجديد؟',
  'mail.accounts.email-change.text':
    'طلب شخص ما، ونرجو أن يكون أنت، استخدام هذا البريد لحسابه في {site}. يقود الزر إلى صفحة توافق فيها، وهو صالح لمدة 24 ساعة.',
  'mail.accounts.email-change.button': 'استخدم هذا البريد',
  'mail.accounts.email-change.footer': 'إن لم تكن أنت فاترك هذه الرسالة: لن يحدث شيء.',

  'mail.accounts.email-taken.subject': 'لهذا البريد حساب بالفعل في {site}',
  'mail.accounts.email-taken.heading': 'لهذا البريد حساب بالفعل',
  'mail.accounts.email-taken.text':
    'طلب شخص ما، وربما أنت، استخدام هذا البريد لحساب آخر في {site}. له حسابه الخاص هناك، فلم يتغيّر شيء. لاستخدامه في الحساب الآخر احذف أولًا الحساب الذي له.',
  'mail.accounts.email-taken.footer': 'إن لم تكن أنت فلا حاجة إلى فعل شيء.',

  'mail.accounts.email-moving.subject': 'سيتغيّر بريد حسابك في {site}',
  'mail.accounts.email-moving.heading': 'سيتغيّر بريد حسابك',
  'mail.accounts.email-moving.text':
    'طلب شخص مسجّل الدخول إلى حسابك في {site} استخدام {email} من الآن. يحدث ذلك عند فتح الرابط المرسل إليه. إن لم تكن أنت فغيّر كلمة مرورك الآن: هذا يوقف الأمر.',
  'mail.accounts.email-moving.button': 'اذهب إلى حسابي',
  'mail.accounts.email-moving.footer': 'إن كنت أنت فلا حاجة إلى فعل شيء هنا.',

  'mail.accounts.suspended.subject': 'حسابك في {site} موقوف',
  'mail.accounts.suspended.heading': 'حسابك موقوف',
  'mail.accounts.suspended.text':
    'أوقف أحد مشرفي {site} حسابك، فلا يمكنك الدخول الآن. والسبب الذي ذكره: {reason}',
  'mail.accounts.suspended.footer': 'لم يُحذف شيء مما يخصك. إن رأيت في ذلك خطأ فاكتب إلى مشرفي الموقع.',
  'mail.accounts.suspension-lifted.subject': 'حسابك في {site} مفتوح من جديد',
  'mail.accounts.suspension-lifted.heading': 'يمكنك الدخول من جديد',
  'mail.accounts.suspension-lifted.text': 'رفع أحد مشرفي {site} الإيقاف عن حسابك.',
  'mail.accounts.suspension-lifted.button': 'ادخل',
  'mail.accounts.suspension-lifted.footer': 'كلمة مرورك لم تتغير.',
  'mail.accounts.reset-suspended.subject': 'لا كلمة مرور جديدة الآن',
  'mail.accounts.reset-suspended.heading': 'حسابك موقوف',
  'mail.accounts.reset-suspended.text':
    'طلب أحدهم كلمة مرور جديدة لحسابك في {site}. الحساب موقوف فلا يمكن تعيينها، وتذكر رسالة سابقة السبب.',
  'mail.accounts.reset-suspended.footer': 'إن لم تكن أنت، فلا حاجة إلى فعل شيء.',
  'mail.accounts.deleted.subject': 'حُذف حسابك في {site}',
  'mail.accounts.deleted.heading': 'حُذف حسابك',
  'mail.accounts.deleted.text':
    'حُذف حسابك في {site} كما طلبت، مع عضوياتك وجلساتك. ما أعطيته لمجموعة عند التوقيع أو الحضور يبقى لديها حتى تطلب منها محوه.',
  'mail.accounts.deleted.footer': 'هذه آخر رسالة بشأنه.',
  'accounts.own.openings': 'رسائل إليك فُتحت',
  'accounts.own.openings.intro':
    'يستطيع القائمون على الموقع فتح بريد لم يخرج بعد. تُذكر كل مرة هنا ثلاثة أشهر.',
  'accounts.own.openings.words': 'فتح {name} رسالة بتاريخ {written} من دون روابطها في {opened}.',
  'accounts.own.openings.links': 'فتح {name} رسالة بتاريخ {written} مع روابطها في {opened} لتسليمها.',
  'accounts.own.openings.gone': 'شخص لم يعد له حساب',
  'accounts.open.rules': 'من يفتح حسابًا يلتزم',
  'accounts.open.rules.link': 'قواعد هذا الموقع',
} satisfies Record<keyof typeof english, string>;
