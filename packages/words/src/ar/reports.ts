/** البلاغات: ما يقول الناس إنه لا ينبغي أن يكون، وما يتقرّر بشأنه. */
export const reports = {
  'reports.link': 'إبلاغ',
  'reports.link.campaign': 'الإبلاغ عن هذه الحملة',
  'reports.link.event': 'الإبلاغ عن هذه الفعالية',
  'reports.link.group': 'الإبلاغ عن هذه المجموعة',
  'reports.link.listing': 'الإبلاغ عن هذا',
  'reports.kind.message': 'رسالة',
  'reports.kind.comment': 'تعليق',
  'reports.kind.campaign': 'حملة',
  'reports.kind.event': 'فعالية',
  'reports.kind.group': 'مجموعة',
  'reports.kind.listing': 'طلب أو عرض',
  'reports.kind.update': 'خبر عن حملة',
  'reports.direct': 'محادثة مباشرة',
  'reports.words': 'الكلمات كما كانت',
  'reports.of-group': 'في {group}',

  'reports.form.title': 'الإبلاغ عن هذا',
  'reports.form.goes.moderators':
    'يقرؤه من يشرفون على الحوار في {group}، مع الكلمات كما هي الآن. وإن كان كاتبها منهم لم يقرأه هو، وقرأه مشرفو هذا الموقع أيضًا.',
  'reports.form.goes.stewards': 'يقرؤه مشرفو هذا الموقع، مع الكلمات كما هي الآن ولا شيء مما حولها.',
  'reports.form.quiet':
    'لا يُقال لأحد من أبلغ. يحفظ سجلّنا رقم حسابك إن كنت قد سجّلت الدخول، دون أي اسم. وبعد مدة من القرار تُمحى الكلمات.',
  'reports.form.note': 'ما المشكلة فيه؟',
  'reports.form.note.hint': 'يقرؤها من يقرّر. لا تكتب ما يدلّ على هويتك.',
  'reports.form.send': 'أبلغ عنه',
  'reports.form.back': 'العودة إلى موضعه',
  'reports.form.sent.title': 'شكرًا لك',
  'reports.form.sent': 'تم الإبلاغ. يراه من يقرّر بشأنه في قائمته.',
  'reports.form.mine': 'هذه كلماتك أنت. يمكنك تغييرها أو إزالتها في موضعها.',
  'reports.form.nothing': 'لم يعد هنا ما يُبلَّغ عنه.',

  'reports.title': 'البلاغات',
  'reports.waiting':
    '{count, plural, zero {لا بلاغات تنتظر} one {بلاغ واحد ينتظر} two {بلاغان ينتظران} few {# بلاغات تنتظر} many {# بلاغًا ينتظر} other {# بلاغ ينتظر}}',
  'reports.intro':
    'يرى هذا من يشرفون على الحوار في {group}. لا يقرّر أحد في كلماته هو، وما كتبه أحد المشرفين هنا يقرؤه مشرفو هذا الموقع أيضًا.',
  'reports.intro.site':
    'المجموعات، ورسائل المحادثات المباشرة، وما كتبه من يشرف على الحوار في مجموعته. وما عدا ذلك يقرّر فيه المشرفون هناك.',
  'reports.open': 'بانتظار القرار',
  'reports.open.empty': 'حين يبلّغ أحد عن رسالة أو تعليق أو حملة أو فعالية، ينتظر البلاغ هنا.',
  'reports.open.empty.site':
    'حين يبلّغ أحد عن مجموعة أو رسالة مباشرة أو كلمات أحد المشرفين، ينتظر البلاغ هنا.',
  'reports.decided': 'تقرّر بشأنها',
  'reports.by': 'كتبها {name}',
  'reports.makers':
    '{count, plural, zero {لم يبلّغ عنه أحد} one {أبلغ عنه شخص واحد} two {أبلغ عنه شخصان} few {أبلغ عنه # أشخاص} many {أبلغ عنه # شخصًا} other {أبلغ عنه # شخص}}',
  'reports.strangers':
    '{count, plural, zero {لا أحد بلا حساب} one {واحد بلا حساب} two {اثنان بلا حساب} few {# بلا حساب} many {# بلا حساب} other {# بلا حساب}}',
  'reports.to-site': 'يقرؤه مشرفو هذا الموقع أيضًا، لأن كاتبه ممن يشرفون على الحوار هنا.',
  'reports.to-site.steward':
    'كتبه أحد من يشرفون على الحوار في مجموعته. ويقرؤه المشرفون هناك أيضًا، ما عدا كاتبه.',
  'reports.since': 'منذ {date}',
  'reports.erased': 'مُحيت الكلمات.',
  'reports.nobody': 'شخص غادر',
  'reports.site': 'مشرفو هذا الموقع',
  'reports.deed.hide': 'أُخفي',
  'reports.deed.remove': 'أُزيل',
  'reports.deed.dismiss': 'تُرك كما كان',
  'reports.decided-by': '{name}، {date}',
  'reports.why': 'السبب: {reason}',
  'reports.back': 'كل البلاغات',
  'reports.see': 'انظره في موضعه',
  'reports.said': 'ما قاله الناس عنه',
  'reports.became': 'كانت الكلمات قد صارت حينها:',
  'reports.notes.none': 'لم يكتب أحد ما المشكلة فيه.',

  'reports.decide': 'ماذا يحدث',
  'reports.decide.hide': 'إخفاؤه',
  'reports.decide.hide.hint': 'لا يراه إلا كاتبه ومن يشرفون على الحوار. يمكنك إظهاره من جديد.',
  'reports.decide.hide.hint.page':
    'لا يراه إلا من يشرفون على الحوار في مجموعته. لا يجمع أسماء ولا ردودًا ولا يُرسل بشأنه بريد. يمكنك إظهاره من جديد.',
  'reports.decide.hide.hint.group': 'لا يراها إلا أمناؤها، ولا يُكتب فيها جديد. يمكنك إظهارها من جديد.',
  'reports.decide.remove': 'إزالته',
  'reports.decide.remove.hint': 'تُمحى الكلمات لدى الجميع، ولا رجعة في ذلك.',
  'reports.decide.dismiss': 'تركه',
  'reports.decide.dismiss.hint': 'يبقى كل شيء كما هو. يمكنك أن تقرّر من جديد.',
  'reports.decide.reason': 'السبب',
  'reports.decide.reason.hint': 'يقرؤه الكاتب إن أُخفي شيء أو أُزيل، ويقرؤه كل من يشرف على الحوار هنا.',
  'reports.decide.reason.hint.page':
    'يقرؤه من بدأه في رسالة بريد إن أُخفي أو أُزيل، ويقرؤه كل من يشرف على الحوار هنا.',
  'reports.decide.reason.hint.group': 'يقرؤه أمناء المجموعة في رسالة بريد إن أُخفيت.',
  'reports.decide.do': 'قرّر',
  'reports.reopen': 'التراجع عن القرار',
  'reports.reopen.hint': 'يظهر ما أُخفي من جديد، وينتظر البلاغ كما كان.',
  'reports.reopen.not': 'قرّر هذا أحد مشرفي الموقع، ولا يتراجع عنه إلا هم.',
  'reports.done.hide': 'تم الإخفاء.',
  'reports.done.remove': 'تمت الإزالة.',
  'reports.done.dismiss': 'تُرك كما كان.',
  'reports.done.reopened': 'تم التراجع عن القرار.',
  'reports.hidden': 'مخفي',
  'mail.reports.campaign.hide': 'أُخفيت حملتك «{title}»',
  'mail.reports.campaign.hide.text':
    'أبلغ أحدهم عنها. لا يراها الآن إلا من يشرفون على الحوار في {group}، ولا تجمع أسماء، ولا تُرسل أخبارها إلى أحد.',
  'mail.reports.campaign.show': 'عادت حملتك «{title}»',
  'mail.reports.campaign.show.text':
    'تم التراجع عن قرار إخفائها. يراها من جديد كل من كان يراها من قبل، داخل {group} وخارجها.',
  'mail.reports.event.hide': 'أُخفيت فعاليتك «{title}»',
  'mail.reports.event.hide.text':
    'أبلغ أحدهم عنها. لا يراها الآن إلا من يشرفون على الحوار في {group}، ولا تقبل ردودًا، ولا يُذكَّر بها أحد.',
  'mail.reports.event.show': 'عادت فعاليتك «{title}»',
  'mail.reports.event.show.text':
    'تم التراجع عن قرار إخفائها. يراها من جديد كل من كان يراها من قبل، داخل {group} وخارجها.',
  'mail.reports.listing.hide': 'أُخفي «{title}»',
  'mail.reports.listing.hide.text':
    'أبلغ أحدهم عنه. لا تراه الآن إلا مجموعتك، ولا يجيب عنه أحد. قرّر ذلك من يشرفون على الحوار في {group}.',
  'mail.reports.listing.show': 'عاد «{title}»',
  'mail.reports.listing.show.text': 'تم التراجع عن قرار إخفائه. يراه من جديد كل من كان يراه من قبل.',
  'mail.reports.update.hide': 'رُفع خبرك «{title}» عن الصفحة',
  'mail.reports.update.hide.text': 'أبلغ عنه أحد، فرفعه عن صفحة الحملة من يبتّون في ذلك لدى {group}.',
  'mail.reports.update.show': 'عاد خبرك «{title}»',
  'mail.reports.update.show.text': 'تم التراجع عن قرار رفعه. هو الآن من جديد على صفحة الحملة لدى {group}.',
  'mail.reports.comment.hide': 'رُفع تعليقك على «{title}» عن الصفحة',
  'mail.reports.comment.hide.text':
    'أبلغ أحدهم عنه، فرفع من يقرّرون في {group} اسمك وتعليقك عن الصفحة. ويبقى اسمك محسوبًا.',
  'mail.reports.comment.show': 'عاد تعليقك على «{title}»',
  'mail.reports.comment.show.text': 'تم التراجع عن قرار إخفائه. عاد اسمك وتعليقك إلى صفحة {group}.',
  'mail.reports.comment.remove': 'أُزيل تعليقك على «{title}»',
  'mail.reports.comment.remove.text':
    'أبلغ أحدهم عنه، فمحاه من يقرّرون في {group}. يبقى اسمك محسوبًا ولا يُعرض.',
  'mail.reports.appeal': 'إن رأيت أن هذا خطأ، فأخبر من يشرفون على الحوار في {group} أو مشرفي {site}.',
  'mail.reports.button': 'انظره',

  'error.reports.decided': 'قرّر أحدهم في هذا البلاغ أثناء ذلك. أعد تحميل الصفحة لترى كيف.',
  'error.reports.newer': 'أُبلغ عنه من جديد بعد ذلك. قرّر في البلاغ الأحدث بدلًا منه.',
} as const;
