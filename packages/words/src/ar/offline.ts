import type { offline as english } from '../en/offline.ts';

export const offline: Record<keyof typeof english, string> = {
  'offline.title': 'لا يوجد اتصال',
  'offline.text':
    'لا يمكن الوصول إلى هذه الصفحة الآن. ما يخصك محفوظ على هذا الجهاز: صفحتك الرئيسية والفعاليات التي ستحضرها.',
  'offline.typed': 'إن أرسلت استمارة فهي لم تصل. عد إلى الخلف: ما كتبته ما زال هناك.',
  'offline.again': 'حاول مرة أخرى',
  'offline.home': 'اعرض ما حُفظ',
  'offline.kept': 'أنت غير متصل. هذا كما كان في {time}.',
};
