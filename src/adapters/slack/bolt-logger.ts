import { LogLevel, type Logger } from '@slack/bolt';
import { redact } from '../../core/redact.ts';
import type { Log } from '../../ports.ts';

const LONGEST = 300;

function said(parts: readonly unknown[]): string {
  const text = parts.map((part) => (part instanceof Error ? `${part.name}: ${part.message}` : String(part))).join(' ');
  return redact(text).slice(0, LONGEST);
}

/** Slack's libraries write here. Their debug lines hold request bodies and tokens: the level is fixed above them. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...parts: unknown[]) => log.debug('slack.library', { said: said(parts) }),
    warn: (...parts: unknown[]) => log.warn('slack.library', { said: said(parts) }),
    error: (...parts: unknown[]) => log.error('slack.library', { said: said(parts) }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
