export const stewardsMail = {
  'stewards.outbox.smtp':
    'يخرج البريد عبر SMTP. ما أُرسل يُمحى هنا ولا تبقى إلا حالته. وما ينتظر يمكن فتحه من دون روابطه؛ يُسجَّل ذلك ويُبلَّغ به من كُتب إليه.',
  'stewards.outbox.kept':
    'لم يُعيَّن خادم بريد (SMTP_URL)، فيبقى البريد هنا. من يحتاج إلى رابط يأخذه منك: افتح الرسالة وسلّمه إياه. يُسجَّل ذلك ويُبلَّغ به من كُتبت إليه.',
  'stewards.held': 'بريد محجوز',
  'stewards.held.text':
    'العناوين التي كتبها أحدهم ولم يؤكدها أحد لا يصلها من الموقع إلا القليل. ما زاد على ذلك ينتظر: حتى يتسع له اليوم أو يُؤكَّد العنوان، وثلاثة أيام على الأكثر.',
  'stewards.held.by.mailbox':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} إلى صناديق نالت نصيبها من اليوم، وينتظر منها {waiting, number}.',
  'stewards.held.by.group':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} فوق ما يجوز لمجموعة واحدة أن ترسله في اليوم إلى عناوين لم تُؤكَّد، وينتظر منها {waiting, number}.',
  'stewards.held.by.site':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} فوق ما يجوز للموقع أن يرسله في اليوم إلى عناوين لم تُؤكَّد، وينتظر منها {waiting, number}.',
  'stewards.held.by.unvouched':
    '{count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} من مجموعة لم يزكّها مشرف إلى من هم خارجها، وينتظر منها {waiting, number}.',
  'stewards.outbox.empty.text': 'عندما يوقّع أحد أو يحضر أو يفتح حسابًا، تظهر هنا الرسالة الموجهة إليه.',
  'stewards.outbox.all': 'كل البريد',
  'stewards.outbox.refused': 'ما رُفض فقط',
  'stewards.outbox.refused.empty': 'لم يُرفض شيء خلال شهر.',
  'stewards.outbox.erased': 'مُحي بعد الإرسال',
  'stewards.outbox.to': 'إلى {address}',
  'stewards.outbox.attachment': 'مرفق: {name}',
  'stewards.outbox.state.held': 'محجوزة',
  'stewards.outbox.state.promised': 'في الانتظار',
  'stewards.outbox.state.sent': 'أُرسلت',
  'stewards.outbox.state.kept': 'محفوظة هنا',
  'stewards.outbox.state.refused': 'رُفضت',
  'stewards.outbox.trial':
    'لم يُعيَّن خادم بريد ولا حساب بعدُ لشخص حقيقي، فتُظهر الرسائل روابطها. وينتهي ذلك مع أول حساب لمن لا يدير الموقع.',
  'stewards.outbox.search': 'البحث عن البريد إلى عنوان واحد',
  'stewards.outbox.search.hint': 'العنوان كاملًا. ما أُرسل لم يعد يحمله.',
  'stewards.outbox.search.do': 'بحث',
  'stewards.outbox.search.empty': 'لا بريد هنا يحمل هذا العنوان. ربما أُرسل، وحينها لا يعرف أحد إلى من.',
  'stewards.outbox.erased.text': 'مُحيت كلمات هذا البريد: أُرسل أو تُرك.',
  'stewards.outbox.closed': 'هذه الرسالة مغلقة: هي إلى شخص آخر.',
  'stewards.outbox.open': 'افتح الرسالة',
  'stewards.outbox.open.confirm':
    'ترى كلماتها من دون الروابط التي تنوب عمّن كُتبت إليه. يُسجَّل ذلك باسمك ويُبلَّغ به ذلك الشخص.',
  'stewards.outbox.hand-over': 'أظهر روابطها لتسليمها',
  'stewards.outbox.hand-over.confirm':
    'من يملك رابطًا كهذا يتصرف باسم من كُتبت إليه الرسالة. لا تعطه لأحد سواه. يُسجَّل ذلك باسمك ويُبلَّغ به ذلك الشخص.',
  'stewards.outbox.hand-over.mine': 'الرسالة إليك. ويُسجَّل أنك أخذت روابطها من هنا.',
  'stewards.outbox.opened': 'سُجِّل أنك فتحت هذه الرسالة، ويُبلَّغ بذلك من كُتبت إليه.',
  'stewards.outbox.link-hidden': 'الرابط مخفي',
  'error.stewardship.letter-erased': 'مُحيت كلمات هذا البريد، فلا يمكن فتحه.',
  'mail.letter-opened.subject': 'فُتحت رسالة إليك',
  'mail.letter-opened.heading': 'فتح أحدهم رسالة إليك',
  'mail.letter-opened.words':
    'فتح أحد القائمين على {site} رسالة من الموقع إليك قبل خروجها. استطاع قراءة كلماتها، وظلّت روابطها مخفية عنه.',
  'mail.letter-opened.links':
    'فتح أحد القائمين على {site} رسالة من الموقع إليك مع روابطها. إن لم يكن ذلك لتسليمها إليك فضع كلمة سر جديدة.',
  'mail.letter-opened.more':
    'من كان ومتى تجده في صفحة حسابك. يصلك هذا البريد مرة في اليوم على الأكثر مهما تكرر الأمر.',
  'mail.letter-opened.button': 'اطّلع عليه في حسابي',
  'mail.test.subject': 'بريد {site} يصل',
  'mail.test.heading': 'البريد يصل',
  'mail.test.text':
    'طلب أحد القائمين على {site} هذا البريد من صفحة «هذا الموقع»: أنت. إن كنت تقرؤه فالبريد يخرج. وانظر أين وصل: في الوارد أم مع غير المرغوب؟',
  'stewards.test-mail': 'تجربة البريد',
  'stewards.test-mail.text': 'بريد إلى {address}، وهنا ما قاله خادم البريد.',
  'stewards.test-mail.do': 'أرسل إليّ بريدًا تجريبيًا',
  'stewards.test-mail.waits': 'طُلب {when}. يخرج حالما يأخذه عامل.',
  'stewards.test-mail.taken': 'قبله خادم البريد {when} وقال:',
  'stewards.test-mail.refused': 'لم يخرج البريد {when}. وهذا ما قيل:',
  'stewards.test-mail.unset': 'لم يُعيَّن خادم بريد، فلا شيء يُجرَّب. من يشغّل الخادم يعيّن SMTP_URL.',
  'error.stewardship.no-mail-server': 'لم يُعيَّن خادم بريد، فلا يمكن تجربة بريد.',
  'mail.groups-wait.subject':
    '{count, plural, zero {لا مجموعة تنتظر} one {مجموعة تنتظر} two {مجموعتان تنتظران} few {# مجموعات تنتظر} many {# مجموعة تنتظر} other {# مجموعة تنتظر}} كلمة منك',
  'mail.groups-wait.heading': 'أهي ما تقول؟',
  'mail.groups-wait.text':
    'على {site} {count, plural, zero {لا مجموعة تنتظر} one {مجموعة واحدة تنتظر} two {مجموعتان تنتظران} few {# مجموعات تنتظر} many {# مجموعة تنتظر} other {# مجموعة تنتظر}} من يشهد لها. حتى ذلك الحين لا يراها إلا أعضاؤها ولا تكتب لأحد خارجها. يصلك هذا البريد مرة في اليوم على الأكثر.',
  'mail.groups-wait.button': 'انظر من ينتظر',
  'stewards.groups.waiting.all': 'انظر كل من ينتظر',
} as const;
