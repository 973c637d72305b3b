import { suggestedRules } from '../../../src/core/alerts/suggestions.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { ruleBook } from '../../../src/flows/rules/rule-book.ts';
import type { Message } from '../../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from '../floor/floor.ts';

/** Something bad that was planted in a day: what rule it is for, and when. `most`: how many cards it may make. */
export type Planted = {
  readonly what: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly most: number;
};
/** A card that came, when, and what it was planted by; null: nothing was. */
export type Came = {
  readonly at: string;
  readonly rule: string;
  readonly said: string;
  readonly of: Planted | null;
};
export type AlertDay = {
  readonly planted: readonly Planted[];
  readonly came: readonly Came[];
  readonly precision: number;
  readonly recall: number;
  readonly requests: number;
  readonly open: readonly string[];
};

const MINUTE = 60_000;
const DATE = '20251118';
const MORNING = Date.parse('2025-11-18T07:00:00-05:00');
const CLOSES = Date.parse('2025-11-18T19:00:00-05:00');
/** An alert may come while its cause is there, and so long after it as a window looks back. */
const AFTER = 40;
const HOURS = 'mon-fri 07:00-19:00';

const PLANTED: readonly Planted[] = [
  { what: 'Ana y otra persona con mucho Break, como otros días', rule: 'aux', from: '07:00', to: '19:00', most: 2 },
  { what: 'muchas llamadas abandonadas', rule: 'abandonment', from: '10:30', to: '11:40', most: 1 },
  { what: 'fallan las líneas', rule: 'lines', from: '14:30', to: '15:30', most: 1 },
  { what: 'devoluciones sin hacer', rule: 'promises', from: '17:00', to: '19:00', most: 1 },
];

/** A Tuesday of the simulated operation with bad hours planted in it, from opening to closing, under the six suggested rules. */
export async function alertDay(note: (line: string) => void = () => {}): Promise<AlertDay> {
  const floor = await openFloor({
    yaml: (usual) => usual.replace('country: CO', `country: CO\n    hours: ${HOURS}`),
  });
  try {
    await history(floor, note);
    const [operation] = floor.bot.house.settings.operations;
    await saveRules(floor, operation);
    return await day(floor, operation, note);
  } finally {
    await floor.stop();
  }
}

async function history(floor: Floor, note: (line: string) => void): Promise<void> {
  const { scenario } = floor.wolkvox;
  scenario.auxOutliers = { agents: 2, extraMinutes: 80, state: 'Break', from: '20251110000000' };
  scenario.promiseDebt = { calls: 33, from: `${DATE}000000` };
  scenario.abandonSpike = { share: 0.35, from: `${DATE}103000`, to: `${DATE}113959` };
  scenario.lineTrouble = { share: 0.6, from: `${DATE}143000`, to: `${DATE}152959` };
  floor.clock.move(MORNING - 20 * MINUTE - floor.clock.now());
  for (let steps = 0; steps < 60; steps += 1) {
    const before = floor.wolkvox.log.length;
    await floor.schedules.run('history/fill/bogota', floor.clock.now());
    floor.clock.move(10_000);
    if (floor.wolkvox.log.length === before) break;
  }
  note(`history read with ${floor.wolkvox.log.length} requests`);
  floor.wolkvox.clearLog();
}

async function saveRules(floor: Floor, operation: Operation): Promise<void> {
  const book = ruleBook({ store: floor.bot.house.store, settings: floor.bot.house.settings });
  for (const rule of suggestedRules(operation, { channel: 'C02SUPERVISORES', owner: 'U01LAURA' })) {
    await book.save(rule, 'absent');
  }
}

async function day(floor: Floor, operation: Operation, note: (line: string) => void): Promise<AlertDay> {
  const came: Came[] = [];
  const seen = new Set<string>();
  const { schedules, clock, slack } = floor;
  clock.move(MORNING - clock.now());
  for (let at = MORNING; at <= CLOSES; at += 5 * MINUTE) {
    clock.move(at - clock.now());
    const minute = Math.round((at - MORNING) / MINUTE) % 60;
    for (const step of [5, 10, 15, 30]) {
      const id = `alerts/bogota/${step}`;
      if (minute % step === 0) await runOrDeclare(floor, id, at);
    }
    for (const { ts, text } of cards(slack.messages('supervisores'))) {
      if (seen.has(ts)) continue;
      seen.add(ts);
      const one = judged(text, hour(at), operation);
      came.push(one);
      note(`${one.at} ${one.of === null ? 'unexpected' : 'planted   '} ${one.said}`);
    }
  }
  if (schedules.declared.has('alerts-shift/bogota/0')) await schedules.run('alerts-shift/bogota/0', CLOSES);
  const found = PLANTED.filter((planted) => came.some(({ of }) => of === planted)).length;
  const right = came.filter(({ of }) => of !== null).length;
  return {
    planted: PLANTED,
    came,
    precision: came.length === 0 ? 1 : right / came.length,
    recall: found / PLANTED.length,
    requests: floor.wolkvox.log.length,
    open: cards(slack.messages('supervisores')).flatMap(({ text }) => (text.startsWith('●') ? [text] : [])),
  };
}

async function runOrDeclare(floor: Floor, id: string, at: number): Promise<void> {
  if (!floor.schedules.declared.has(id)) await floor.bot.alerts.jobs.declare();
  if (floor.schedules.declared.has(id)) await floor.schedules.run(id, at);
}

function cards(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ text }) => /^[●○]/.test(text));
}

function judged(text: string, at: string, operation: Operation): Came {
  const rules = suggestedRules(operation, { channel: '', owner: null });
  const rule = rules.find(({ name }) => text.includes(`«${name}»`))?.id.replace(`${operation.id}-`, '') ?? '?';
  const of = PLANTED.find((planted) => planted.rule === rule && at >= planted.from && at <= plus(planted.to, AFTER));
  return { at, rule, said: text.split('\n')[0] ?? '', of: of ?? null };
}

function hour(at: number): string {
  return new Date(at - 5 * 60 * MINUTE).toISOString().slice(11, 16);
}

function plus(time: string, minutes: number): string {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const all = hours * 60 + rest + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
