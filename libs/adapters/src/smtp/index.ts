export { DigestMailer } from './digest-mailer';
export type { MailOptions } from './digest-mailer';
export { MailModule } from './mail.module';
export type { SmtpPlace } from './smtp-place';
