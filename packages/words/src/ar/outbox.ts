export const outbox = {
  'mail.footer': 'هذه الرسالة من {site}.',
  'error.foreign-origin':
    'لم يأتِ هذا الطلب من صفحة في هذا الموقع، أو أن متصفحك لا يذكر ذلك، فلم يُنفَّذ. افتح الصفحة هنا وحاول من جديد.',
} as const;
