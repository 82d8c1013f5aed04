import MailComposer from 'nodemailer/lib/mail-composer';
import type { Digest } from './digest.rule';
import { toHtml, toText } from './digest.text';

/** `id`: opaque, the same at every repeat; `listId`: of the subscription. Both end up in headers. */
export type MailFrame = Readonly<{ from: string; to: string; id: string; listId: string; at: string }>;

const PLAIN = /[^A-Za-z0-9-]/g;
const inHeader = (id: string): string => id.replace(PLAIN, '');

/** A mail as it leaves. Everything in its headers is a number, an id of ours, or an address that was checked. */
export const toMail = (digest: Digest, { from, to, id, listId, at }: MailFrame): Promise<Uint8Array> => {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const { subject, isUrgent } = digest;
  const composer = new MailComposer({
    from: { name: 'IBEX', address: from },
    to: { name: '', address: to },
    subject,
    date: new Date(at),
    messageId: `<${inHeader(id)}@${domain}>`,
    text: toText(digest),
    html: toHtml(digest),
    headers: {
      // RFC 3834, 5 and RFC 2919, 3: no automatic answers, and a list that rules can sort by
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<${inHeader(listId)}.${domain}>`,
      ...(isUrgent ? { 'X-Priority': '1 (Highest)', Importance: 'High' } : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
