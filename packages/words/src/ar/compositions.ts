export const compositions = {
  'compositions.merge.friend': 'صديقنا',
  'compositions.check.merge-unknown': '{word} ليست من الكلمات التي تُستبدل، وستُقرأ كما هي. ربما كُتبت خطأ.',
  'compositions.check.merge-open':
    'أقواس {word} غير مغلقة. الكلمة التي تُستبدل تقف بين قوسين معقوفين من كل جانب.',
  'compositions.check.block-unknown': '{word} ليست من الكتل المعروفة، وستُقرأ كما هي. ربما كُتبت خطأ.',
  'compositions.check.block-incomplete':
    'ينقص شيء في {word}. تُسمّى الفعالية أو العريضة بآخر عنوانها، ويُسمّى الزر بكلماته.',
  'compositions.check.block-inside': '{word} تقف بين كلمات، أو في قائمة أو اقتباس. ضعوها على سطر خاص بها.',
  'compositions.check.button-address':
    '{word} لا يؤدي إلى مكان. ضعوا سهمًا بعد كلماته ثم عنوانًا يبدأ بـ https:// أو، في هذا الموقع، بـ /.',
  'compositions.check.link-address':
    'لا يستطيع أحد اتباع رابط إلى {word}. العنوان يبدأ بـ https:// أو، في هذا الموقع، بـ /، وليس فيه كلمات تُستبدل.',
  'compositions.check.link-unused':
    '{word} يقول إلى أين يؤدي رابط، وليس هناك رابط كهذا، فلا يقرؤه أحد. اكتبوا [كلمات](عنوان) حيث ينبغي أن يقف الرابط.',
  'compositions.check.picture-foreign':
    'الصورة {word} ليست على هذا الموقع، فتخبر موقعًا آخر بمن يقرأ الرسالة. ارفعوها هنا.',
  'compositions.check.subject-long':
    'في الموضوع {count, number} حرفًا، والهاتف يعرض نحو 40. لا تتجاوزوا {max, number}، وابدؤوا بالأهم.',
  'compositions.check.subject-capitals':
    'الموضوع كله بأحرف كبيرة: يُقرأ كالصراخ، وتحسبه المرشّحات إعلانًا. اكتبوه كما تقولونه.',
  'compositions.check.exclamations':
    '{count, plural, zero {لا علامات تعجب} one {هناك علامة تعجب واحدة} two {هناك علامتا تعجب} few {هناك # علامات تعجب} many {هناك # علامة تعجب} other {هناك # علامة تعجب}}. واحدة تكفي: تحسب المرشّحات ما زاد إعلانًا.',
  'compositions.check.loud-word':
    'استهلك الإعلان كلمة «{word}»، والمرشّحات تعدّها. قولوها بطريقة أخرى إن أمكن.',
  'compositions.check.many-links':
    'في الرسالة {count, plural, zero {# رابط} one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}. أبقوا الاثنين أو الثلاثة المهمة: الناس يتبعون الأولى، والمرشّحات ترتاب من الكثرة.',
  'compositions.check.short-link':
    'يمر رابط عبر {host} الذي يخفي إلى أين يؤدي، ومرشّحات كثيرة ترفض ذلك. ضعوا العنوان نفسه، أو رابطًا قصيرًا من هذا الموقع.',
  'compositions.check.link-differs':
    'يقول رابط {words} ويؤدي إلى {address}. هكذا يفعل المحتالون، والمرشّحات تعرف ذلك. ليقل إلى أين يؤدي.',
  'compositions.check.only-pictures':
    'هناك صورة ولا كلمات تقريبًا. اكتبوا في الرسالة ما تقوله الصورة: كثيرون لا يرونها، والمرشّحات ترتاب منها.',
  'compositions.check.alt-missing':
    '{count, plural, zero {لا صور} one {صورة واحدة لا تقول} two {صورتان لا تقولان} few {# صور لا تقول} many {# صورة لا تقول} other {# صورة لا تقول}} ما يُرى فيها. اكتبوه بين القوسين المربعين لمن لا يرى الصور.',
  'compositions.check.preheader-missing':
    'لا كلمات أولى. اكتبوا سطرًا يقف بجانب الموضوع في قائمة الرسائل، وإلا قرأ الناس هناك بداية الرسالة.',
  'compositions.check.size-large':
    'حجم الرسالة {kilobytes, number} كيلوبايت، وهذا كثير على اتصال ضعيف. احذفوا ما لا يلزم، والصور أولًا.',
  'compositions.check.size-refused':
    'حجم الرسالة {kilobytes, number} كيلوبايت، وما زاد على {max, number} كيلوبايت لا يُرسل: تقطعه صناديق البريد أو ترفضه. احذفوا صورًا أو كلمات.',
  'compositions.check.merge-fallback':
    "من لا اسم له يُنادى «{friend}» حيث تقول الرسالة {word, select, name {'{{الاسم}}'} other {'{{الاسم الأول}}'}}. إن كانت كلمة أخرى أنسب فضعوها بعد خط قائم: {word, select, name {'{{الاسم|جارنا}}'} other {'{{الاسم الأول|جارنا}}'}}.",
} as const;
