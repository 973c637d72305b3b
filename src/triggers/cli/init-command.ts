import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { Outcome } from '../../core/errors.ts';
import { type InitWords, initWords } from '../../core/i18n/init-words.ts';
import { LOCALES, type Locale } from '../../core/i18n/locale.ts';
import type { DaySeen, StateSeen } from '../../flows/operate/aux-states.ts';
import type { Check } from '../../flows/operate/doctor.ts';
import { doctorLine } from './doctor-command.ts';
import type { Terminal } from './terminal.ts';

/** What was answered so far, read and right. `server`: its base URL. */
export type Draft = {
  readonly locale: Locale;
  readonly server: string;
  readonly token: string;
  readonly zone: string;
  readonly name: string;
};
/** Allowed seconds a day by state, and the states that the company orders. */
export type AuxDraft = { readonly allowances: Readonly<Record<string, number>>; readonly ordered: readonly string[] };

export type InitHouse = {
  /** The line that was typed; null: there is no more input. `secret`: it does not show. */
  readonly ask: (question: string, secret?: boolean) => Promise<string | null>;
  /** Each gives the value as the configuration takes it, or null. */
  readonly read: Readonly<Record<'server' | 'token' | 'zone', (text: string) => string | null>>;
  readonly nameOf: (server: string) => string;
  /** Looks whether wolkvox answers. */
  readonly check: (draft: Draft) => Promise<readonly Check[]>;
  readonly auxStates: (draft: Draft) => Promise<Outcome<DaySeen | null>>;
  readonly exists: (file: string) => boolean;
  /** Writes the configuration, and the token beside it; tells where the token is and under which name. */
  readonly write: (file: string, draft: Draft, aux: AuxDraft) => { readonly file: string; readonly name: string };
};

const FILE = 'vigia.yml';
const NO_AUX: AuxDraft = { allowances: {}, ordered: [] };

/** `vigia init`: asks, tries what was answered on wolkvox, and writes the first configuration. Input that ends writes nothing. */
export async function initCommand(house: InitHouse, locale: Locale, terminal: Terminal): Promise<ExitCode> {
  try {
    return await questions(house, locale, terminal);
  } catch (cause) {
    if (!(cause instanceof InputEnded)) throw cause;
    // The question stands on that line.
    terminal.out('');
    terminal.err(initWords(cause.locale ?? locale).left);
    return EXIT.usage;
  }
}

/** `locale`: the language that was chosen before, if it came so far. */
class InputEnded extends Error {
  readonly locale: Locale | null;
  constructor(locale: Locale | null) {
    super();
    this.locale = locale;
  }
}

async function questions(house: InitHouse, configured: Locale, terminal: Terminal): Promise<ExitCode> {
  let chosen: Locale | null = null;
  const typed = async (question: string, secret = false): Promise<string> => {
    const line = await house.ask(question, secret);
    if (line === null) throw new InputEnded(chosen);
    return line;
  };
  /** Asks until the answer can be read; nothing typed is the default where there is one. */
  const value = async <T>(question: string, read: (text: string) => T | null, wrong: string, secret = false) => {
    for (;;) {
      const found = read(await typed(question, secret));
      if (found !== null) return found;
      terminal.out(wrong);
    }
  };
  const yes = async (question: string, { yes: words }: InitWords, otherwise: boolean): Promise<boolean> => {
    const answer = (await typed(question)).toLowerCase();
    return answer === '' ? otherwise : words.includes(answer);
  };

  const isLocale = (text: string) =>
    LOCALES.find((one) => one === (text === '' ? configured : text.toLowerCase())) ?? null;
  const locale = await value(
    `Idioma / Language (${LOCALES.join(', ')}) [${configured}]: `,
    isLocale,
    LOCALES.join(', '),
  );
  chosen = locale;
  const said = initWords(locale);
  terminal.out(said.about);

  let draft = await drafted();
  for (let checks = await look(); checks.some(({ ok }) => ok === 'no'); checks = await look()) {
    if (!(await yes(said.again, said, true))) break;
    draft = await drafted();
  }
  const aux = await auxDraft();

  if (house.exists(FILE) && !(await yes(said.overwrite({ file: FILE }), said, false))) {
    terminal.out(said.left);
    return EXIT.done;
  }
  const kept = house.write(FILE, draft, aux);
  terminal.out(said.written({ file: FILE }));
  terminal.out(said.tokenIn(kept));
  for (const line of said.next) terminal.out(line);
  return EXIT.done;

  async function drafted(): Promise<Draft> {
    const server = await value(said.server, house.read.server, said.notServer);
    const token = await value(said.token, house.read.token, said.notToken, true);
    const zone = await value(said.zone, (text) => house.read.zone(text === '' ? 'America/Bogota' : text), said.notZone);
    const given = house.nameOf(server);
    const name = (await typed(said.name({ given }))) || given;
    return { locale, server, token, zone, name };
  }

  async function look(): Promise<readonly Check[]> {
    terminal.out(said.trying);
    const checks = await house.check(draft);
    for (const one of checks) for (const line of doctorLine(one)) terminal.out(line);
    return checks;
  }

  async function auxDraft(): Promise<AuxDraft> {
    terminal.out(said.readingAux);
    const seen = await house.auxStates(draft);
    if (!seen.ok || seen.value === null) {
      terminal.out(seen.ok ? said.noAux : said.auxNotRead);
      return NO_AUX;
    }
    const { date, states } = seen.value;
    terminal.out(said.auxOf({ date }));
    states.forEach(({ state, users, median }, at) =>
      terminal.out(said.auxLine({ number: at + 1, state, agents: users, minutes: Math.round(median / 60) })),
    );
    const wrong = said.notNumbers({ most: states.length });
    const ordered = await value(said.ordered, (text) => orderedOf(text, states), wrong);
    const allowances = await value(said.allowed, (text) => allowancesOf(text, states), said.notMinutes);
    return { ordered, allowances };
  }
}

/** `2, 5` as the states of those numbers; null where a number is not in the list. */
export function orderedOf(text: string, states: readonly StateSeen[]): readonly string[] | null {
  const found = wordsOf(text).map((word) => states[Number(word) - 1]?.state);
  return found.every((state) => state !== undefined) ? found : null;
}

/** `1=30, 3=60` as allowed seconds by state; null where it cannot be read so. */
export function allowancesOf(text: string, states: readonly StateSeen[]): Readonly<Record<string, number>> | null {
  const pairs = wordsOf(text.replaceAll(/\s*=\s*/g, '=')).map((word) => {
    const [, number, minutes] = /^(\d+)=(\d{1,4})m?$/.exec(word) ?? [];
    const state = states[Number(number) - 1]?.state;
    return state === undefined || !(Number(minutes) > 0) ? null : ([state, Number(minutes) * 60] as const);
  });
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs) : null;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}
