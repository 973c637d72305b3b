import { code, type Explained, NONE } from './explained.ts';
import { FALLBACK } from './fallback.ts';
import type { PlainName, SecretName } from './variables.ts';

/** In the order in which they are read about. */
export const variableKeys: Readonly<Record<SecretName | PlainName, Explained>> = {
  SLACK_BOT_TOKEN: {
    meaning: '`xoxb-…`',
    otherwise: 'required to start the bot, whatever its role; not for the command line',
  },
  SLACK_APP_TOKEN: {
    meaning: '`xapp-…`: Socket Mode. Where the next is given as well: Socket Mode',
    otherwise: 'required, or `SLACK_SIGNING_SECRET`',
  },
  SLACK_SIGNING_SECRET: {
    meaning: 'HTTP mode: requests at `POST /slack/events`',
    otherwise: 'required, or `SLACK_APP_TOKEN`',
  },
  SLACK_API_URL: { meaning: "base of Slack's Web API", otherwise: "Slack's" },
  SLACK_COMMAND: { meaning: 'the slash command, in small letters', otherwise: code(FALLBACK.command) },
  WOLKVOX_SERVER: {
    meaning: '`3`, `0003`, `wv0003` or a full URL',
    otherwise: 'required where no file lists operations',
  },
  WOLKVOX_TOKEN: {
    meaning: 'the API token of that operation',
    otherwise: 'required where no file lists operations',
  },
  WOLKVOX_URL: {
    meaning:
      "an address in place of the one that the server's number gives (a proxy, tests); also in place of every `server` of the file",
    otherwise: '`https://wv<server>.wolkvox.com`, of the server',
  },
  VIGIA_CONFIG: { meaning: 'path of the YAML file', otherwise: '`vigia.yml`, where it exists' },
  VIGIA_ZONE: { meaning: 'IANA zone, for operations that do not say theirs', otherwise: code(FALLBACK.zone) },
  VIGIA_LOCALE: { meaning: '`es`, `en` or `pt`, likewise', otherwise: code(FALLBACK.locale) },
  VIGIA_CURRENCY: {
    meaning: 'ISO 4217 code that labels costs, likewise; nothing is converted',
    otherwise: 'none: amounts without a label',
  },
  VIGIA_LICENCES: {
    meaning: 'licences of the operation, likewise: the daily quota is 1,000 times this',
    otherwise: 'asked of wolkvox',
  },
  REDIS_URL: { meaning: 'Redis or Valkey, `redis://` or `rediss://`', otherwise: `${NONE}: the embedded store` },
  VIGIA_DATA_DIR: { meaning: 'folder of the embedded store', otherwise: code(FALLBACK.dataDir) },
  HOST: {
    meaning: 'where `/healthz`, `/readyz`, `/metrics` and, in HTTP mode, `/slack/events` listen',
    otherwise: `${code(FALLBACK.host)}; in the image \`0.0.0.0\``,
  },
  PORT: { meaning: 'likewise', otherwise: code(FALLBACK.port) },
  VIGIA_ROLE: {
    meaning: '`all`, `web` (Slack in) or `worker` (asks wolkvox); the last two need `REDIS_URL`',
    otherwise: code(FALLBACK.role),
  },
  LOG_LEVEL: {
    meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace`, `silent`',
    otherwise: `${code(FALLBACK.logLevel)}; on the command line \`error\``,
  },
};
