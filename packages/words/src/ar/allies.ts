import type { allies as english } from '../en/allies.ts';

export const allies = {
  'allies.title': 'حلفاء {coalition}',
  'allies.intro':
    'مجموعات تقف إلى جانب التحالف ولم تنتقل إلى هذا الموقع. لكل منها صفحة وضعها التحالف وهو مسؤول عنها، إلى أن يتسلمها أهلها.',
  'allies.nav': 'الحلفاء',
  'allies.beside': 'إلى جانبنا أيضًا، خارج هذا الموقع',
  'allies.empty':
    'لا صفحة لأي حليف بعد. يمكن لمجموعة تعمل معكم وليست في هذا الموقع أن تكون لها صفحة هنا، وأن تتسلمها حين تأتي.',
  'allies.empty.reader': 'لا صفحة هنا لأي حليف من حلفاء التحالف.',
  'allies.tag': 'ليست في هذا الموقع',
  'allies.tag.down': 'مسحوبة',
  'allies.tag.hidden': 'أخفاها الموقع',
  'allies.claims.count':
    '{count, plural, zero {لم يقل أحد إنها مجموعته} one {شخص واحد يقول إنها مجموعته} two {شخصان يقولان إنها مجموعتهما} few {# أشخاص يقولون إنها مجموعتهم} many {# شخصًا يقولون إنها مجموعتهم} other {# شخص يقولون إنها مجموعتهم}}',
  'allies.manage': 'التعديل والجواب والسحب',
  'allies.add': 'أضف حليفًا',
  'allies.add.rule':
    'أنت تتحدث هنا عن ناس لم يطلبوا ذلك. اكتب فقط ما يقولونه عن أنفسهم علنًا، وأخبرهم بالصفحة: يمكن أن تصير لهم.',
  'allies.add.submit': 'ضع الصفحة',
  'allies.field.name': 'الاسم',
  'allies.field.summary': 'ماذا تفعل',
  'allies.field.summary.hint': 'في جملة أو جملتين، كما تقول هي عن نفسها.',
  'allies.field.contact': 'كيف يمكن الوصول إليها',
  'allies.field.contact.hint': 'ما تنشره هي: مقر أو رقم أو عنوان. يقرأ هذا الجميع. ولا يُرسل أي بريد إليه.',
  'allies.field.link': 'صفحتها في مكان آخر',
  'allies.field.link.hint': 'تبدأ بـ https://',
  'allies.by': 'وضع هذه الصفحةَ {coalition}. لم تصنعها {ally}، وليست في هذا الموقع.',
  'allies.by.nobody': 'التحالف الذي وضع هذه الصفحة لم يعد هنا. لم تصنعها {ally}، وليست في هذا الموقع.',
  'allies.theirs':
    'أهذه مجموعتك؟ قل ذلك في هذه الصفحة فتصير لكم. ولسحبها أبلغ عنها: يقرر مشرفو هذا الموقع، ولا حاجة إلى حساب.',
  'allies.contact': 'كيف يمكن الوصول إليها',
  'allies.link': 'صفحتها في مكان آخر',
  'allies.campaigns': 'حملات تذكرها',
  'allies.campaigns.hint': 'لم تؤكد {ally} ذلك بنفسها.',
  'allies.campaigns.empty': 'لا تذكرها أي حملة.',
  'allies.claim': 'هذه نحن',
  'allies.claim.text':
    'قل من أنت في هذه المجموعة، وكيف يمكن السؤال عن ذلك. يقرأ أمناء {coalition} اسمك وهذه الكلمات، ويجيبون بالبريد. ومع جوابهم بنعم تصير الصفحة لمجموعتك، وتكون أمينها الأول.',
  'allies.claim.text.site':
    'قل من أنت في هذه المجموعة، وكيف يمكن السؤال عن ذلك. يقرأ مشرفو هذا الموقع اسمك وهذه الكلمات، ويجيبون بالبريد. ومع جوابهم بنعم تصير الصفحة لمجموعتك، وتكون أمينها الأول.',
  'allies.claim.stranger':
    'سجّل الدخول أولًا، أو افتح حسابًا. ثم قل من أنت في هذه المجموعة، ويجيبك بالبريد من وضع الصفحة.',
  'allies.claim.word': 'من أنت، وكيف يمكن السؤال',
  'allies.claim.word.hint': 'مثلًا دورك، ورقم أو عنوان تنشره المجموعة. لا يُعرض عليهم بريدك.',
  'allies.claim.submit': 'هذه نحن',
  'allies.claim.waiting': 'قلت إن هذه مجموعتك، وتنتظر جوابًا. سيصلك بالبريد.',
  'allies.claim.withdraw': 'تراجَع عنه',
  'allies.claim.closed': 'لا يمكن تسلم هذه الصفحة الآن.',
  'allies.down': 'هذه الصفحة مسحوبة. لا يراها غيركم، ولا يظهر اسمها بجانب أي حملة. وتزول في {date}.',
  'allies.hidden': 'أخفى أحد مشرفي الموقع هذه الصفحة. لا يراها أحد غيركم.',
  'allies.frozen': 'جمّد أحد مشرفي الموقع هذه الصفحة: تبقى كما هي، ولا يتسلمها أحد.',
  'allies.manage.title': 'صفحة {ally}',
  'allies.claims': 'من يقول «هذه نحن»',
  'allies.claims.intro':
    'مع جوابك بنعم تصير الصفحة لمجموعتهم فورًا: هم يغيرونها ويُسألون عنها، لا أنتم. قبل أن تجيب اسأل المجموعة بطريقة تعرف أنها طريقتها. ويرى الغرباء المجموعة الجديدة بعد أن يزكيها أحد مشرفي الموقع.',
  'allies.claims.empty': 'لم يقل ذلك أحد.',
  'allies.claims.own': 'هذه كلماتك أنت: يقرر غيرك.',
  'allies.claims.yes': 'هم حقًا',
  'allies.claims.yes.text': 'تصير صفحة {ally} مجموعة، ويكون {name} أمينها الأول. لا يمكن التراجع عن هذا.',
  'allies.claims.no': 'ليسوا هم',
  'allies.change': 'غيّر ما تقوله',
  'allies.take-off': 'احذف اسمها',
  'allies.take-down': 'اسحب الصفحة',
  'allies.take-down.text':
    'لا يراها أحد غيركم فورًا، ولا يظهر اسمها بجانب أي حملة. ويُخبَر من قال «هذه نحن» بأن الصفحة لم تعد موجودة. يمكنك إعادتها خلال ثلاثين يومًا، ثم تُحذف.',
  'allies.put-back': 'أعِد الصفحة',
  'allies.done.added': 'الصفحة موضوعة. أخبرهم بها: يمكن أن تصير لهم.',
  'allies.done.claimed': 'قلت ذلك. سيصلك الجواب بالبريد.',
  'allies.done.withdrawn': 'تراجعت عنه.',
  'allies.done.accepted': 'هم هنا الآن، في مجموعة لهم. ورسالة تخبرهم بذلك.',
  'allies.done.declined': 'أجبت بلا. ورسالة تخبرهم بذلك.',
  'allies.done.down': 'الصفحة مسحوبة.',
  'allies.done.back': 'عادت الصفحة.',
  'allies.done.off': 'لم يعد اسمها في الحملة.',
  'allies.unconfirmed': 'لم يؤكدوا ذلك',
  'allies.named': 'وتُذكر أيضًا:',
  'campaigns.manage.sponsors.ally': 'مذكورة؛ لم يؤكدوا ذلك',
  'campaigns.manage.sponsors.name': 'اذكرها',
  'campaigns.manage.sponsors.ally.hint':
    'الحليف الذي ليس في هذا الموقع ليس له من يجيب: يظهر أنه لم يؤكد ذلك. اذكره فقط إذا قال علنًا إنه يقف معكم.',
  'reports.link.ally': 'أبلغ عن هذه الصفحة أو اطلب سحبها',
  'error.groups.ally': 'هذه صفحة حليف وليست مجموعة: لا أحد فيها، ولا يزكيها أحد. ويمكن لأهلها تسلمها.',
  'error.groups.ally-of-others': 'لا يذكر هذا الحليفَ إلا التحالف الذي وضع هذه الصفحة والمجموعات التي فيه.',
  'error.coalitions.allies-full':
    'لدى التحالف صفحات {count, plural, zero {# حليف} one {حليف واحد} two {حليفين} few {# حلفاء} many {# حليفًا} other {# حليف}} على الأكثر. اسحب واحدة أولًا.',
  'error.coalitions.claims-full':
    'قال كثيرون إن هذه مجموعتهم وهم ينتظرون. عُد بعد أن يُجابوا، أو اكتب إلى مشرفي الموقع.',
  'error.coalitions.claimed-lately':
    'قلت ذلك قبل قليل. يمكن قوله من جديد بعد {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.',
  'error.coalitions.own-claim':
    'لا يقرر أحد في أمر نفسه. يجيب أمين آخر من أمناء التحالف، أو أحد مشرفي الموقع.',
  'mail.coalitions.ally-claimed.subject': 'أحدهم يقول: {ally}، هذه نحن',
  'mail.coalitions.ally-claimed.heading': 'أحدهم يقول إنها مجموعته',
  'mail.coalitions.ally-claimed.text':
    'شخص له حساب في {site} يقول إن {ally} مجموعته، وينتظر جوابك. ومع نعم تصير الصفحة لهم. اقرأ من يقول إنه هو، واسأل المجموعة بطريقة تعرف أنها طريقتها.',
  'mail.coalitions.claim-accepted.subject': 'صارت {ally} لكم في {site}',
  'mail.coalitions.claim-accepted.heading': 'الجواب نعم',
  'mail.coalitions.claim-accepted.text':
    'صارت صفحة {ally} لمجموعتك، وأنت أمينها الأول. يراها الغرباء بعد أن يزكيها أحد مشرفي الموقع. والحملات التي ذكرت {ally} تنتظر جوابك بين حملاتها.',
  'mail.coalitions.claim-declined.subject': '{ally}: لا',
  'mail.coalitions.claim-declined.heading': 'الجواب لا',
  'mail.coalitions.claim-declined.text':
    'لم يُصدَّق أن {ally} مجموعتك. يمكنك قول ذلك من جديد بعد أسبوع، وأن تقول كيف يمكن السؤال. وإن رأيت أن الصفحة يجب ألا تكون موجودة فأبلغ عنها: يقرر مشرفو الموقع.',
  'mail.coalitions.claim-ended.subject': 'لم يعد ممكنًا تسلم صفحة {ally}',
  'mail.coalitions.claim-ended.heading': 'انتهى ما قلته',
  'mail.coalitions.claim-ended.text':
    'قلت إن {ally} مجموعتك. سُحبت صفحتها، أو صارت مجموعة على يد شخص آخر منها.',
  'mail.coalitions.ally-moved.subject': 'انتقلت {ally} إلى هنا',
  'mail.coalitions.ally-moved.heading': 'حليف انتقل إلى هنا',
  'mail.coalitions.ally-moved.text':
    'صُدِّق شخص من {ally}، وصارت صفحتها مجموعة لها، ولم يعد {coalition} يغيرها. بعد أن يزكيها الموقع يمكنكم دعوتها إلى التحالف.',
} as const satisfies Record<keyof typeof english, string>;
