export const ladders = {
  'error.ladders.faults': 'ثمة ما يمنع فتحه، وهو مذكور عند الخطوة.',
  'error.ladders.more-by-now':
    'الآن {count, plural, zero {لن يبدأ أحد} one {سيبدأ شخص واحد} two {سيبدأ شخصان} few {سيبدأ # أشخاص} many {سيبدأ # شخصًا} other {سيبدأ # شخص}} دفعة واحدة. راجعه ثم افتحه.',
  'error.ladders.too-many': 'تحتفظ المجموعة بـ{most, number} سلّمًا غير منتهٍ. أنهِ واحدًا أو احذفه أولًا.',
  'error.ladders.too-many-steps': 'للسلّم {most, number} خطوة على الأكثر.',
  'error.ladders.too-deep': 'لا يقع التفرّع إلا داخل تفرّع واحد. ضعه بعده، أو ابدأ سلّمًا آخر.',
  'error.ladders.membership-of-members': 'ما يجب أن يعرفه الأعضاء يصل إلى من انضموا، لا إلى غيرهم.',
  'error.ladders.thing-unknown': 'هذا لم يعد من المجموعة. اختر غيره.',
  'error.ladders.no-colleague': 'اختر من يرى أشخاص المجموعة.',
  'error.ladders.one-sentence': 'اختر جملة واحدة.',
  'error.ladders.step-kind': 'تبقى الخطوة على نوعها. احذفها وأضف غيرها.',
  'error.ladders.counting-takes-long': 'العدّ يستغرق وقتًا طويلًا الآن. حاول بعد قليل.',
  'ladders.new-name': 'سلّم جديد',
  'ladders.rung.label': '{ladder}، الخطوة {number, number}: {step}',
  'ladders.step.wait': 'انتظار',
  'ladders.step.send': 'رسالة',
  'ladders.step.invite': 'دعوة',
  'ladders.step.tag': 'وسم',
  'ladders.step.hand': 'تسليم',
  'ladders.step.stop': 'توقّف إذا',
  'ladders.step.branch': 'تفرّع',
  'mail.ladder-handed.subject': '{group}: من ينتظر تواصلك',
  'mail.ladder-handed.text':
    'سلّمك السلّم «{ladder}» أشخاصًا: التواصل معهم إليك من الآن. والسبب في ملاحظات كل منهم.',
  'mail.ladder-handed.button': 'عرضهم',
  'ladders.invite.subject': 'هل تأتي؟',
  'ladders.invite.body':
    "مرحبًا '{{الاسم الأول|صديقنا}}'،\n\nهذا لقاؤنا القادم الأقرب إليك:\n\n'{{فعالية الأقرب}}'\n\nاصطحب معك أحدًا.",
  'mail.ladder-stopped.subject': 'توقّف السلّم «{ladder}» من تلقاء نفسه',
  'mail.ladder-stopped.many':
    'سيبدأه دفعة واحدة عدد أكبر مما يحق لشخص وحده السماح به. لم يبدأ أحد منهم: تأكد أنهم من قصدت.',
  'mail.ladder-stopped.gone':
    'تسأل إحدى جمله عن شيء لم يعد موجودًا أو لم تعد تراه. ولكي لا يبقى عليه من ينبغي أن يغادره، لا يتقدم أحد.',
  'mail.ladder-stopped.next': 'سُحبت الرسائل المنتظرة. من صفحته يمكن متابعته أو إنهاؤه.',
  'mail.ladder-stopped.button': 'فتح السلّم',
  'ladders.stopped.many':
    'سيبدأ دفعة واحدة عدد أكبر مما يحق لشخص وحده السماح به، فتوقّف من تلقاء نفسه. تأكد أنهم من قصدت؛ وتلزم موافقة شخص آخر قبل المتابعة.',
  'ladders.stopped.gone':
    'تسأل جملة فيه عن شيء لم يعد موجودًا، فتوقّف من تلقاء نفسه: وإلا بقي عليه من ينبغي أن يغادره. أنشئ مسودة منه وصحّح ذلك، ثم أنهِ هذا.',
};
