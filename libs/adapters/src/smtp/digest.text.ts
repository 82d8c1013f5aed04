import type { Digest } from './digest.rule';

const TITLES = { urgent: 'Urgent', prompt: 'Prompt', routine: 'Routine' } as const;
const WHY =
  'This message says how many, and nothing of whom: open the inbox to see. Nobody reads answers to it. Your authority subscribed to it and can change, pause or close the subscription.';

const groupText = ({ urgency, counts }: Digest['groups'][number]): string =>
  [TITLES[urgency], ...counts.map(({ kind, count }) => `  ${String(count).padStart(4)}  ${kind}`)].join('\n');

/** For those who read plain text. */
export const toText = ({ headline, groups, oldestDue, link, isReplay }: Digest): string => {
  const parts = [
    `${headline} in your authority’s inbox.`,
    ...(isReplay ? ['Somebody of your authority ordered these to be sent again.'] : []),
    ...groups.map(groupText),
    ...(oldestDue === undefined ? [] : [`First due: ${oldestDue} (London time)`]),
    `Open the inbox: ${link}`,
    WHY,
  ];
  return `${parts.join('\n\n')}\n`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const groupHtml = ({ urgency, counts }: Digest['groups'][number]): string => {
  const rows = counts.map(
    ({ kind, count }) => `<tr><td align="right">${count}</td><td>${escaped(kind)}</td></tr>`,
  );
  return `<h2>${TITLES[urgency]}</h2><table cellpadding="4">${rows.join('')}</table>`;
};

/** The same for everybody else: no script, no picture, nothing fetched from anywhere. */
export const toHtml = (digest: Digest): string => {
  const { headline, groups, oldestDue, link, isReplay } = digest;
  const parts = [
    `<h1>${escaped(headline)} in your authority’s inbox</h1>`,
    ...(isReplay ? ['<p>Somebody of your authority ordered these to be sent again.</p>'] : []),
    ...groups.map(groupHtml),
    ...(oldestDue === undefined ? [] : [`<p>First due: ${escaped(oldestDue)} (London time)</p>`]),
    `<p><a href="${escaped(link)}">Open the inbox</a></p>`,
    `<p><small>${WHY}</small></p>`,
  ];
  const head = `<head><meta charset="utf-8"><title>${escaped(digest.subject)}</title></head>`;
  return `<!DOCTYPE html><html lang="en-GB">${head}<body>${parts.join('')}</body></html>`;
};
