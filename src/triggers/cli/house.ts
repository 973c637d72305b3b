import type { ExitCode } from '../../core/exit-code.ts';
import type { Operation } from '../../core/operation.ts';
import type { Settings } from '../../core/settings.ts';
import type { BackUp, Restore } from '../../flows/operate/back-up.ts';
import type { AlertTerminal } from '../../flows/rules/alert-terminal.ts';
import type { DigestBook } from '../../flows/digests/digest-book.ts';
import type { MakeDigest } from '../../flows/digests/card/digest-card.ts';
import type { DigestTimes } from '../../flows/digests/manage-digests.ts';
import type { DigestRuns } from '../../flows/digests/slots/run-history.ts';
import type { FormatFor } from '../../flows/read/format-for.ts';
import type { Auditor } from '../../flows/operate/audit.ts';
import type { ReadBody } from '../../flows/operate/replay.ts';
import type { RunReport } from '../../flows/read/run-report.ts';
import type { Justifications } from '../../flows/history/justify-store.ts';
import type { ShowHistory } from '../../flows/history/show-history.ts';
import type { Clock, Holidays } from '../../ports.ts';

/** An opened store with everything that can be asked of it from a terminal. */
export type CliHouse = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly formatFor: FormatFor;
  readonly runReport: RunReport;
  readonly audit: Auditor;
  readonly showHistory: ShowHistory;
  readonly justified: Pick<Justifications, 'between'>;
  readonly holidays: Holidays;
  readonly makeDigest: MakeDigest;
  readonly digests: { readonly book: DigestBook; readonly runs: DigestRuns; readonly jobs: DigestTimes };
  readonly alerts: AlertTerminal;
  readonly backUp: BackUp;
  readonly restore: Restore;
  readonly close: () => Promise<void>;
};

/** What can be done without opening the store. */
export type ConfigHouse = {
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  /** The first configured operation, or a plain one where nothing is configured yet. */
  readonly operation: () => Operation;
  readonly check: (file: string) => ExitCode;
  readonly export: () => Promise<ExitCode>;
  readonly readBody: ReadBody;
  readonly doctor: () => Promise<ExitCode>;
  readonly init: () => Promise<ExitCode>;
};
