/** Words as they stand in HTML, in attributes too. */
export function escapeHtml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const body = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";
const paper = 'background-color:#fbf7ee;color:#1b1a17;';
const ink = 'color:#1b1a17;overflow-wrap:anywhere;';

/** The colours of the design tokens, inline, because many readers of mail drop style sheets. */
export const style = {
  paper,
  page: `${paper}max-width:36rem;margin:0 auto;padding:24px;font:16px/1.5 ${body};text-align:start;`,
  masthead:
    'margin:0 0 32px;padding:0 0 8px;border-bottom:4px solid #1b1a17;font-weight:700;font-size:14px;color:#1b1a17;',
  heading: 'margin:0 0 16px;font-size:28px;line-height:1.15;font-weight:800;color:#1b1a17;',
  paragraph: `margin:0 0 16px;${ink}`,
  button:
    'display:inline-block;padding:12px 24px;border-radius:6px;background-color:#b3301a;color:#ffffff;font-weight:700;text-decoration:none;',
  address: 'margin:0 0 16px;font-size:14px;color:#57534a;overflow-wrap:anywhere;',
  footer: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d9d1bf;',
  small: 'margin:0 0 8px;font-size:14px;color:#57534a;overflow-wrap:anywhere;',
  quiet: 'color:#57534a;text-decoration:underline;',
  part: `margin:24px 0 8px;font-size:20px;line-height:1.25;font-weight:800;${ink}`,
  link: 'color:#1b1a17;text-decoration:underline;',
  list: `margin:0 0 16px;${ink}`,
  close: `margin:4px 0;${ink}`,
  inner: `margin:4px 0 0;${ink}`,
  entry: `margin:0 0 4px;${ink}`,
  quote: 'margin:0 0 16px;',
  rule: 'margin:24px 0;border:0;border-top:1px solid #d9d1bf;height:0;',
  figure: 'margin:0 0 16px;',
  picture: 'display:block;max-width:100%;height:auto;border:0;border-radius:6px;',
  card: 'width:100%;margin:0 0 16px;border-collapse:separate;border-spacing:0;border:1px solid #d9d1bf;border-radius:6px;',
  cell: 'padding:12px;vertical-align:top;',
  stubCell: 'width:60px;padding:12px 0 12px 12px;vertical-align:top;',
  stubCellRtl: 'width:60px;padding:12px 12px 12px 0;vertical-align:top;',
  stub: 'width:60px;border-collapse:separate;border-spacing:0;border:2px solid #1b1a17;border-radius:6px;text-align:center;',
  month:
    'padding:0 2px;background-color:#1b1a17;color:#fbf7ee;font-size:14px;line-height:20px;font-weight:700;text-transform:uppercase;',
  day: 'padding:2px;color:#1b1a17;font-size:22px;line-height:32px;font-weight:800;',
  title: `margin:0 0 4px;font-size:18px;line-height:1.3;font-weight:800;${ink}`,
  line: 'margin:0;font-size:14px;color:#57534a;overflow-wrap:anywhere;',
  plainLink: 'color:#1b1a17;text-decoration:none;',
  action: `margin:12px 0 4px;${ink}`,
  slimButton:
    'display:inline-block;padding:8px 16px;border-radius:6px;background-color:#b3301a;color:#ffffff;font-weight:700;text-decoration:none;',
  unseen:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#fbf7ee;mso-hide:all;',
};

export const darkStyle = [
  '@media (prefers-color-scheme: dark){',
  '.paper{background-color:#171612!important;color:#f4efe3!important}',
  '.ink{color:#f4efe3!important}',
  '.soft{color:#b8b0a0!important}',
  '.rule{border-color:#f4efe3!important}',
  '.line{border-color:#57534a!important}',
  '.month{background-color:#f4efe3!important;color:#171612!important}',
  '.button{background-color:#ff8a6b!important;color:#1b1a17!important}',
  '}',
].join('');
