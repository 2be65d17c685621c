export const paces = {
  'mail.mailing-stopped.subject': 'توقّفت «{subject}» من تلقاء نفسها',
  'mail.mailing-stopped.addresses':
    'أكثر من عنوان من كل عشرة عناوين ذهبت إليها حتى الآن لم يعد موجودا. ومن يكتب إلى عناوين كثيرة كهذه سرعان ما يُحسب مرسلا للبريد المزعج، فلا يصل بريد {group} إلى أحد.',
  'mail.mailing-stopped.complaints':
    'عدّها كثير ممن وصلتهم حتى الآن بريدا مزعجا. سرعان ما يصدّ مزوّدو البريد مرسلا كهذا، فلا يصل بريد {group} إلى أحد.',
  'mail.mailing-stopped.next': 'يُستثنون من الآن. انظر من أين جاءت بقية العناوين، ثم تابع الإرسال أو اتركه.',
  'mailings.stopped.addresses':
    'توقّفت من تلقاء نفسها: أكثر من عنوان من كل عشرة عناوين حتى الآن لم يعد موجودا، وهي تُستثنى من الآن. انظر من أين جاءت هذه القائمة قبل أن تتابع: مزوّدو البريد يصدّون من يكتب إلى قوائم قديمة، فلا يصل بريدك إلى أحد.',
  'mailings.stopped.complaints':
    'توقّفت من تلقاء نفسها: عدّها كثير من قرّائها بريدا مزعجا، ولن يصلهم بريدك بعد الآن. انظر هل طلبها الآخرون قبل أن تتابع.',
  'mailings.slowed': 'يقبل {provider} الآن {perMinute, number} في الدقيقة؛ وتنتظر ذلك {waiting, number}.',
  'mailings.slowed.rests': 'لا يقبل {provider} شيئا قبل {at}؛ وتنتظر ذلك {waiting, number}.',
  'mailings.slowed.server':
    'يقبل خادم البريد الآن {perMinute, number} في الدقيقة؛ وتنتظر ذلك {waiting, number}.',
  'mailings.slowed.server.rests': 'لا يقبل خادم البريد شيئا قبل {at}؛ وتنتظر ذلك {waiting, number}.',
  'mailings.slowed.hint': 'تتابع من تلقاء نفسها ولا يضيع شيء.',
  'mailings.stopped.title': 'أُوقفت',
  'mailings.stopped.hint': 'صحّح النص أدناه إن كان ذلك هو السبب. وما يستمر يذهب إلى من لم تصلهم بعد.',
  'mailings.resume': 'المتابعة',
};
