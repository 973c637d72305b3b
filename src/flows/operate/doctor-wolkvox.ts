import type { Problem } from '../../core/errors.ts';
import type { Finding } from '../../core/i18n/doctor/doctor-words.ts';
import { sayOffset } from '../../core/i18n/say-offset.ts';
import type { Operation } from '../../core/operation.ts';
import { REQUESTS_PER_LICENCE } from '../../core/pacing/budget.ts';
import { liveWindow } from '../../core/pacing/freshness.ts';
import { nextLocalMidnight, zoneOffsetMinutes } from '../../core/pacing/local-day.ts';
import type { Clock, Wolkvox, WolkvoxAnswer } from '../../ports.ts';
import { type Bedside, type Check, check, factOf, problemFinding } from './doctor-check.ts';
import { quotaSaid } from '../read/quota-said.ts';

const MOST_CLOCK_ERROR_MS = 2 * 60_000;

/** Two requests for each operation: the quota (token, server, way there) and the last ten minutes (the zone). */
export async function checkWolkvox(
  wolkvox: Pick<Wolkvox, 'ask'>,
  clock: Clock,
  operation: Operation,
  bedside: Bedside,
): Promise<readonly Check[]> {
  const said = bedside.words.wolkvox;
  const id = `wolkvox.${operation.id}`;
  const rows: unknown[] = [];
  const quota = await wolkvox.ask(operation, { kind: 'quota' }, (row) => void rows.push(row));
  if (!quota.ok) {
    return [
      check(id, 'no', wolkvoxFinding(quota.problem, operation, bedside)),
      check(`${id}.zone`, 'skipped', said.notAsked({ operation: operation.name })),
    ];
  }
  const left = quotaOf(rows, operation);
  if (left !== null && left.left <= 0) {
    return [
      check(id, 'no', usedUp(operation, bedside)),
      check(`${id}.zone`, 'skipped', said.notAsked({ operation: operation.name })),
    ];
  }
  const { format } = bedside;
  const found = said.answers({
    operation: operation.name,
    left: left === null ? null : format.number(left.left),
    limit: left === null ? null : format.number(left.limit),
  });
  return [
    // A proxy, or another server, also says 404 to what it does not know, which in wolkvox means that there is nothing.
    rows.length === 0 ? check(id, 'skipped', said.saysNothing({ operation: operation.name })) : check(id, 'yes', found),
    ...checkClock(`${id}.clock`, quota.value, bedside),
    await checkZone(`${id}.zone`, wolkvox, clock, operation, bedside),
  ];
}

function wolkvoxFinding(problem: Problem, operation: Operation, bedside: Bedside): Finding {
  const said = bedside.words.wolkvox;
  const { name } = operation;
  const { code } = problem;
  if (code === 'wolkvox.token') return said.wrongToken({ operation: name });
  if (code === 'wolkvox.server-not-found') return said.noServer({ operation: name });
  if (code === 'wolkvox.quota') return usedUp(operation, bedside);
  // A firewall that drops what it does not know looks like slowness from here.
  const silent = code === 'wolkvox.unreachable' || code === 'wolkvox.timeout';
  if (silent) return said.notAllowed({ operation: name, cause: factOf(problem, 'cause') });
  return problemFinding(problem, name, bedside);
}

function usedUp({ name, zone }: Operation, { words, format, now }: Bedside): Finding {
  return words.wolkvox.usedUp({ operation: name, time: format.time(nextLocalMidnight(now, zone)), city: format.city });
}

/** Null: wolkvox said no limit, or no use, that can be read. */
function quotaOf(
  rows: readonly unknown[],
  { licences }: Operation,
): { readonly left: number; readonly limit: number } | null {
  const said = quotaSaid(rows);
  const limit = licences === null ? said.limit : licences * REQUESTS_PER_LICENCE;
  return limit === null || limit === 0 || said.used === null ? null : { left: Math.max(0, limit - said.used), limit };
}

function checkClock(id: string, { serverTime }: WolkvoxAnswer, { words, now }: Bedside): readonly Check[] {
  if (serverTime === null) return [];
  const away = Math.abs(now - serverTime);
  return away <= MOST_CLOCK_ERROR_MS
    ? [check(id, 'yes', words.wolkvox.clockRight)]
    : [check(id, 'no', words.wolkvox.clockWrong({ minutes: Math.round(away / 60_000) }))];
}

async function checkZone(
  id: string,
  wolkvox: Pick<Wolkvox, 'ask'>,
  clock: Clock,
  operation: Operation,
  bedside: Bedside,
): Promise<Check> {
  const said = bedside.words.wolkvox;
  const { zone, name } = operation;
  await clock.wait(operation.pacing.spacingMs);
  const now = clock.now();
  const window = liveWindow(now);
  const answer = await wolkvox.ask(operation, { kind: 'report', report: 'live', window, campaign: null }, () => {});
  if (!answer.ok) return check(id, 'skipped', problemFinding(answer.problem, name, bedside));
  const seen = answer.value.zoneOffsetMinutes;
  if (seen === null) return check(id, 'skipped', said.zoneUnproven);
  const expected = zoneOffsetMinutes(now, zone);
  return seen === expected
    ? check(id, 'yes', said.sameZone({ zone }))
    : check(id, 'no', said.otherZone({ operation: name, zone, expected: sayOffset(expected), seen: sayOffset(seen) }));
}
