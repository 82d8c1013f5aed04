import type { LoggerService } from '@nestjs/common';
import type { SafeLog } from './safe-log';

const contextOf = (params: readonly unknown[]): string => {
  const last = params.at(-1);
  return typeof last === 'string' && !last.includes(' ') ? last : 'nest';
};
const asError = (message: unknown): unknown => (message instanceof Error ? message : undefined);

/**
 * The framework's own words, through the safe log. Until the application listens nobody has sent anything yet, so a
 * fault in its wiring is told in full; from then on only its kind is.
 */
export class NestLog implements LoggerService {
  private listening = false;

  constructor(
    private readonly safe: SafeLog,
    private readonly tellOperator: (text: string) => void,
  ) {}

  startsListening(): void {
    this.listening = true;
  }

  /** How modules were wired is of no interest while it works. */
  log(): undefined {
    return undefined;
  }

  error(message: unknown, ...params: readonly unknown[]): void {
    this.beforeListening(message);
    this.safe.error('framework-error', asError(message), { context: contextOf(params) });
  }

  warn(message: unknown, ...params: readonly unknown[]): void {
    this.beforeListening(message);
    this.safe.warn('framework-warning', asError(message), { context: contextOf(params) });
  }

  private beforeListening(message: unknown): void {
    if (!this.listening) this.tellOperator(message instanceof Error ? message.message : String(message));
  }
}
