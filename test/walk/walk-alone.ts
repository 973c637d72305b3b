import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWolkvox } from '../../src/simulators/wolkvox/index.ts';
import { freePort } from '../fixtures/listening.ts';
import type { Clone } from './clone.ts';
import { slackOfOthers } from './slack-of-others.ts';
import { type } from './terminal.ts';
import { until } from './until.ts';
import type { Note } from './walk-demo.ts';

/** `.env` filled in from `.env.example`, then `npm start` alone, against a Slack that others wrote and the simulated wolkvox. */
export async function walkAlone(clone: Clone, note: Note): Promise<void> {
  const now = (): number => Date.now();
  const [slack, wolkvox, port] = await Promise.all([slackOfOthers(), startWolkvox({ now }), freePort()]);
  try {
    const example = await readFile(join(clone.folder, '.env.example'), 'utf8');
    const answers = {
      ...slack.env,
      SLACK_APP_TOKEN: '',
      WOLKVOX_SERVER: '3',
      WOLKVOX_URL: wolkvox.url,
      WOLKVOX_TOKEN: wolkvox.token,
      PORT: String(port),
    };
    await writeFile(join(clone.folder, '.env'), filledIn(example, answers));
    note('cp .env.example .env, and fill it in', Object.keys(answers).join(', '));

    const doctor = type(clone, 'npm run vigia -- doctor');
    const code = await doctor.ends;
    if (code !== 0) throw new Error(`vigia doctor ended with ${code}:\n${doctor.printed()}`);
    note('npm run vigia -- doctor', (doctor.printed().match(/^[✓–] .*$/gm) ?? []).join('; '));

    const bot = type(clone, 'npm start');
    try {
      const url = `http://127.0.0.1:${port}`;
      await Promise.race([
        until('the bot to be ready', 60_000, async () => {
          const status = await fetch(`${url}/readyz`).then(
            (answer) => answer.status,
            () => 0,
          );
          return status === 200 ? true : null;
        }),
        bot.ends.then((ended) => Promise.reject(new Error(`npm start ended with ${ended}:\n${bot.printed()}`))),
      ]);
      note('npm start', `ready on port ${port}`);

      const taken = await slack.slash(url, 'agentes ayer top 3');
      const answer = await slack.answer(/llamadas ayer/);
      note('/wolkvox agentes ayer top 3', `taken with ${taken}; answered to Ana alone: ${textIn(answer)}`);

      await slack.slash(url, 'espera ayer aquí');
      note('/wolkvox espera ayer aquí', `posted in #piso-2: ${(await slack.posted(/./)).slice(0, 140)}`);
    } finally {
      await bot.interrupt();
    }
    if (!bot.printed().includes('"event":"stopped"')) throw new Error(`npm start:\n${bot.printed()}`);
    note('Ctrl+C', 'the bot finished what ran, and ended');
  } finally {
    await Promise.all([slack.close(), wolkvox.close()]);
  }
}

/** Each line of the example that names a variable, with its value; commented out where it has none. */
function filledIn(example: string, values: Readonly<Record<string, string>>): string {
  return example.replaceAll(/^#?([A-Z_]+)=.*$/gm, (line, name: string) => {
    const value = values[name];
    return value === undefined ? line : value === '' ? `#${name}=` : `${name}=${value}`;
  });
}

function textIn(body: string): string {
  return (/"text":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? '').slice(0, 140);
}
