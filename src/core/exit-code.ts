import type { ProblemCode } from './errors.ts';

/** Exit codes of the command line, after sysexits.h. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 64,
  badData: 65,
  unavailable: 69,
  tryLater: 75,
  notAllowed: 77,
  configuration: 78,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Readonly<Record<ProblemCode, ExitCode>> = {
  'wolkvox.token': EXIT.notAllowed,
  'wolkvox.quota': EXIT.tryLater,
  'wolkvox.busy': EXIT.tryLater,
  'wolkvox.maintenance': EXIT.tryLater,
  'wolkvox.unreachable': EXIT.unavailable,
  'wolkvox.server-not-found': EXIT.unavailable,
  'wolkvox.timeout': EXIT.unavailable,
  'wolkvox.bad-answer': EXIT.badData,
  'wolkvox.refused': EXIT.unavailable,
  'wolkvox.failing': EXIT.unavailable,
  'wolkvox.resting': EXIT.tryLater,
  'wolkvox.too-many-rows': EXIT.badData,
  'wolkvox.too-large': EXIT.badData,
  'wolkvox.in-progress': EXIT.tryLater,
  'store.unavailable': EXIT.unavailable,
  'store.locked': EXIT.tryLater,
  'store.evicts': EXIT.configuration,
  'slack.token': EXIT.notAllowed,
  'slack.scope': EXIT.notAllowed,
  'slack.not-invited': EXIT.notAllowed,
  'slack.no-such-channel': EXIT.unavailable,
  'slack.archived': EXIT.unavailable,
  'slack.busy': EXIT.tryLater,
  'slack.refused': EXIT.unavailable,
  'slack.unclear': EXIT.unavailable,
  'slack.unavailable': EXIT.unavailable,
  'slack.expired': EXIT.unavailable,
  'request.not-understood': EXIT.usage,
  'access.denied': EXIT.notAllowed,
  'config.invalid': EXIT.configuration,
  'port.unavailable': EXIT.configuration,
  'bot.stopping': EXIT.tryLater,
  'data.invalid': EXIT.badData,
  unexpected: EXIT.unexpected,
};

/** The exit code that a problem ends the command line with. */
export function exitCodeOf(code: ProblemCode): ExitCode {
  return BY_CODE[code];
}
