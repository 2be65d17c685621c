export const learning = {
  'compositions.check.no-question': 'قولوا ما الذي تريدون معرفته بالرسائل، أسفل نصوصها.',
  'compositions.check.few-people':
    'تذهب كل رسالة إلى {each, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}. ولمعرفة ما تريدون يلزم {needed, number} لكل رسالة: بأقل من ذلك قد لا يظهر شيء.',
  'compositions.check.enough-people':
    'تذهب كل رسالة إلى {each, number}. وهذا يكفي لما تريدون معرفته: {needed, number} لكل رسالة.',
  'error.compositions.variants-full': 'هناك أربع رسائل بالفعل. احذفوا واحدة أولًا.',
  'error.compositions.variants-fixed': 'لقد بدأ وتُقارن رسائله: تبقى كما هي. تابعوه، أو اتركوه واكتبوا غيره.',
  'error.compositions.one-variant': 'هناك رسالة واحدة فقط. اكتبوا أولًا رسالة أخرى بجانبها.',
  'error.compositions.lot-ends-early':
    'يُحسب ما يفعله الناس خلال {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}: ومن استُثنوا يصلهم بعد ذلك، أو لا يصلهم.',
  'error.compositions.lot-of-members': 'ما يجب أن يعرفه الأعضاء يصل إليهم جميعًا: لا يُستثنى أحد بالقرعة.',
  'error.compositions.lot-at-one-moment':
    'مع ساعة لكل قارئ يصل إلى الجميع. أرسلوه في لحظة واحدة، أو لا تستثنوا أحدًا.',
  'error.compositions.variants-last-text': 'هذا هو النص الوحيد لهذه الرسالة. احذفوا الرسالة بدلًا من ذلك.',
  'error.compositions.variants-in-template': 'القالب رسالة واحدة. احذفوا الأخريات أولًا.',
  'error.experiments.more-than-all': 'سيكون المجموع أكثر من 100 من كل 100.',
  'mailings.results.so-far':
    'حتى الآن: الرسالة التي تعمل أسرع فقط تتقدّم لبعض الوقت. المهم هو ما يظهر هنا حين تنتهي أيامها.',
  'experiments.end-sharing': 'أخرجوه من الكتاب أمام الآخرين',
  'experiments.untold': 'عدد من فعلوا ذلك، أو لم يفعلوه، أقل من أن يُقال للآخرين.',
  'mailings.lot': 'لمعرفة ما الذي يغيّره',
  'mailings.lot.none': 'يصل إلى الجميع',
  'mailings.lot.two-days': 'واحد من كل عشرة، بالقرعة، يصله بعد يومين',
  'mailings.lot.week': 'واحد من كل عشرة، بالقرعة، يصله بعد أسبوع',
  'mailings.lot.never': 'واحد من كل عشرة، بالقرعة، لا يصله',
  'mailings.lot.hint':
    'ما يفعلونه في هذه الأثناء يُظهر ما كان سيحدث بدون الرسالة. نحو {count, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  'mailings.lot.later':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة يصله في {at}.} two {شخصان اختيرا بالقرعة يصلهما في {at}.} few {# أشخاص اختيروا بالقرعة يصلهم في {at}.} many {# شخصًا اختيروا بالقرعة يصلهم في {at}.} other {# شخص اختيروا بالقرعة يصلهم في {at}.}}',
  'mailings.lot.got':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة وصله في {at}.} two {شخصان اختيرا بالقرعة وصلهما في {at}.} few {# أشخاص اختيروا بالقرعة وصلهم في {at}.} many {# شخصًا اختيروا بالقرعة وصلهم في {at}.} other {# شخص اختيروا بالقرعة وصلهم في {at}.}}',
  'mailings.lot.without':
    '{count, plural, zero {لا أحد اختير بالقرعة.} one {شخص واحد اختير بالقرعة لا يصله.} two {شخصان اختيرا بالقرعة لا يصلهما.} few {# أشخاص اختيروا بالقرعة لا يصلهم.} many {# شخصًا اختيروا بالقرعة لا يصلهم.} other {# شخص اختيروا بالقرعة لا يصلهم.}}',
  'mailings.results': 'ما الذي نتج عنه',
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
  'mailings.results.sure': 'هذه الحدود صحيحة في 95 حالة من كل 100، مهما نظرتم قبل النهاية.',
  'mailings.results.languages': 'بحسب اللغة',
  'mailings.results.sources': 'بحسب مصدرهم',
  'mailings.results.lines': 'بحسب سبب إرساله إليهم',
  'mailings.results.variants': 'بحسب الرسالة',
  'mailings.results.people': 'الأشخاص',
  'mailings.variant': 'الرسالة {name}',
  'mailings.variants': 'الرسائل قيد التجربة',
  'mailings.variants.add': 'جرّبوا رسالة أخرى بجانبها',
  'mailings.variants.hint':
    'يصل إلى كل شخص واحدة منها، بالقرعة. وما يفعله بعدها يُظهر أي رسالة تحرّك عددًا أكبر.',
  'mailings.variants.drop': 'احذفوا هذه الرسالة',
  'mailings.variants.drop.confirm': 'تُحذف الرسالة {name} مع كل ما كُتب فيها. وتبقى الأخريات.',
  'experiments.form': 'ما الذي تكشفه الرسائل',
  'experiments.form.hint': 'قولوه قبل أن يُرسل. بعد ذلك يبقى كما هو، حتى لا يجد أحد لاحقًا ما كان يبحث عنه.',
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
  'experiments.save': 'احفظوه',
  'experiments.needed':
    'لذلك تحتاج كل رسالة إلى {count, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  'experiments.said':
    '{question} ما يُحسب: {deed}، خلال {days, plural, zero {أقل من يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'experiments.more':
    'الرسالة {name} تحرّك عددًا أكبر من الرسالة A: بزيادة من {least, number} إلى {most, number} من كل 100.',
  'experiments.fewer':
    'الرسالة {name} تحرّك عددًا أقل من الرسالة A: بنقص من {least, number} إلى {most, number} من كل 100.',
  'experiments.unclear':
    'لا يظهر فرق بين الرسالتين {name} وA: قد تحرّك الرسالة {name} ما يصل إلى {least, number} أقلّ من كل 100، أو ما يصل إلى {most, number} أكثر.',
  'experiments.title': 'الرسائل التي جُرّبت',
  'experiments.intro':
    'ما عرفته مجموعات هذا الموقع عن رسائلها، حتى حين لم ينتج شيء. انظروا هنا قبل أن تجرّبوا بأنفسكم.',
  'experiments.search': 'كلمات من السؤال',
  'experiments.any-deed': 'أي شيء',
  'experiments.empty.title': 'لم يجرّب أحد شيئًا بعد',
  'experiments.empty.text': 'اكتبوا مراسلة وجرّبوا رسالة أخرى بجانبها. ويظهر ما نتج هنا حين تنتهي أيامها.',
  'experiments.none': 'لا شيء كذلك. استعملوا كلمات أقل، أو انظروا إلى كل شيء.',
  'experiments.all': 'اعرضوا كل شيء',
  'experiments.by.other': 'مجموعة من هذا الموقع',
  'experiments.did': '{did} من {count}',
};
