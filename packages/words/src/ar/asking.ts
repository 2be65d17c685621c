import type { asking as english } from '../en/asking.ts';

export const asking: Record<keyof typeof english, string> = {
  'mail.asking.subject': 'هل كان هذا أنت؟ أكّد ذلك على {site}',
  'mail.asking.heading': 'خطوة أخيرة',
  'mail.asking.rsvp':
    'أعطى أحدهم، وأغلب الظن أنه أنت، هذا العنوان للحضور إلى فعالية على {site}. الصفحة خلف الزر تعرض الفعالية وتطلب تأكيدك، ثم تصلك التفاصيل بالبريد.',
  'mail.asking.signature':
    'أعطى أحدهم، وأغلب الظن أنه أنت، هذا العنوان للتوقيع على {site}. الصفحة خلف الزر تعرض ما هو، ويُحتسب الاسم حين تؤكده هناك. والرابط نفسه يحذفه في أي وقت.',
  'mail.asking.not-you': 'إن لم تكن أنت فلا تفعل شيئًا: لن يُحتسب شيء ويُنسى العنوان.',
  'mail.asking.button': 'اعرضه وأكّد',
};
