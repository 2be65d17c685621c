export const outbox = {
  'mail.footer': 'هذه الرسالة من {site}.',
  'error.foreign-origin': 'جاء هذا الطلب من موقع آخر فلم يُنفَّذ. افتح الصفحة هنا وحاول من جديد.',
} as const;
