import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { openWolkvox } from './adapters/wolkvox/open-wolkvox.ts';
import { serverNameOf, wolkvoxServer } from './config/address.ts';
import { exportOperations } from './config/export.ts';
import { isWolkvoxToken } from './config/operations.ts';
import type { Parser } from './config/parsed.ts';
import { zone } from './config/places.ts';
import { Secret } from './config/secret.ts';
import { doctorWords } from './core/i18n/doctor/doctor-words.ts';
import { DEFAULT_AUX, type Operation, PLAIN_OPERATION } from './core/operation.ts';
import { idOfName } from './core/values/name-id.ts';
import { readAuxStates } from './flows/operate/aux-states.ts';
import { checkWolkvox } from './flows/operate/doctor-wolkvox.ts';
import type { FormatFor } from './flows/read/format-for.ts';
import type { Clock, Log, Wolkvox } from './ports.ts';
import { reportOf } from './reports/catalog.ts';
import type { AuxDraft, Draft, InitHouse } from './triggers/cli/init-command.ts';

type Bag = {
  readonly clock: Clock;
  readonly log: Log;
  readonly formatFor: FormatFor;
  readonly ask: InitHouse['ask'];
};

const ENV_FILE = '.env';
const TOKEN = 'WOLKVOX_TOKEN';

/** What `vigia init` needs: wolkvox as it would be with the answers so far, and the files of this folder. */
export function openInit({ clock, log, formatFor, ask }: Bag): InitHouse {
  const asked = async <T>(draft: Draft, work: (wolkvox: Wolkvox, operation: Operation) => Promise<T>): Promise<T> => {
    const wolkvox = openWolkvox({
      servers: () => ({ baseUrl: draft.server, token: draft.token }),
      endpoints: (report) => reportOf(report).endpoint,
      clock,
      log,
    });
    try {
      return await work(wolkvox, operationOf(draft));
    } finally {
      await wolkvox.close();
    }
  };
  return {
    ask,
    read: {
      server: valueOf(wolkvoxServer),
      token: (text) => (isWolkvoxToken(text) ? text : null),
      zone: valueOf(zone),
    },
    nameOf: serverNameOf,
    check: (draft) =>
      asked(draft, (wolkvox, operation) => {
        const { locale } = draft;
        const format = formatFor(locale, operation);
        const bedside = { words: doctorWords(locale), locale, format, now: clock.now() };
        return checkWolkvox(wolkvox, clock, operation, bedside);
      }),
    auxStates: (draft) => asked(draft, (wolkvox, operation) => readAuxStates(wolkvox, clock, operation)),
    exists: existsSync,
    write: (file, draft, aux) => {
      const name = keepToken(draft);
      const operation = { ...operationOf(draft), aux: { ...DEFAULT_AUX, ...aux } };
      const token = new Secret(draft.token, { kind: 'variable', name });
      writeFileSync(file, exportOperations([{ operation, wolkvox: { baseUrl: draft.server, token } }]));
      return { file: ENV_FILE, name };
    },
  };
}

function operationOf({ name, zone, locale }: Draft, aux: AuxDraft = { allowances: {}, ordered: [] }): Operation {
  return {
    ...PLAIN_OPERATION,
    id: idOfName(name, PLAIN_OPERATION.id),
    name,
    zone,
    locale,
    aux: { ...DEFAULT_AUX, ...aux },
  };
}

/** Another token that is there already stays: this one then gets a name of its own. */
function keepToken({ token, name }: Draft): string {
  const text = existsSync(ENV_FILE) ? readFileSync(ENV_FILE, 'utf8') : '';
  const there = parseEnv(text);
  const own = `${TOKEN}_${idOfName(name, PLAIN_OPERATION.id).toUpperCase().replaceAll('-', '_')}`;
  const variable = there[TOKEN] === undefined || there[TOKEN] === '' || there[TOKEN] === token ? TOKEN : own;
  if (there[variable] !== token) {
    const others = text.split('\n').filter((line) => !line.startsWith(`${variable}=`));
    while (others.at(-1) === '') others.pop();
    writeFileSync(ENV_FILE, `${[...others, `${variable}=${quoted(token)}`].join('\n')}\n`, { mode: 0o600 });
  }
  // A copy of .env.example can be read by everybody, and the mode above is only for a file that is made here.
  chmodSync(ENV_FILE, 0o600);
  return variable;
}

/** `docker run --env-file` takes quotes for a part of the value, so there are none unless Node would read it otherwise. */
function quoted(token: string): string {
  return /^[\w.:/+=-]+$/.test(token) ? token : `'${token}'`;
}

function valueOf(parser: Parser<string>): (text: string) => string | null {
  return (text) => {
    const parsed = parser(text);
    return parsed.ok ? parsed.value : null;
  };
}
