/** إدخال قوائم الناس: كيف يُقرأ ملف، وما الغريب فيه، وما نتج عنه. */
export const imports = {
  'people.imports.title': 'إدخال قائمة',
  'people.imports.intro':
    'مصنف Excel (.xlsx) أو ملف CSV من جدول بيانات أو من أداة أخرى، حتى 100,000 صف. سترى كيف نقرؤه قبل إضافة أي شيء.',
  'people.imports.file': 'جدول بيانات (xlsx, csv, tsv)',
  'people.imports.read': 'اقرأ الملف',
  'people.imports.earlier': 'القوائم السابقة',
  'people.imports.empty': 'لم تُدخل أي قائمة بعد. اختر ملفًا في الأعلى لتبدأ.',
  'people.imports.preview': 'هكذا نقرأ {file}',
  'people.imports.rows':
    '{count, plural, zero {لا صفوف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}',
  'people.imports.coming': '{fresh} جدد، {known} معروفون من قبل، {refused} لا تؤخذ',
  'people.imports.refused':
    '{count, plural, zero {كل الصفوف صالحة} one {صف واحد لا يمكن أخذه} two {صفان لا يمكن أخذهما} few {# صفوف لا يمكن أخذها} many {# صفًا لا يمكن أخذها} other {# صف لا يمكن أخذها}}',
  'people.imports.refused.row': 'الصف {row}، {field}: {message}',
  'people.imports.refused.more': 'هذه أول {count}. أما بقية الصفوف فستُدخل.',
  'people.imports.sample': 'الصفوف الأولى والغريبة كما نقرؤها',
  'people.imports.spelling': 'الحروف أو الأعمدة لا تظهر كما يجب؟',
  'people.imports.encoding': 'ترميز الحروف',
  'people.imports.delimiter': 'بين الأعمدة',
  'people.imports.delimiter.comma': 'فاصلة',
  'people.imports.delimiter.semicolon': 'فاصلة منقوطة',
  'people.imports.delimiter.tab': 'علامة جدولة',
  'people.imports.delimiter.bar': 'خط عمودي',
  'people.imports.columns': 'ماذا في كل عمود',
  'people.imports.field.name': 'الاسم الكامل',
  'people.imports.field.firstName': 'الاسم الأول',
  'people.imports.field.lastName': 'اسم العائلة',
  'people.imports.field.email': 'البريد',
  'people.imports.field.phone': 'الهاتف',
  'people.imports.field.street': 'الشارع والرقم',
  'people.imports.field.city': 'المدينة',
  'people.imports.field.region': 'المنطقة أو المحافظة',
  'people.imports.field.postcode': 'الرمز البريدي',
  'people.imports.field.country': 'البلد',
  'people.imports.field.tags': 'الوسوم',
  'people.imports.field.language': 'اللغة',
  'people.imports.consent': 'إلى من يجوز أن تكتب {group}؟',
  'people.imports.consent.hint':
    'لا تختر الموافقة إلا إذا كان بإمكانك إثباتها. والرفض يبقى رفضًا: ما في الملف، وما قيل هنا من قبل.',
  'people.imports.reread': 'اقرأه من جديد هكذا',
  'people.imports.apply':
    'أدخل {count, plural, zero {لا أحد} one {شخصًا واحدًا} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}',
  'people.imports.state.preview': 'لم تُطبَّق بعد',
  'people.imports.state.asked': 'يجري إدخالها',
  'people.imports.state.done': 'تمت',
  'people.imports.state.undo-asked': 'يجري التراجع عنها',
  'people.imports.state.undone': 'تم التراجع عنها',
  'people.imports.progress': 'من أصل {total} صف تم إدخالها',
  'people.imports.outcome': 'أُضيف {added}، ومعروف من قبل {known}، ولم يؤخذ {refused}',
  'people.imports.look-again': 'انظر من جديد',
  'people.imports.undone': 'أُزيل {removed} من أصل {added}.',
  'people.imports.undone.kept':
    '{count, plural, zero {لم يبقَ أحد.} one {بقي شخص واحد لأنه فعل شيئًا منذ ذلك الحين.} two {بقي شخصان لأنهما فعلا شيئًا منذ ذلك الحين.} few {بقي # أشخاص لأنهم فعلوا شيئًا منذ ذلك الحين.} many {بقي # شخصًا لأنهم فعلوا شيئًا منذ ذلك الحين.} other {بقي # شخص لأنهم فعلوا شيئًا منذ ذلك الحين.}}',
  'people.imports.undoing': 'من أصل {added} شخص تمت إزالتهم',
  'people.imports.see': 'اعرض الجميع',
  'people.imports.undo': 'التراجع عن هذه القائمة',
  'people.imports.undo.until': 'يمكن التراجع عنها حتى {date}.',
  'people.imports.undo.confirm':
    'يُزال كل من أضافته هذه القائمة، إلا من فعل شيئًا منذ ذلك الحين. ويزول معها كل ما جاءت به من موافقة ورفض ووسوم وعناوين.',
  'people.imports.field.middleName': 'الاسم الأوسط',
  'people.imports.field.asTag': 'احفظه وسمًا',
  'people.imports.field.emailAnswer': 'نعم أو لا للبريد',
  'people.imports.field.textAnswer': 'نعم أو لا للرسائل النصية',
  'people.imports.field.noEmail': 'لا يُرسل إليه بريد',
  'people.imports.field.noText': 'لا تُرسل إليه رسائل نصية',
  'people.imports.field.noCall': 'لا يُتصل به',
  'people.imports.field.noPost': 'لا يُرسل إليه بريد ورقي',
  'people.imports.field.noSharing': 'لا تُعطى بياناته لمجموعات أخرى',
  'people.imports.field.noContact': 'لا يُتواصل معه إطلاقًا',
  'people.imports.field.badEmail': 'عنوان لا يعمل',
  'people.imports.field.badPhone': 'رقم لا يعمل',
  'people.imports.field.agreedAt': 'يوم الموافقة على البريد',
  'people.imports.field.came': 'هل حضروا',
  'people.imports.field.cameTo': 'ما حضروه',
  'people.imports.field.cameOn': 'متى كان ذلك',
  'people.imports.field.none': 'اتركه',
  'people.imports.found': 'ما وجدناه',
  'people.imports.found.noes':
    '{count, plural, zero {لا صف يرفض البريد.} one {صف واحد يرفض البريد. يدخل رفضًا مهما اخترت أدناه.} two {صفان يرفضان البريد. يدخلان رفضًا مهما اخترت أدناه.} few {# صفوف ترفض البريد. تدخل رفضًا مهما اخترت أدناه.} many {# صفًا يرفض البريد. تدخل رفضًا مهما اخترت أدناه.} other {# صف يرفض البريد. تدخل رفضًا مهما اخترت أدناه.}}',
  'people.imports.found.said':
    '{count, plural, zero {لا أحد يقول ذلك} one {واحد يقول ذلك} two {اثنان يقولان ذلك} few {# يقولون ذلك} many {# يقولون ذلك} other {# يقولون ذلك}}',
  'people.imports.found.do-not-contact':
    '{count, plural, zero {لا أحد يُمنع التواصل معه} one {واحد لا يُتواصل معه إطلاقًا} two {اثنان لا يُتواصل معهما إطلاقًا} few {# لا يُتواصل معهم إطلاقًا} many {# لا يُتواصل معهم إطلاقًا} other {# لا يُتواصل معهم إطلاقًا}}',
  'people.imports.found.bad-address':
    '{count, plural, zero {كل العناوين تعمل} one {واحد عنوانه لا يعمل} two {اثنان عنواناهما لا يعملان} few {# عناوينهم لا تعمل} many {# عناوينهم لا تعمل} other {# عناوينهم لا تعمل}}',
  'people.imports.found.unclear':
    '{count, plural, zero {كل الكلمات معروفة} one {واحد يقول ما لا نعرفه} two {اثنان يقولان ما لا نعرفه} few {# يقولون ما لا نعرفه} many {# يقولون ما لا نعرفه} other {# يقولون ما لا نعرفه}}',
  'people.imports.found.value': '{column}: «{value}» ({count})',
  'people.imports.found.values':
    'لا نعرف هذه الكلمات ونعدّها رفضًا. إن كان عمود لا يتعلق بالموافقة فاتركه أدناه.',
  'people.imports.found.blank':
    '{count, plural, zero {لا صف فارغ حيث تكون الموافقة.} one {صف واحد فارغ حيث تكون الموافقة. يدخل رفضًا.} two {صفان فارغان حيث تكون الموافقة. يدخلان رفضًا.} few {# صفوف فارغة حيث تكون الموافقة. تدخل رفضًا.} many {# صفًا فارغًا حيث تكون الموافقة. تدخل رفضًا.} other {# صف فارغ حيث تكون الموافقة. تدخل رفضًا.}}',
  'people.imports.found.overruled':
    '{count, plural, zero {لا أحد منهم وافق هنا على البريد.} one {واحد منهم وافق هنا على البريد. رفض هذا الملف يحل محل موافقته.} two {اثنان منهم وافقا هنا على البريد. رفض هذا الملف يحل محل موافقتهما.} few {# منهم وافقوا هنا على البريد. رفض هذا الملف يحل محل موافقتهم.} many {# منهم وافقوا هنا على البريد. رفض هذا الملف يحل محل موافقتهم.} other {# منهم وافقوا هنا على البريد. رفض هذا الملف يحل محل موافقتهم.}}',
  'people.imports.found.erased-no':
    '{count, plural, zero {لا أحد منهم رفض هنا ومُحي سجله.} one {شخص واحد رفض هنا من قبل ومُحي سجله. يُضاف على أنه رافض، أيًّا كان اختيارك أدناه.} two {شخصان رفضا هنا من قبل ومُحي سجلاهما. يُضافان على أنهما رافضان، أيًّا كان اختيارك أدناه.} few {# أشخاص رفضوا هنا من قبل ومُحيت سجلاتهم. يُضافون على أنهم رافضون، أيًّا كان اختيارك أدناه.} many {# شخصًا رفضوا هنا من قبل ومُحيت سجلاتهم. يُضافون على أنهم رافضون، أيًّا كان اختيارك أدناه.} other {# شخص رفضوا هنا من قبل ومُحيت سجلاتهم. يُضافون على أنهم رافضون، أيًّا كان اختيارك أدناه.}}',
  'people.imports.found.text-yes':
    '{count, plural, zero {لا صف يوافق على الرسائل النصية.} one {صف واحد يوافق على الرسائل النصية. يدخل موافقةً إن اخترت أدناه من تجوز مراسلتهم.} two {صفان يوافقان على الرسائل النصية. يدخلان موافقةً إن اخترت أدناه من تجوز مراسلتهم.} few {# صفوف توافق على الرسائل النصية. تدخل موافقةً إن اخترت أدناه من تجوز مراسلتهم.} many {# صفًا توافق على الرسائل النصية. تدخل موافقةً إن اخترت أدناه من تجوز مراسلتهم.} other {# صف توافق على الرسائل النصية. تدخل موافقةً إن اخترت أدناه من تجوز مراسلتهم.}}',
  'people.imports.found.came':
    '{count, plural, zero {لا صف يقول إن أحدًا حضر.} one {صف واحد يقول إن أحدًا حضر.} two {صفان يقولان إن أحدًا حضر.} few {# صفوف تقول إن أحدًا حضر.} many {# صفًا يقول إن أحدًا حضر.} other {# صف يقول إن أحدًا حضر.}} يُحفظ ذلك في سجل كل منهم، ويُحسب حين تسأل عمّن حضر.',
  'people.imports.found.other':
    '{count, plural, zero {لا صف يرفض غير البريد.} one {صف واحد يرفض الرسائل النصية أو المكالمات أو البريد الورقي أو إعطاء بياناته. يُحفظ ذلك.} two {صفان يرفضان الرسائل النصية أو المكالمات أو البريد الورقي أو إعطاء البيانات. يُحفظ ذلك.} few {# صفوف ترفض الرسائل النصية أو المكالمات أو البريد الورقي أو إعطاء البيانات. يُحفظ ذلك.} many {# صفًا يرفض الرسائل النصية أو المكالمات أو البريد الورقي أو إعطاء البيانات. يُحفظ ذلك.} other {# صف يرفض الرسائل النصية أو المكالمات أو البريد الورقي أو إعطاء البيانات. يُحفظ ذلك.}}',
  'people.imports.found.without-email':
    '{count, plural, zero {للجميع عنوان بريد.} one {شخص واحد له رقم هاتف بلا عنوان بريد.} two {شخصان لهما رقما هاتف بلا عنوان بريد.} few {# أشخاص لهم أرقام هاتف بلا عنوان بريد.} many {# شخصًا لهم أرقام هاتف بلا عنوان بريد.} other {# شخص لهم أرقام هاتف بلا عنوان بريد.}}',
  'people.imports.found.repeated':
    '{count, plural, zero {لا أحد مكرر.} one {صف واحد يذكر شخصًا من جديد. ما يضيفه يذهب إلى الأول.} two {صفان يذكران شخصًا من جديد. ما يضيفانه يذهب إلى الأول.} few {# صفوف تذكر شخصًا من جديد. ما تضيفه يذهب إلى الأول.} many {# صفًا يذكر شخصًا من جديد. ما تضيفه يذهب إلى الأول.} other {# صف يذكر شخصًا من جديد. ما تضيفه يذهب إلى الأول.}}',
  'people.imports.found.repaired':
    '{count, plural, zero {كل الحروف سليمة.} one {صف واحد فيه حروف بترميز آخر. أصلحناها؛ يُرجى النظر.} two {صفان فيهما حروف بترميز آخر. أصلحناها؛ يُرجى النظر.} few {# صفوف فيها حروف بترميز آخر. أصلحناها؛ يُرجى النظر.} many {# صفًا فيها حروف بترميز آخر. أصلحناها؛ يُرجى النظر.} other {# صف فيها حروف بترميز آخر. أصلحناها؛ يُرجى النظر.}}',
  'people.imports.found.never':
    '{count, plural, zero {لا عمود فيه عناوين إنترنت (IP) ولا متصفحات ولا مواضع على الخريطة.} one {عمود واحد فيه عناوين إنترنت (IP) أو متصفحات أو مواضع على الخريطة: {columns}.} two {عمودان فيهما عناوين إنترنت (IP) أو متصفحات أو مواضع على الخريطة: {columns}.} few {# أعمدة فيها عناوين إنترنت (IP) أو متصفحات أو مواضع على الخريطة: {columns}.} many {# عمودًا فيها عناوين إنترنت (IP) أو متصفحات أو مواضع على الخريطة: {columns}.} other {# عمود فيها عناوين إنترنت (IP) أو متصفحات أو مواضع على الخريطة: {columns}.}} هذا لا يُحفظ أبدًا عن أحد.',
  'people.imports.found.unkept':
    '{count, plural, zero {كل الأعمدة تُحفظ.} one {عمود واحد لا يُحفظ: {columns}.} two {عمودان لا يُحفظان: {columns}.} few {# أعمدة لا تُحفظ: {columns}.} many {# عمودًا لا تُحفظ: {columns}.} other {# عمود لا تُحفظ: {columns}.}} يمكنك حفظ كل منها حقلًا أو وسمًا.',
  'error.people.field-nameless': 'عمود بلا عنوان لا يصير حقلًا جديدًا، إذ لا اسم له.',
  'people.imports.field.new': 'حقل جديد: «{name}»',
  'people.imports.field.own': 'حقلكم: {name}',
  'people.imports.purpose': 'لماذا تحتاج المجموعة إلى معرفة ما يصير حقلًا جديدًا؟',
  'people.imports.purpose.hint': 'فقط إن صار عمود حقلًا. يقرؤه الناس بجانب ما تحتفظون به عنهم.',
  'people.imports.known.kept': 'كما قلت لملف مثله من قبل.',
  'people.imports.known.heading': 'يُعرف من عنوانه.',
  'people.imports.known.values': 'خُمّن مما تحته.',
  'people.imports.known.said': 'كما قلت.',
  'people.imports.known.not': 'غير معروف.',
  'people.imports.known.never': 'لا يُحفظ أبدًا.',
  'people.imports.kept-mapping': 'أُدخل من قبل ملف بالعناوين نفسها. كل عمود هو ما قلته حينها.',
  'people.imports.found.odd':
    '{count, plural, zero {# خلية ليست قيمًا للحقول التي تملؤها. تُترك وتدخل صفوفها.} one {خلية واحدة ليست قيمة للحقل الذي تملؤه. تُترك ويدخل صفها.} two {خليتان ليستا قيمتين للحقول التي تملآنها. تُتركان ويدخل صفاهما.} few {# خلايا ليست قيمًا للحقول التي تملؤها. تُترك وتدخل صفوفها.} many {# خلية ليست قيمًا للحقول التي تملؤها. تُترك وتدخل صفوفها.} other {# خلية ليست قيمًا للحقول التي تملؤها. تُترك وتدخل صفوفها.}}',
  'people.imports.found.odd.value': '{column}: «{value}» ({count}). {message}',
  'error.people.workbook-too-large':
    'هذا المصنف أكبر مما يمكن قراءته. احفظ ورقة الأشخاص بصيغة CSV أو قسّمها ثم أعد المحاولة.',
  'error.people.workbook-unreadable':
    'لم نجد ورقة فيها أشخاص في هذا الملف. احفظه بصيغة CSV أو ‎.xlsx من برنامج الجداول وأعد المحاولة.',
  'error.people.file-pdf': 'هذا ملف PDF ولا يمكن تمييز أعمدته. افتح أصله واحفظه بصيغة CSV أو ‎.xlsx.',
  'error.people.file-picture': 'هذه صورة. نحتاج إلى الجدول نفسه: احفظه بصيغة CSV أو ‎.xlsx.',
  'error.people.file-old-workbook':
    'هذا الملف بصيغة Excel أو Word القديمة. افتحه واحفظه بصيغة ‎.xlsx أو CSV ثم أعد المحاولة.',
  'error.people.file-document':
    'هذا مستند نصي. انسخ جدوله إلى برنامج جداول واحفظه بصيغة CSV أو ‎.xlsx ثم أعد المحاولة.',
  'error.people.file-packed': 'هذا الملف مضغوط. فك ضغطه واختر ملف CSV أو ‎.xlsx الذي فيه.',
  'error.people.file-web-page':
    'هذه صفحة ويب أيًا كان اسمها. افتحها في برنامج الجداول واحفظها بصيغة CSV أو ‎.xlsx.',
  'people.imports.found.sheet': 'قرئ من الورقة «{sheet}».',
  'people.imports.found.no-headings': 'في الصف الأول عنوان بريد، فنعدّه شخصًا. قل أدناه إن كان عنوانًا للأعمدة.',
  'people.imports.found.above':
    '{count, plural, zero {لا شيء فوق العناوين.} one {صف واحد فوق العناوين يُترك.} two {صفان فوق العناوين يُتركان.} few {# صفوف فوق العناوين تُترك.} many {# صفًا فوق العناوين تُترك.} other {# صف فوق العناوين تُترك.}}',
  'people.imports.found.no-addresses':
    'لا عمود فيه عناوين بريد أو أرقام هاتف. تعطي Meetup وFacebook وغيرهما قوائمها بدونها: أرسل إلى الناس هناك رابط صفحة مجموعتك.',
  'people.imports.kept': 'الأعمدة التي نحفظها',
  'people.imports.unkept': 'الأعمدة التي لا تُحفظ',
  'people.imports.column.number': 'العمود {number}',
  'people.imports.column.example': 'مثلًا: {values}',
  'people.imports.heading-row': 'عناوين الأعمدة في',
  'people.imports.heading-row.none': 'لا صف: الصف الأول شخص',
  'people.imports.heading-row.row': 'الصف {row}',
  'people.imports.sample.row': 'الصف',
  'people.imports.sample.remarks': 'ما الغريب فيه',
  'people.imports.consent.none': 'لا أحد من هذه القائمة، حتى الآن',
  'people.imports.consent.file':
    '{count, plural, zero {لا أحد: الملف لا يذكر موافقة} one {الشخص الوحيد الذي يقول الملف إنه وافق} two {الشخصان اللذان يقول الملف إنهما وافقا فقط} few {# أشخاص يقول الملف إنهم وافقوا فقط} many {# شخصًا يقول الملف إنهم وافقوا فقط} other {# شخص يقول الملف إنهم وافقوا فقط}}',
  'people.imports.consent.file.text':
    '{count, plural, zero {لا أحد بالبريد ولا بالرسائل النصية} one {لا أحد بالبريد، وبالرسائل النصية الشخص الوحيد الذي يقول الملف إنه وافق} two {لا أحد بالبريد، وبالرسائل النصية الشخصان اللذان يقول الملف إنهما وافقا} few {لا أحد بالبريد، وبالرسائل النصية # أشخاص يقول الملف إنهم وافقوا} many {لا أحد بالبريد، وبالرسائل النصية # شخصًا يقول الملف إنهم وافقوا} other {لا أحد بالبريد، وبالرسائل النصية # شخص يقول الملف إنهم وافقوا}}',
  'people.imports.consent.email': 'كل من في هذا الملف ولا يرفض: كلهم وافقوا على البريد من {group}',
  'people.imports.consent.no': 'لا أحد أبدًا: كل من في هذا الملف رفض',
  'people.imports.outcome.noes':
    '{count, plural, zero {لم يدخل أحد رفضًا للبريد.} one {دخل واحد رفضًا للبريد.} two {دخل اثنان رفضًا للبريد.} few {دخل # رفضًا للبريد.} many {دخل # رفضًا للبريد.} other {دخل # رفضًا للبريد.}}',
  'people.imports.outcome.repeated':
    '{count, plural, zero {لم يتكرر أحد.} one {صف واحد ذكر شخصًا من جديد.} two {صفان ذكرا شخصًا من جديد.} few {# صفوف ذكرت شخصًا من جديد.} many {# صفًا ذكر شخصًا من جديد.} other {# صف ذكر شخصًا من جديد.}}',

  'error.people.file-unreadable':
    'لم نستطع قراءة هذا الملف. احفظه بصيغة CSV من برنامج الجداول وحاول من جديد.',
  'error.people.import-applied': 'طُبّقت هذه القائمة من قبل. أعد تحميل الصفحة لترى أين وصلت.',
  'error.people.import-settled': 'مضى على دخول هذه القائمة أكثر من 30 يومًا، ولم يعد ممكنًا التراجع عنها كلها.',
  'error.people.email-column-needed': 'قل أي عمود فيه عناوين البريد أو أرقام الهاتف.',
  'error.people.nobody-to-bring': 'لا يمكن إدخال أي صف من هذا الملف. اختر ملفًا آخر، أو قل في أي صف العناوين.',
  'error.people.row-repeats': 'شخص جاء قبلُ في الملف: ما يضيفه هذا الصف يذهب إليه.',
  'error.people.too-many-rows': 'في هذا الملف أكثر من {max} صف. قسّمه وأدخل الأجزاء واحدًا بعد الآخر.',
  'error.people.no-way-to-reach': 'لا عنوان بريد ولا رقم هاتف.',
  'error.people.without-email': 'رقم هاتف بلا عنوان بريد.',
  'error.people.several-addresses': 'عدة عناوين: يرسل البريد إلى الأول وتحفظ البقية.',
  'error.people.many-tags': 'أكثر من عشرين وسمًا: تُحفظ العشرون الأولى.',
  'error.people.long-tags': 'الوسم الأطول من 40 حرفًا يُحفظ بأول 40 منه.',
  'error.people.other-language': 'لا يُكتب البريد هنا بهذه اللغة: تُؤخذ لغة القائمة.',
  'error.people.odd-attendance': 'لا نعرف «{value}»، ولا نسجل به حضور أحد.',
  'error.people.unclear-moment': 'لا نستطيع قراءة هذا التاريخ، فيترك.',
  'error.people.several-numbers': 'عدة أرقام هاتف: الأول أولا وتحفظ البقية.',
  'error.people.bytes-repaired': 'بعض الحروف كُتبت بترميز آخر. أصلحناها.',
  'error.people.unclear': 'لا نعرف «{value}» ونعدّه رفضًا.',
  'error.people.no.said': 'يرفض البريد.',
  'error.people.no.do-not-contact': 'لا يُتواصل معه.',
  'error.people.no.bad-address': 'العنوان لا يعمل: رفض للبريد.',
  'error.people.no.blank': 'فارغ حيث تكون الموافقة: رفض للبريد.',
  'error.people.no.unclear': 'رفض للبريد.',
  'error.people.too-many-columns': 'في هذا الملف أكثر من {max} عمود. احذف ما لا تحتاج إليه.',
  'people.imports.field.externalIds': 'أرقام تعرفهم بها أدوات أخرى',
  'people.imports.field.toolId': 'رقمهم في {tool}',
  'people.imports.found.by-id':
    '{count, plural, zero {لا أحد معروف هنا برقمه في {tool}.} one {شخص واحد معروف هنا برقمه في {tool}.} two {شخصان معروفان هنا برقميهما في {tool}.} few {# أشخاص معروفون هنا بأرقامهم في {tool}.} many {# شخصا معروفون هنا بأرقامهم في {tool}.} other {# شخص معروفون هنا بأرقامهم في {tool}.}}',
  'people.imports.dates.day-first':
    'يكتب عمود «{column}» اليوم أولا: في الصف {row} ورد {because}، ولا يوجد شهر ثالث عشر. لذلك يقرأ {example} كذلك.',
  'people.imports.dates.month-first':
    'يكتب عمود «{column}» الشهر أولا: في الصف {row} ورد {because}، ولا يوجد شهر ثالث عشر. لذلك يقرأ {example} كذلك.',
  'people.imports.dates.unsaid':
    '{count, plural, zero {لا تاريخ في «{column}» يقرأ بطريقتين: {example}.} one {في «{column}» تاريخ واحد يقرأ بطريقتين، ولا شيء في العمود يحسم: {example}.} two {في «{column}» تاريخان يقرآن بطريقتين، ولا شيء في العمود يحسم. أحدهما {example}.} few {في «{column}» # تواريخ تقرأ بطريقتين، ولا شيء في العمود يحسم. أحدها {example}.} many {في «{column}» # تاريخا تقرأ بطريقتين، ولا شيء في العمود يحسم. أحدها {example}.} other {في «{column}» # تاريخ تقرأ بطريقتين، ولا شيء في العمود يحسم. أحدها {example}.}} حدّد أدناه أي رقم هو اليوم.',
  'people.imports.dates.mixed':
    'يكتب عمود «{column}» بعض التواريخ باليوم أولا وبعضها بالشهر أولا. {count, plural, zero {لا تاريخ يقرأ بالطريقتين: {example}.} one {تاريخ واحد يقرأ بالطريقتين: {example}.} two {تاريخان يقرآن بالطريقتين. أحدهما {example}.} few {# تواريخ تقرأ بالطريقتين. أحدها {example}.} many {# تاريخا تقرأ بالطريقتين. أحدها {example}.} other {# تاريخ تقرأ بالطريقتين. أحدها {example}.}} حدّد أدناه أي رقم هو اليوم.',
  'people.imports.date-order': 'أي رقم هو اليوم في {example}؟',
  'people.imports.date-order.hint': 'انظر كيف تكتب التواريخ الأداة أو البلد الذي جاء منه الملف.',
  'people.imports.date-order.day-first': 'الأول: {day}',
  'people.imports.date-order.month-first': 'الثاني: {day}',
  'people.imports.sheet': 'ورقة المصنف',
  'people.imports.sheet.hint':
    '{count, plural, zero {لا أوراق فيها شيء.} one {في المصنف ورقة واحدة فيها شيء.} two {في المصنف ورقتان فيهما شيء. يضاف أشخاص ورقة واحدة في كل مرة: اختر ثم اقرأ من جديد.} few {في المصنف # أوراق فيها شيء. يضاف أشخاص ورقة واحدة في كل مرة: اختر ثم اقرأ من جديد.} many {في المصنف # ورقة فيها شيء. يضاف أشخاص ورقة واحدة في كل مرة: اختر ثم اقرأ من جديد.} other {في المصنف # ورقة فيها شيء. يضاف أشخاص ورقة واحدة في كل مرة: اختر ثم اقرأ من جديد.}}',
  'error.people.twofold-moment': 'يُقرأ هذا التاريخ بطريقتين: حدّد أي رقم هو اليوم.',
  'people.tool.action-network': 'Action Network',
  'people.tool.nationbuilder': 'NationBuilder',
  'people.tool.civicrm': 'CiviCRM',
  'people.tool.zetkin': 'Zetkin',
  'people.tool.mailchimp': 'Mailchimp',
  'people.tool.everyaction': 'EveryAction',
  'error.people.date-order-needed': 'يرجى تحديد أي رقم هو اليوم. نحن لا نخمن.',
  'error.people.value-email': 'هذا ليس عنوان بريد.',
  'error.people.value-phone': 'هذا ليس رقم هاتف.',
  'error.people.many-further': 'أكثر من عشرة عناوين أو أرقام أخرى: تحفظ العشرة الأولى.',
  'error.people.bad-email-left-out': 'أحد العناوين لا يعمل: يترك وتؤخذ البقية.',
  'error.people.bad-phone-left-out': 'أحد الأرقام لا يعمل: يترك وتؤخذ البقية.',
  'error.people.file-too-large':
    'هذا الملف أكبر من {megabytes} م.ب، وهو أكثر ما نقرؤه. احفظ الورقة التي فيها الأشخاص وحدها بصيغة CSV، أو قسّمها، وأضف الأجزاء واحدا بعد آخر.',
} as const;
