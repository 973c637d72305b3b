import { type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type ChannelSeed,
  type PersonSeed,
  type SlackSimulator,
  startSlack,
} from '../../../src/simulators/slack/index.ts';
import { startWolkvox, type WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';
import { type Ended, printed, runningNow, start } from './child.ts';
import { freshDataDir } from './data-dir.ts';
import { floorYaml } from './floor-config.ts';
import { PEOPLE } from './people.ts';

export type Process = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<Ended>;
  readonly said: { readonly out: string };
  /** Ends it as an orchestrator does, and gives how it ended. */
  readonly end: () => Promise<Ended>;
};

export type Town = {
  readonly slack: SlackSimulator;
  readonly wolkvox: WolkvoxSimulator;
  readonly env: Readonly<Record<string, string>>;
  /** Starts a bot as `npm start` does, in a process of its own; resolves once it says that it is ready. */
  readonly run: (env?: Readonly<Record<string, string>>) => Promise<Process>;
  readonly close: () => Promise<void>;
};

const ready = z.looseObject({ port: z.number() });

/** Simulators for bots that are processes of their own: their time runs as the machine's does, from the floor's Friday on. */
export async function openTown(
  yaml: (usual: string) => string = (usual) => usual,
  people: readonly PersonSeed[] = [],
  channels: readonly ChannelSeed[] = [],
): Promise<Town> {
  const now = runningNow;
  const more = channels.length === 0 ? {} : { channels };
  const [data, wolkvox, slack] = await Promise.all([
    freshDataDir(),
    startWolkvox({ now }),
    startSlack({ now, people: [...PEOPLE, ...people], ackWithin: 20_000, ...more }),
  ]);
  const file = join(data.dir, 'vigia.yml');
  await writeFile(file, yaml(floorYaml(wolkvox.url)));
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    WOLKVOX_TOKEN: wolkvox.token,
    VIGIA_CONFIG: file,
    VIGIA_DATA_DIR: data.dir,
    PORT: '0',
  };
  const running = new Set<ChildProcess>();
  return {
    slack,
    wolkvox,
    env,
    async run(more = {}) {
      const { child, ended, said } = start('src/main.ts', [], { ...env, ...more });
      running.add(child);
      void ended.then(() => running.delete(child));
      const { port } = ready.parse(JSON.parse(await printed(child, said, /"event":"ready"/)));
      const end = () => {
        child.kill('SIGTERM');
        return ended;
      };
      return { child, port, ended, said, end };
    },
    async close() {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([slack.close(), wolkvox.close()]);
      await data.remove();
    },
  };
}
