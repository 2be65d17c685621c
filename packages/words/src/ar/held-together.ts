import type { heldTogether as english } from '../en/held-together.ts';

export const heldTogether = {
  'events.owner.link':
    'وصلت عن طريق {group}: بريدك يذهب إليها. وعند الباب تقرأ {home} الاسم الذي تكتبه هنا ومن تصحبه وما تحتاج إليه.',
  'events.owner.home':
    'اسمك وبريدك يذهبان إلى {group}. أما المجموعات التي تقيمها معها فتعرف كم شخصًا حضر، بالعشرات.',
  'events.together.with': 'مع {groups}',
  'events.places.shared': 'شُغل ما لا يقل عن {taken, number} من {capacity, number} مكانًا',
  'events.places.all':
    '{capacity, plural, zero {لا أماكن} one {مكان واحد} two {مكانان} few {# أماكن} many {# مكانًا} other {# مكان}}',
  'events.going.shared': 'سيحضر {count, number} شخصًا أو أكثر',
  'events.through': 'عن طريق {group}',
  'events.own.through': 'أجبت عن طريق {group}: بريدك لديها.',
  'events.manage.sponsors': 'المجموعات التي تقيمها معكم',
  'events.manage.sponsors.text':
    'تظهر على صفحتها، وتظهر الفعالية في تقاويمها. ومن يجيب عن طريق رابط إحداها فهو من أشخاصها: تقرؤون في قائمتكم الاسم الذي كتبه، وعن طريق من يأتي.',

  'events.sponsorships': 'مع مجموعات أخرى',
  'events.sponsorships.text':
    'فعاليات تطلب منكم مجموعات أخرى إقامتها معًا. إن وافقتم ظهرت في تقويمكم وصار لكم رابط خاص.',
  'events.sponsorships.accept': 'نقيمها معًا',
  'events.sponsorships.accepted': 'تقيمونها معًا.',
  'events.sponsorships.leave': 'لم نعد نقيمها',
  'events.sponsorships.leave.sure':
    'تُزال من تقويمكم ويُزال اسمكم عن صفحتها. ومن أجابوا عن طريق رابطكم يبقون لكم.',
  'events.alongside': 'من يقيمها',
  'events.alongside.going': 'قالوا إنهم سيحضرون',
  'events.alongside.by-tens':
    'أرقامكم دقيقة. أما كم حضر من المجموعات الأخرى فيُعرف بعد إغلاق قائمة الباب: مقرّبًا إلى الأدنى، و«أقل من 10» لما دون العشرة.',
  'events.alongside.later': 'يُعرف بعدها',
  'events.alongside.whose': 'لمن الأشخاص الذين يحضرون؟',
  'events.alongside.whose.text':
    'من يجيب يكون من أشخاص المجموعة التي أوصله رابطها، وإلا فمن أشخاص المجموعة المضيفة؛ والنموذج يقول ذلك قبل الإجابة. وعند الباب قائمة واحدة فيها الاسم الذي كتبه كل منهم.',
  'events.alongside.own': 'أشخاصكم',
  'events.alongside.yours.text': 'كل من يجيب عن طريقه من أشخاص مجموعتكم. اطبعوا الرمز أو شاركوا الرابط.',

  'mail.rsvp.opt-in.through':
    'إن أردت أن تخبرك المجموعة التي وصلت عن طريقها بما سيحدث لاحقًا، فاضغط «نعم، أخبروني بما يستجد» في الصفحة خلف الزر أدناه. وإلا فلن يصلك إلا ما يخص هذه الفعالية.',
  'mail.events.sponsor-asked.subject': '{group} تطلب إقامة فعالية معًا: {title}',
  'mail.events.sponsor-asked.heading': 'إقامة فعالية معًا؟',
  'mail.events.sponsor-asked.text':
    'تطلب {group} من مجموعتكم إقامة «{title}» معها. إن وافقتم ظهرت في تقويمكم وصار لكم رابط خاص: من يجيب عن طريقه فهو من أشخاص مجموعتكم.',
  'mail.events.sponsor-accepted.subject': '{group} تقيمها معكم: {title}',
  'mail.events.sponsor-accepted.heading': 'الجواب نعم',
  'mail.events.sponsor-accepted.text': '{group} تقيم «{title}» معكم من الآن.',
  'mail.events.sponsor-declined.subject': '{group} تقول لا: {title}',
  'mail.events.sponsor-declined.heading': 'الجواب لا',
  'mail.events.sponsor-declined.text': '{group} لا تقيم «{title}» معكم في الوقت الحالي.',
  'mail.events.sponsor-left.subject': '{group} لم تعد تقيمها معكم: {title}',
  'mail.events.sponsor-left.heading': 'انسحبت مجموعة',
  'mail.events.sponsor-left.text':
    '{group} لم تعد تقيم «{title}» معكم. ومن قال عن طريق رابطها إنه سيحضر يبقى في قائمتكم.',
  'mail.events.sponsor-dropped.subject': 'لم تعودوا تقيمونها: {title}',
  'mail.events.sponsor-dropped.heading': 'أُزيل اسمكم عن فعالية',
  'mail.events.sponsor-dropped.text':
    'أزالت {group} مجموعتكم عن «{title}». ومن أجابوا عن طريق رابطكم يبقون لكم.',

  'error.events.owner-changed':
    'تغيّرت مجموعات هذه الفعالية وأنت تكتب. اقرأ أدناه إلى من يذهب بريدك الآن، ثم أرسلها من جديد.',
  'error.events.signed-elsewhere':
    'وقّعت عن طريق مجموعة غير التي تقيم هذه الفعالية. أجب في صفحتها، فهي تقول إلى من يذهب اسمك.',
  'error.events.own-sponsor': 'هذه مجموعة الفعالية نفسها.',
  'error.events.sponsor-said-no': 'قالت هذه المجموعة لا. يمكن سؤالها مجددًا بعد ثلاثين يومًا من ذلك.',
} as const satisfies Record<keyof typeof english, string>;
