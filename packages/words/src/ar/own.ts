/** What people see and do about themselves, in all groups at once. */
export const own = {
  'people.my.title': 'بماذا تحتفظ مجموعات هذا الموقع عنك؟',
  'people.my.foot': 'ما تحتفظ به المجموعات عني',
  'people.my.intro': 'اكتب بريدك الإلكتروني. إن كانت مجموعة هنا تحتفظ بشيء عنه فسيصل إليه رابط يعرض كل ذلك.',
  'people.my.send': 'أرسلوا إليّ الرابط',
  'people.my.sent.title': 'انظر في بريدك',
  'people.my.sent.text': 'إن كان هناك شيء محفوظ عن هذا العنوان فالرسالة في طريقها إليه. يعمل رابطها 24 ساعة.',
  'people.my.again': 'اطلب رابطًا آخر',
  'people.my.records': 'ما تحتفظ به مجموعات {site} عنك',
  'people.my.records.intro': 'هذه المجموعات تحتفظ بسجل عنك. لا ترى مجموعة هنا ما تحتفظ به غيرها.',
  'people.my.none':
    'لا تحتفظ أي مجموعة بشيء عنك. لا شيء هنا مرتبط بهذا البريد. إن كنت تستعمل بريدًا آخر فاسأل عنه.',
  'people.my.source': 'تعرفك عن طريق {source}، منذ {date}',
  'people.my.source.label': 'تعرفك عن طريق {source}، {label}، منذ {date}',
  'people.my.all': 'كل ما تحتفظ به {group}: صحّحه أو أجب أو انسخه أو امحه',
  'people.my.copy': 'انسخ كل ذلك',
  'people.my.copy.hint': 'ملف JSON واحد فيه كل ما تحتفظ به كل مجموعة.',
  'people.my.erase': 'امحوني من كل مكان',
  'people.my.erase.confirm':
    'يُمحى سجلك في كل مجموعة مذكورة هنا. لا تعود توقيعاتك محسوبة، ولا تستطيع أي من هذه المجموعات أن تكتب إليك.',
  'people.my.erased':
    'لم تعد أي مجموعة في {site} تحتفظ بسجل عنك بهذا البريد. اختفيت فورًا من القوائم والبحث والسجل؛ وتنساك النسخ الاحتياطية حين تُستبدل.',
  'people.own.looks': 'كم مرة نظرت المجموعة',
  'people.own.looks.opened':
    '{count, plural, zero {لم يفتح أي منظّم صفحتك} one {فتح المنظّمون صفحتك في يوم واحد} two {فتح المنظّمون صفحتك في يومين} few {فتح المنظّمون صفحتك في # أيام} many {فتح المنظّمون صفحتك في # يومًا} other {فتح المنظّمون صفحتك في # يوم}} منذ {date}.',
  'people.own.looks.shown':
    '{count, plural, zero {لم يُعرض} one {في يوم واحد} two {في يومين} few {في # أيام} many {في # يومًا} other {في # يوم}} منذ {date} عُرض جزء من سجلك في عرضٍ على عضو لا يرى كل الأشخاص.',
  'people.own.looks.taken':
    '{count, plural, zero {لم تُستخرج قائمة كل الأشخاص في ملف} one {استُخرجت قائمة كل الأشخاص في ملف مرة واحدة} two {استُخرجت قائمة كل الأشخاص في ملف مرتين} few {استُخرجت قائمة كل الأشخاص في ملف # مرات} many {استُخرجت قائمة كل الأشخاص في ملف # مرة} other {استُخرجت قائمة كل الأشخاص في ملف # مرة}} منذ {date}.',
  'people.own.looks.found':
    '{count, plural, zero {لم يُستخرج} one {في يوم واحد} two {في يومين} few {في # أيام} many {في # يومًا} other {في # يوم}} منذ {date} استُخرج ملف فيه بعض الأشخاص، وكنت منهم.',
  'people.own.looks.names':
    '{count, plural, zero {لم تُستخرج} one {في يوم واحد} two {في يومين} few {في # أيام} many {في # يومًا} other {في # يوم}} منذ {date} استُخرجت أسماء موقّعي حملة، وكان اسمك بينها.',
  'people.own.looks.brought':
    '{count, plural, zero {لم تذكرك أي قائمة.} one {ذكرتك قائمة واحدة أدخلها منظّم.} two {ذكرتك قائمتان أدخلهما منظّمون.} few {ذكرتك # قوائم أدخلها منظّمون.} many {ذكرتك # قائمة أدخلها منظّمون.} other {ذكرتك # قائمة أدخلها منظّمون.}}',
  'people.own.looks.mailed':
    '{count, plural, zero {لم تصلك أي رسالة جماعية} one {وصلتك رسالة جماعية واحدة} two {وصلتك رسالتان جماعيتان} few {وصلتك # رسائل جماعية} many {وصلتك # رسالة جماعية} other {وصلتك # رسالة جماعية}} منذ {date}.',
  'people.own.correct': 'صحّح ما نحتفظ به',
  'people.own.correct.save': 'احفظ',
  'people.own.correct.name': 'الاسم',
  'people.own.correct.language': 'لغة بريدك',
  'people.own.correct.phone': 'رقم الهاتف',
  'people.own.correct.hint':
    'ما تكتبه هنا يحلّ محلّ ما دوّنته المجموعة. يرى المنظّمون ما صحّحته. والحقل الذي تفرغه يُمحى.',
  'people.own.correct.email':
    'يضيف منظّمو المجموعة عنوان بريد آخر. ويصبح لك حين توقّع أو تسجّل به وتتبع الرابط المرسل إليه.',
  'people.own.corrected': 'حُفظ.',
  'people.origin.verified': 'موثَّق منذ {date}.',
  'people.origin.signs-in': 'موثَّق بتسجيل الدخول.',
  'people.origin.unverified': 'غير موثَّق.',
  'people.origin.from': 'المصدر: {source}، {date}.',
  'people.origin.of-record': 'أُضيف مع السجل: {source}، {date}.',
  'people.origin.unknown': 'مصدره غير محفوظ.',
  'people.source.organizer': 'أحد المنظّمين',
  'people.source.own-page': 'صفحة الشخص نفسه',
  'people.own.answer': 'قل نعم أو لا',
  'people.own.answer.hint': 'تعلم المجموعة بذلك فورًا. ويمكنك تغييره هنا متى شئت.',
  'people.own.answered': 'حُفظ جوابك.',
  'people.own.agree.email': 'نعم، راسلوني عمّا سيحدث لاحقًا',
  'people.own.agree.text': 'نعم، أرسلوا إليّ رسائل نصية',
  'people.own.agree.call': 'نعم، اتصلوا بي',
  'people.own.agree.post': 'نعم، أرسلوا إليّ بريدًا عاديًا',
  'people.own.refuse.email': 'لا بريد عمّا سيحدث لاحقًا',
  'people.own.refuse.text': 'لا رسائل نصية',
  'people.own.refuse.call': 'لا مكالمات',
  'people.own.refuse.post': 'لا بريد عادي',
  'people.own.refuse.sharing': 'لا تنقلوا بياناتي إلى مجموعات أخرى',
  'people.own.refuse.membership': 'لا بريد عمّا يجب أن يعرفه الأعضاء',
  'people.own.copy': 'انسخ ما تحتفظ به {group}',
  'people.own.others': 'ما تحتفظ به مجموعات أخرى عنك',
  'people.consent.sharing': 'نقل بياناتك إلى مجموعات أخرى',
  'mail.footer.held': 'ما تحتفظ به هذه المجموعة عنك',
  'mail.footer.held.site': 'ما تحتفظ به مجموعات هذا الموقع عنك',
  'mail.own-records.subject': 'ما تحتفظ به مجموعات {site} عنك',
  'mail.own-records.text':
    'سأل أحدهم {site} بماذا تحتفظ مجموعاته عن هذا البريد. تعرضه الصفحة التالية 24 ساعة.',
  'mail.own-records.see': 'اعرض ما هو محفوظ',
} as const;
