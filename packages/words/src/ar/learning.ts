export const learning = {
  'compositions.check.no-question': 'قل ما الذي تكشفه الصيغ، أسفل نصوصها.',
  'compositions.check.few-people':
    'تذهب كل صيغة إلى {each, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}. ولمعرفة ما تريد يلزم {needed, number} لكل صيغة: بأقل من ذلك قد لا يظهر شيء.',
  'compositions.check.enough-people':
    'تذهب كل صيغة إلى {each, number}. وهذا يكفي لما تريد معرفته: {needed, number} لكل صيغة.',
  'error.compositions.variants-full': 'هناك أربع صيغ بالفعل. احذف واحدة أولًا.',
  'error.compositions.one-variant': 'هناك صيغة واحدة فقط. اكتب أولًا صيغة أخرى بجانبها.',
  'error.compositions.lot-ends-early':
    'يُحسب ما يفعله الناس خلال {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}: ومن استُثنوا تصلهم بعد ذلك، أو لا تصلهم.',
  'error.compositions.lot-of-members': 'ما يجب أن يعرفه الأعضاء يصل إليهم جميعًا: لا يُستثنى أحد بالقرعة.',
  'error.compositions.lot-at-one-moment':
    'مع ساعة لكل قارئ تصل إلى الجميع. أرسلها في لحظة واحدة، أو لا تستثنِ أحدًا.',
  'error.compositions.variants-last-text': 'هذا هو النص الوحيد لهذه الصيغة. احذف الصيغة بدلًا من ذلك.',
  'error.compositions.variants-in-template': 'القالب صيغة واحدة. احذف الصيغ الأخرى أولًا.',
  'error.experiments.more-than-all': 'سيكون المجموع أكثر من 100 من كل 100.',
  'mailings.results.so-far':
    'حتى الآن: الصيغة التي تعمل أسرع فقط تتقدّم لبعض الوقت. المهم هو ما يظهر هنا حين تنتهي أيامها.',
  'experiments.end-sharing': 'إخراجه من الكتاب أمام الآخرين',
  'experiments.untold': 'عدد من فعلوا ذلك، أو لم يفعلوه، أقل من أن يُقال للآخرين.',
  'mailings.lot': 'لمعرفة ما تغيّره',
  'mailings.lot.none': 'تصل إلى الجميع',
  'mailings.lot.two-days': 'واحد من كل عشرة، بالقرعة: بعد يومين',
  'mailings.lot.week': 'واحد من كل عشرة، بالقرعة: بعد أسبوع',
  'mailings.lot.never': 'واحد من كل عشرة، بالقرعة: أبدًا',
  'mailings.lot.hint':
    'ما يفعله من استُثنوا يُظهر ما كان سيحدث بدونها. نحو {count, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  'mailings.lot.later':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة تصله في {at}.} two {شخصان اختيرا بالقرعة تصلهما في {at}.} few {# أشخاص اختيروا بالقرعة تصلهم في {at}.} many {# شخصًا اختيروا بالقرعة تصلهم في {at}.} other {# شخص اختيروا بالقرعة تصلهم في {at}.}}',
  'mailings.lot.got':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة وصلته في {at}.} two {شخصان اختيرا بالقرعة وصلتهما في {at}.} few {# أشخاص اختيروا بالقرعة وصلتهم في {at}.} many {# شخصًا اختيروا بالقرعة وصلتهم في {at}.} other {# شخص اختيروا بالقرعة وصلتهم في {at}.}}',
  'mailings.lot.without':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة لا تصله.} two {شخصان اختيرا بالقرعة لا تصلهما.} few {# أشخاص اختيروا بالقرعة لا تصلهم.} many {# شخصًا اختيروا بالقرعة لا تصلهم.} other {# شخص اختيروا بالقرعة لا تصلهم.}}',
  'mailings.results': 'ما الذي نتج عنها',
  'mailings.results.open':
    'المحسوب حتى الآن، وحتى {until}: ما يفعله الناس، وليس ما يفتحونه أو يضغطون عليه أبدًا.',
  'mailings.results.closed':
    'المحسوب من {since} إلى {until}: ما فعله الناس، وليس ما فتحوه أو ضغطوا عليه أبدًا.',
  'mailings.results.counting': 'يجري حساب ما فعله الناس.',
  'mailings.results.none':
    'لم يفعل أحد شيئًا بعد. يظهر هنا ما يوقّعه الناس وما يحضرونه وما ينضمون إليه بعد الرسالة.',
  'mailings.did.signed': 'وقّعوا',
  'mailings.did.coming': 'قالوا إنهم سيأتون',
  'mailings.did.came': 'حضروا',
  'mailings.did.joined': 'انضموا',
  'mailings.did.answered': 'ردّوا',
  'mailings.did.left': 'لا يريدون مزيدًا من البريد',
  'mailings.results.share': '{share, number} من كل 100',
  'mailings.results.share.both': '{share, number} من كل 100؛ وممن استُثنوا {other, number}',
  'mailings.results.brought':
    '«{deed}»: الرسالة نفسها جلبت نحو {count, number} (من {least, number} إلى {most, number}).',
  'mailings.results.drove':
    '«{deed}»: مع الرسالة فعل ذلك أقلّ بنحو {count, number} (أقلّ من {least, number} إلى {most, number}).',
  'mailings.results.unclear':
    '«{deed}»: لا يظهر هل غيّرت الرسالة نفسها شيئًا. ربما أقلّ بـ{least, number}، أو أكثر بما يصل إلى {most, number}.',
  'mailings.results.sure': 'هذه الحدود صحيحة في 95 حالة من كل 100، مهما نظرت قبل النهاية.',
  'mailings.results.languages': 'بحسب اللغة',
  'mailings.results.sources': 'بحسب مصدرهم',
  'mailings.results.lines': 'بحسب سبب إرسالها إليهم',
  'mailings.results.variants': 'بحسب الصيغة',
  'mailings.results.people': 'الأشخاص',
  'mailings.variant': 'الصيغة {name}',
  'mailings.variants': 'الصيغ قيد التجربة',
  'mailings.variants.add': 'تجربة صيغة أخرى بجانبها',
  'mailings.variants.hint': 'تصل كل شخص واحدة منها، بالقرعة. وما يفعله بعدها يُظهر أي صيغة تحرّك عددًا أكبر.',
  'mailings.variants.drop': 'حذف هذه الصيغة',
  'mailings.variants.drop.confirm': 'تُحذف الصيغة {name} مع كل ما كُتب فيها. وتبقى الأخريات.',
  'experiments.form': 'ما الذي تكشفه الصيغ',
  'experiments.form.hint': 'قله قبل أن تُرسل. بعد ذلك يبقى كما هو، حتى لا يجد أحد لاحقًا ما كان يبحث عنه.',
  'experiments.question': 'السؤال',
  'experiments.question.hint': 'مثلًا: هل يأتي عدد أكبر حين تطرح الرسالة سؤالًا؟',
  'experiments.deed': 'ما الذي يحسم',
  'experiments.deed.signed': 'يوقّعون',
  'experiments.deed.coming': 'يقولون إنهم سيأتون',
  'experiments.deed.came': 'يحضرون',
  'experiments.deed.joined': 'ينضمون',
  'experiments.deed.answered': 'يردّون',
  'experiments.days': 'خلال كم يوم',
  'experiments.usual': 'من كل 100، يفعل ذلك نحو',
  'experiments.worth': 'يستحق المعرفة: زيادة بهذا القدر من كل 100',
  'experiments.share': 'يمكن لمنظمي الموقع كله قراءة ما نتج',
  'experiments.share.hint': 'بدون أسماء، وبدون أعداد أقل من عشرة.',
  'experiments.save': 'حفظ',
  'experiments.needed':
    'لذلك تحتاج كل صيغة إلى {count, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  'experiments.said':
    '{question} ما يُحسب: {deed}، خلال {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'experiments.more':
    'الصيغة {name} تحرّك عددًا أكبر من الصيغة A: بزيادة من {least, number} إلى {most, number} من كل 100.',
  'experiments.fewer':
    'الصيغة {name} تحرّك عددًا أقل من الصيغة A: بنقص من {least, number} إلى {most, number} من كل 100.',
  'experiments.unclear':
    'لا يظهر فرق بين الصيغتين {name} وA: قد تحرّك الصيغة {name} ما يصل إلى {least, number} أقلّ من كل 100، أو ما يصل إلى {most, number} أكثر.',
  'experiments.title': 'الصيغ التي جُرّبت',
  'experiments.intro':
    'ما عرفته مجموعات هذا الموقع عن رسائلها، حتى حين لم ينتج شيء. انظر هنا قبل أن تجرّب بنفسك.',
  'experiments.search': 'كلمات من السؤال',
  'experiments.any-deed': 'أي شيء',
  'experiments.empty.title': 'لم يجرّب أحد شيئًا بعد',
  'experiments.empty.text': 'اكتب رسالة وجرّب صيغة أخرى بجانبها. ويظهر ما نتج هنا حين تنتهي أيامها.',
  'experiments.none': 'لا شيء كذلك. استعمل كلمات أقل، أو انظر إلى كل شيء.',
  'experiments.all': 'عرض كل شيء',
  'experiments.by.other': 'مجموعة من هذا الموقع',
  'experiments.did': '{did} من {count}',
  'mailings.stopped.fixed': 'تُقارن صيغها وتبقى كما هي. تابعها، أو اتركها واكتب غيرها.',
};
