import { existsSync } from 'node:fs';
import { openEngine } from './adapters/store/index.ts';
import { type Config, settingsOf } from './config/config.ts';
import type { Running } from './config/export.ts';
import { kindOf } from './core/errors.ts';
import { ruleBook } from './flows/rules/rule-book.ts';
import { digestBook } from './flows/digests/digest-book.ts';
import type { Log } from './ports.ts';

/** What is in force, and why what was made in Slack is not in it: null where it is. */
export type FoundRunning = { readonly running: Running; readonly without: string | null };

/** The digests and rules of the file and, where the store can be opened, those made in Slack. An embedded store that is not there is not made. */
export async function runningOf(config: Config, log: Log): Promise<FoundRunning> {
  const { redisUrl, dataDir } = config.store;
  if (redisUrl === null && !existsSync(dataDir)) return { running: config, without: null };
  const opened = await openEngine({ redisUrl: redisUrl?.reveal() ?? null, dataDir, log });
  if (!opened.ok) return { running: config, without: opened.problem.code };
  const { store, close } = opened.value;
  const settings = settingsOf(config);
  try {
    const [digests, rules] = await Promise.all([
      digestBook({ store, settings }).list(),
      ruleBook({ store, settings }).list(),
    ]);
    return { running: { digests, rules }, without: null };
  } catch (cause) {
    return { running: config, without: kindOf(cause) };
  } finally {
    await close();
  }
}
