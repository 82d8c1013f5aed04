import { createHash } from 'node:crypto';

/** Of the console's frame what these few pages need: they stand alone, so that no address of another app stands in them. */
const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--text:#0b0c0c;--link:#1a65a6;--button:#0f7a52;--on:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ground:#14181c;--text:#f3f2f1;--link:#7fb8ea;--button:#5fd08a;--on:#0b0c0c}}
body{margin:0;background:var(--ground);color:var(--text);font:19px/1.32 "Helvetica Neue",Arial,sans-serif}
header{background:#0b2e4f;color:#fff;padding:10px 0}
header p,main{box-sizing:border-box;max-width:990px;margin:0 auto;padding:0 15px}
header p{font-size:24px;font-weight:700;letter-spacing:.04em}
header small{font-size:16px;font-weight:400;letter-spacing:0}
main{padding-top:40px;padding-bottom:40px}
h1{margin:0 0 20px;font-size:32px;line-height:1.1}
p{max-width:34em;margin:0 0 20px}
a{color:var(--link)}
button{padding:8px 12px;border:2px solid transparent;background:var(--button);color:var(--on);font:inherit;cursor:pointer}
a:focus,button:focus{outline:3px solid transparent;background:#fd0;color:#0b0c0c;box-shadow:0 -2px #fd0,0 4px #0b0c0c;text-decoration:none}
@media print{button{display:none}header{background:none;color:#000;border-bottom:1px solid #000}}`;

const digestOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** `body`: HTML of our own making. `script`: the only one that may run. */
export type TrialPage = Readonly<{ title: string; body: string; script?: string }>;

/** What a browser may do on it: no more than is written in it. */
export const policyOf = ({ script }: TrialPage): string =>
  [
    "default-src 'none'",
    `style-src ${digestOf(STYLE)}`,
    ...(script === undefined ? [] : [`script-src ${digestOf(script)}`]),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

export const htmlOf = ({ title, body, script }: TrialPage): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} - IBEX trial</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><header><p>IBEX <small>trial accounts</small></p></header>
<main><h1>${title}</h1>${body}</main>${script === undefined ? '' : `<script>${script}</script>`}</body></html>`;
