import type { frames as english } from '../en/frames.ts';

export const frames = {
  'campaigns.frames': 'مروية بطرق أخرى',
  'campaigns.frames.text':
    'الحملة نفسها لأناس آخرين، أو لقضية ثانية، بعنوان وقصة وصورة ورابط خاصة بها. وكل اسم يُحسب للحملة الواحدة.',
  'campaigns.frames.none':
    'لا تُروى حتى الآن إلا بطريقة واحدة. «أنقذوا المكتبة» تخاطب من يقرأ؛ و«ليبقَ الحي متصلًا» تخاطب كل من لا خطّ مجانيًّا له إلا خط المكتبة، والمجلس يقرر في الأمرين في المساء نفسه.',
  'campaigns.frames.own-page': 'صفحة الحملة نفسها',
  'campaigns.frames.new': 'اروها بطريقة أخرى',
  'campaigns.frames.edit': 'تغيير ما تقوله',
  'campaigns.frames.way': 'تُروى هكذا',
  'campaigns.frames.for': 'لمن: {label}',
  'campaigns.frames.by': 'ترويها {group}',
  'campaigns.frames.state.draft': 'مسودة',
  'campaigns.frames.state.asked': 'تنتظر جوابًا',
  'campaigns.frames.state.published': 'منشورة',
  'campaigns.frames.state.withdrawn': 'مسحوبة',
  'campaigns.frames.visits': 'الزيارات عبر روابطها',
  'campaigns.frames.signed': 'وقّعوا',
  'campaigns.frames.by-links': 'من الزيارات عبر روابطكم',
  'campaigns.frames.came': 'حضروا',
  'campaigns.frames.elsewhere': 'ونحو {count, number} من مجموعات أخرى',
  'campaigns.frames.of-visits': 'وقّع {signed, number} من {visits, number} ({share, number} من كل 100)',
  'campaigns.frames.unclear': 'العدد أقل من أن تتميز عن صفحة الحملة نفسها.',
  'campaigns.frames.more':
    'من الذين وصلوا إليها عبر روابطكم وقّع أكثر مما وقّع من الذين وصلوا إلى صفحة الحملة نفسها.',
  'campaigns.frames.fewer':
    'من الذين وصلوا إليها عبر روابطكم وقّع أقل مما وقّع من الذين وصلوا إلى صفحة الحملة نفسها.',
  'campaigns.frames.honest':
    'ناس مجموعتكم محسوبون بدقة، وناس المجموعات الأخرى بالعشرات، وبعضهم لا يُذكر في أي مكان. والزيارات زيارات لا أشخاص. ولم يُرسل أحد إلى هنا أو هناك بالقرعة: فالفرق من الكلمات وممن وصلت إليهم.',
  'campaigns.frames.waiting': 'طريقة أخرى لرواية الحملة تنتظر جوابكم',
  'campaigns.frames.waiting.text': 'كتبتها {group}. متى وافقتم نُشرت، برابط يخص {group}.',
  'campaigns.frames.look': 'اقرأها',
  'campaigns.frames.yes': 'نعم، لتُنشر',
  'campaigns.frames.no': 'لا',
  'campaigns.frames.no.text': 'يصل ذلك إلى {group} مع كلمتكم، ولها أن تغيّرها وتسأل من جديد.',
  'campaigns.frames.no.word': 'كلمة لهم',
  'campaigns.frames.said-no': 'كان الجواب لا.',
  'campaigns.frames.take-off': 'اسحبها',
  'campaigns.frames.take-off.text':
    'تختفي صفحتها، ويقود رابطها إلى صفحة الحملة نفسها. ومن وقّع يبقى محسوبًا. ويمكن نشرها من جديد.',
  'campaigns.frames.put-out': 'انشرها من جديد',
  'campaigns.frames.link': 'رابطها، للطباعة والتضمين',
  'campaigns.frames.link.text': 'من يوقّع عن طريقه يكون من ناس مجموعتكم، ويُحسب لكم.',
  'campaigns.frames.take-back': 'اسحب السؤال',
  'campaigns.frames.remove': 'احذف المسودة',
  'campaigns.frames.remove.text': 'لم يرها أحد غير مجموعتكم، ولا يستطيع أحد استعادتها.',
  'campaigns.frames.save': 'احفظ',
  'campaigns.frames.save.draft': 'احفظ المسودة',
  'campaigns.frames.save.hint': 'لا يراها بعدُ إلا من ينشر باسم مجموعتكم.',
  'campaigns.frames.save.publish': 'احفظ وانشر',
  'campaigns.frames.save.ask': 'احفظ واسأل {group}',
  'campaigns.frames.save.ask.hint': 'تُنشر متى وافقت {group}. وتبقى بعد ذلك كما هي؛ ولتغييرها اسحبوها أولًا.',
  'campaigns.frames.of': 'تروي: {title}',
  'campaigns.frames.field.label': 'لمن',
  'campaigns.frames.field.label.hint': 'لا تقرؤها إلا مجموعات هذه الحملة، مثل: مستأجرون بلا خط.',
  'campaigns.frames.field.title': 'العنوان',
  'campaigns.frames.field.title.hint': 'ما يقوله هؤلاء الناس، مثل: ليبقَ الحي متصلًا.',
  'campaigns.frames.field.ask': 'ماذا تطلبون منهم، في جملة',
  'campaigns.frames.field.ask.hint': 'ما تطلبه الحملة نفسها مكتوب على الصفحة أيضًا: لا يوقّع أحد دون أن يقرأه.',
  'campaigns.frames.field.picture-alt': 'ماذا تُظهر الصورة',
  'campaigns.frames.field.picture-alt.hint': 'لمن لا يراها.',
  'campaigns.frames.templates': 'ابدأ بواحدة',
  'campaigns.frames.templates.text':
    'ثلاث تتكرر حيثما قُطع الناس أو رُوقبوا. ما بين القوسين المعقوفين تقولونه بكلماتكم؛ ولا تُنشر قبل ذلك.',
  'campaigns.frames.template.none': 'صفحة فارغة',
  'campaigns.frames.template.access': 'الوصول',
  'campaigns.frames.template.access.title': 'ليبقَ الحي متصلًا',
  'campaigns.frames.template.access.ask':
    'عند [كم بيتًا] في [الحي]، [المكتبة] هي الخط الوحيد الذي لا يكلّف شيئًا. لتبقَ مفتوحة.',
  'campaigns.frames.template.access.story':
    'الواجبات المدرسية وطلبات العمل ومواعيد العيادة ومكتب الإعانات كلها على الشبكة. في [الحي] لا خط خاصًّا عند [كم بيتًا]، لأن [السبب: السعر، لا عقد، لا سلك].\n\nيذهبون إلى [المكتبة]. إن أُغلقت انقطعوا.\n\n[يوم إحدى الجارات أو أحد الجيران، بكلماتهم وبموافقتهم.]\n\nنطلب من [صاحب القرار] أن تبقى مفتوحة حتى يكون في كل بيت خط يقدر أهله على ثمنه.',
  'campaigns.frames.template.surveillance': 'المراقبة',
  'campaigns.frames.template.surveillance.title': 'لا يتبعنا أحد إلى بيوتنا',
  'campaigns.frames.template.surveillance.ask':
    'لا [كاميرات تعرف الوجوه] في [الشارع] قبل أن نُسأل، وقاعدة تنهي ذلك.',
  'campaigns.frames.template.surveillance.story':
    'يريد [من] أن يضع [كاميرات تعرف الوجوه] في [الشارع]. ولم يُسأل أحد ممن يسكن هناك.\n\nيبقى ما يُسجَّل [كم من الوقت]، ولِـ[من] أن ينظر فيه. ومن يمشي إلى عيادة أو مسجد أو نقابة أو صديق يُكتب مع الباقين.\n\n[ما حدث هنا من قبل، وأين يُقرأ.]\n\nنطلب من [صاحب القرار] أن يوقفه، وأن يقول ما هو موجود، وأن يقرر من يعيشون معه.',
  'campaigns.frames.template.shutoffs': 'القطع',
  'campaigns.frames.template.shutoffs.title': 'لا يُقطع عن أحد',
  'campaigns.frames.template.shutoffs.ask':
    'لا خط ولا هاتف ولا كهرباء تُقطع في [الحي] بسبب فاتورة، ولا قبل [قرار أو احتجاج].',
  'campaigns.frames.template.shutoffs.story':
    'في [الشهر] قُطع عن [كم بيتًا] في [الحي]. بلا خط لا يتصل أحد بطبيب أو محامية أو جار.\n\nحدث ذلك لأن [السبب: فاتورة، أمر، احتجاج]. وصل الإخطار قبله بـ[كم من الوقت]، أو لم يصل.\n\n[بيت واحد، بكلمات أهله وبموافقتهم.]\n\nنطلب من [صاحب القرار] قاعدة: لا قطع بسبب فاتورة، وإخطار قبل [كم] يومًا، ولا قطع أبدًا لإسكات الناس.',
  'campaigns.frames.counts-for': 'اسمك يُحسب لهذه الحملة',
  'campaigns.frames.counts-for.of': '«{title}»، من {group}',
  'campaigns.frames.owner':
    'هذه الصفحة ترويها {group}: اسمك وعنوانك يذهبان إليها. {home} تدير الحملة التي يُحسب لها اسمك، وتعرف كم شخصًا وقّع.',
  'campaigns.frames.notice.draft': 'مسودة. لا يراها بعدُ إلا من ينشر باسم {group}.',
  'campaigns.frames.notice.asked': 'لم تُنشر بعد: تنتظر جوابًا من {group}.',
  'campaigns.frames.notice.withdrawn': 'سُحبت. لا يراها إلا من يكتبها أو يُسأل عن الحملة.',

  'error.campaigns.frame-gap': 'قولوها بكلماتكم: {gap}',
  'error.campaigns.frame-state': 'لا يمكن فعل ذلك بها الآن. انظروا كيف حالها.',
  'error.campaigns.frame-changed': 'تغيّرت وأنتم تقرؤونها. اقرؤوها من جديد.',
  'error.campaigns.frame-of-letter': 'ما توقّعه المنظمات نص واحد. لا يمكن أن يُروى بطريقة أخرى.',
  'error.campaigns.frame-private': 'لا يستطيع الغرباء رؤية مجموعتكم، فلن يقدر أحد على فتح صفحتها.',
  'error.campaigns.frames-most': 'كتبت مجموعتكم {most, number} لهذه الحملة. احذفوا مسودة أو غيّروا واحدة.',
  'error.campaigns.frames-out': 'لهذه الحملة {most, number} منشورة من قبل. اسحبوا واحدة أولًا.',

  'mail.campaigns.frame-asked.subject': '{group} تطلب أن تروي حملتكم بطريقتها: {title}',
  'mail.campaigns.frame-asked.heading': 'تنتظر جوابكم',
  'mail.campaigns.frame-asked.text':
    '{group} تساند حملتكم، وكتبت لها صفحة أخرى: «{title}». تُنشر متى وافقت مجموعتكم.',
  'mail.campaigns.frame-published.subject': 'نُشرت: {title}',
  'mail.campaigns.frame-published.heading': 'الجواب نعم',
  'mail.campaigns.frame-published.text':
    'وافقت {group} على «{title}». ولها رابط يخص مجموعتكم: من يوقّع عن طريقه يكون من ناسكم.',
  'mail.campaigns.frame-refused.subject': '{group} تقول لا: {title}',
  'mail.campaigns.frame-refused.heading': 'الجواب لا',
  'mail.campaigns.frame-refused.text':
    'لا توافق {group} على نشر «{title}» كما هي. لكم أن تغيّروها وتسألوا من جديد.',
  'mail.campaigns.frame-withdrawn.subject': '{group} سحبتها: {title}',
  'mail.campaigns.frame-withdrawn.heading': 'سُحبت صفحة لكم',
  'mail.campaigns.frame-withdrawn.text':
    'سحبت {group} «{title}». ويقود رابطها إلى صفحة الحملة نفسها، ومن وقّع يبقى محسوبًا.',
} satisfies Record<keyof typeof english, string>;
