export const domains = {
  'groups.domain.title': 'البريد من نطاقكم الخاص: {group}',
  'groups.domain.link': 'البريد من نطاقكم الخاص',
  'groups.domain.intro':
    'يخرج بريد مجموعتكم باسمها من {address}، وهو عنوان الموقع. إن كان لمجموعتكم نطاق، فيمكن أن يأتي البريد من عنوان لها: يرى الناس من يكتب، وتبقى لكم السمعة الطيبة التي تكسبها رسائلكم حين تنتقلون.',
  'groups.domain.who': 'رسائل التأكيد لمن لم يثبتوا عنوانهم بعد تأتي من الموقع كما كانت.',
  'groups.domain.empty':
    'لم يُدخَل أي نطاق بعد. تحتاجون إلى نطاق مثل eastside.example، وإلى من يستطيع تغيير سجلات DNS الخاصة به.',
  'groups.domain.field': 'نطاقكم',
  'groups.domain.field.hint': 'مثل eastside.example، دون www.',
  'groups.domain.local-part': 'الاسم قبل @',
  'groups.domain.local-part.hint':
    'مثل hello. ليكن هناك من يقرأ ما يصل إلى هذا العنوان: إليه تذهب الردود، ما لم تذكر إعداداتكم عنوانًا آخر.',
  'groups.domain.enter': 'إلى السجل',
  'groups.domain.change': 'تغيير العنوان أو النطاق',
  'groups.domain.change.text':
    'اسم آخر قبل @ يسري فورًا. أما نطاق آخر فله سجل خاص به، ويخرج البريد من عنوان الموقع إلى أن يوجد ذلك السجل.',
  'groups.domain.entered': 'أُدخل العنوان. ضعوا الآن السجل أدناه.',
  'groups.domain.removed': 'أُزيل النطاق. يخرج البريد من عنوان الموقع من جديد. أزيلوا السجل من DNS أيضًا.',
  'groups.domain.looked': 'نظرنا في DNS للتو.',
  'groups.domain.state.proven': 'يخرج البريد من {address}.',
  'groups.domain.state.entered': 'لا يخرج البريد من {address} بعد: يجب أن يوجد السجل أدناه أولا.',
  'groups.domain.state.lost':
    'لم يوجد سجل {domain} في نظرتين بينهما ساعة. إلى أن يعود، يخرج البريد من عنوان الموقع. ضعوا السجل أدناه من جديد.',
  'groups.domain.found.here': 'السجل موجود، وفيه المفتاح الصحيح. وقت النظر: {date}.',
  'groups.domain.found.missing':
    'لا سجل بهذا الاسم. قد يحتاج التغيير إلى ساعة حتى يُعرف في كل مكان. وقت النظر: {date}.',
  'groups.domain.found.other':
    'يوجد سجل بهذا الاسم، لكنه غير السجل أدناه: ضعوا القيمة كما هي كاملة. وقت النظر: {date}.',
  'groups.domain.found.several':
    'توجد عدة سجلات بهذا الاسم. أبقوا السجل أدناه وحده، وإلا أخذ المستقبلون أيا منها. وقت النظر: {date}.',
  'groups.domain.found.unreachable': 'لم يجب DNS، فلا يمكننا أن نعرف. حاولوا بعد قليل. وقت النظر: {date}.',
  'groups.domain.found.held':
    'السجل موجود. لكن مجموعة أخرى في هذا الموقع تكتب من {domain}، ولا يستعمل النطاق إلا مجموعة واحدة في وقت واحد.',
  'groups.domain.record': 'السجل الذي يجب وضعه',
  'groups.domain.record.shown': 'انظر السجل من جديد',
  'groups.domain.record.text':
    'حيث تُدار سجلات DNS لنطاق {domain}، أضيفوا سجلًا واحدًا من نوع TXT. به تقولون للمستقبلين إن ما نوقعه منكم.',
  'groups.domain.record.name': 'الاسم',
  'groups.domain.record.name.hint': 'يضيف كثير من المزودين النطاق بأنفسهم. عندئذ اكتبوا فقط {name}',
  'groups.domain.record.type': 'النوع',
  'groups.domain.record.value': 'القيمة',
  'groups.domain.record.value.hint': 'سطر واحد دون فواصل. حددوه كله وانسخوه.',
  'groups.domain.record.split': 'إن كان مزودكم لا يقبل أكثر من 255 حرفًا',
  'groups.domain.record.split.text':
    'ضعوا القيمة في نصين بهذا الترتيب، كل منهما بين علامتي اقتباس. وهما معا سجل واحد.',
  'groups.domain.advice': 'SPF وDMARC',
  'groups.domain.advice.spf':
    'لا يحتاج SPF إلى تغيير: ما تعيده الخوادم يذهب إلى الموقع، ويسأل المستقبلون عن نطاقه.',
  'groups.domain.advice.dmarc':
    'من الجيد أن يوجد DMARC، فالمزودون الكبار يطلبونه. إن لم يكن لنطاق {domain} سجل بالاسم التالي، فأضيفوا هذا السجل، وهو من نوع TXT أيضًا:',
  'groups.domain.look': 'انظر من جديد',
  'groups.domain.remove': 'إزالة النطاق',
  'groups.domain.remove.text':
    'يخرج بريد مجموعتكم من عنوان الموقع من جديد، فورًا. ويُتلف المفتاح: لو أردتم النطاق نفسه لاحقا فستضعون سجلًا جديدًا.',
  'error.groups.domain-form': 'هذا ليس نطاقًا. اكتبوه هكذا: eastside.example.',
  'error.groups.domain-suffix':
    'تحت {domain} يحصل أي أحد على اسم. أدخلوا الاسم الذي لكم، مثل eastside.{domain}.',
  'error.groups.domain-own': '{domain} لهذا الموقع أو يقع تحت اسمه. أدخلوا نطاقًا تملكه مجموعتكم.',
  'error.groups.domain-local-part':
    'استعملوا حروفًا لاتينية صغيرة وأرقامًا، وبينها نقاط أو شرطات منفردة، مثل hello أو eastside-news.',
  'error.groups.domain-held':
    'السجل موجود، لكن مجموعة أخرى في هذا الموقع تكتب من هذا النطاق. لا يستعمل النطاق إلا مجموعة واحدة في وقت واحد.',
  'mail.groups.domain-lost.subject': 'سجل البريد لنطاق {domain} غير موجود',
  'mail.groups.domain-lost.heading': 'فقد نطاقكم سجله',
  'mail.groups.domain-lost.text':
    'تكتب {group} من {domain}. والسجل الذي يعرف به المستقبلون ذلك لم يعد في DNS، أو صار غيره: نظرنا مرتين بينهما ساعة. حتى يستمر وصول بريدكم، يخرج الآن من عنوان {site}. ضعوا السجل من جديد كما تقول الصفحة. وحين يعود، يُستعمل عنوانكم من جديد من تلقاء نفسه.',
  'mail.groups.domain-lost.button': 'انظر السجل الذي يجب وضعه',
  'mail.groups.domain-back.subject': 'يخرج البريد من {domain} من جديد',
  'mail.groups.domain-back.heading': 'عاد السجل',
  'mail.groups.domain-back.text': 'سجل {domain} موجود من جديد. من الآن يخرج بريد {group} من عنوانها.',
  'mail.groups.domain-back.button': 'انظر كيف الحال',
  'compositions.check.own-sender': 'تخرج من {address}.',
  'compositions.check.own-sender-missed':
    'لم تجد النظرة الأخيرة في DNS سجل {domain}. إن لم تجده التالية أيضًا، فستخرج من عنوان الموقع.',
  'compositions.check.own-sender-lost':
    'فقد {domain} سجله. تخرج من {address} إلى أن يعود: إعدادات مجموعتكم تقول ما يجب فعله.',
};
