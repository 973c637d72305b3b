import pino, { type DestinationStream } from 'pino';
import { redacted } from '../core/redact.ts';
import type { Log, LogFields } from '../ports.ts';

export type LogOptions = {
  /** One of pino's levels; `silent` writes nothing at all. */
  readonly level: string;
  /** The command line keeps standard output for its answers. */
  readonly to: 'stdout' | 'stderr' | DestinationStream;
};

/** Writes one line of JSON for each event. Whatever has the name or the shape of a secret or of personal data is masked first. */
export function createLog({ level, to }: LogOptions): Log {
  const destination =
    typeof to === 'string' ? byTurns(pino.destination({ fd: to === 'stdout' ? 1 : 2, sync: true })) : to;
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const write =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      if (logger.isLevelEnabled(name)) logger[name](safe(fields), event);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** What is logged in one turn of the event loop is written at once, at the end of the process as well: a write costs more than a line. */
function byTurns(destination: DestinationStream): DestinationStream {
  let lines = '';
  let ending = false;
  const write = (): void => {
    const text = lines;
    lines = '';
    if (text !== '') destination.write(text);
  };
  process.on('exit', () => {
    ending = true;
    write();
  });
  return {
    write(line) {
      // No turn comes after the last one.
      if (ending) return destination.write(line);
      if (lines === '') setImmediate(write);
      lines += line;
    },
  };
}

const OUR_KEYS = ['level', 'time', 'event'];

// A field that cannot be read must not stop the work that is being logged; one that has a name of ours must not take its place.
function safe(fields: LogFields): object {
  try {
    const copy = redacted(fields);
    if (typeof copy !== 'object' || copy === null) return {};
    return Object.fromEntries(
      Object.entries(copy).map(([key, value]) => [OUR_KEYS.includes(key) ? `${key}_` : key, value]),
    );
  } catch {
    return { fields: '[unreadable]' };
  }
}
