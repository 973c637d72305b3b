import { describe, expect, it } from 'vitest';
import { EQUAL, falseAlarms, floorDays, HALF_HOUR_ALWAYS, power, REALISTIC, SHORT } from '../../../bench/aux-model.ts';
import { judgeAux } from '../../../src/core/history/aux-cases.ts';
import { DEFAULT_AUX } from '../../../src/core/operation.ts';

const DAYS = 6_000;
const SEED = 20_261_121;

describe('the rule for aux time, on a floor where nobody is out of the usual', () => {
  it.each([
    ['six equal states', EQUAL],
    ['a realistic mix of states', REALISTIC],
    ['six short states', SHORT],
  ])('accuses somebody on at most 1 % of days in %s, where the plain score does on most', (_, floor) => {
    const { plain, oneDay, lasting } = falseAlarms(floor, DAYS, SEED);
    expect(plain).toBeGreaterThan(0.7);
    expect(oneDay).toBeLessThan(plain);
    expect(lasting).toBeLessThanOrEqual(0.01);
    expect(lasting).toBeGreaterThan(0);
  });

  it('is judged in the simulation as the bot judges it', () => {
    const [wild, days] = [{ ...REALISTIC, sigma: 0.7 }, 200];
    const minutes = floorDays(wild, SEED);
    const newestFirst = Array.from({ length: days + 4 }, (_, day) => ({
      date: String(day),
      states: minutes().map((times, state) => ({
        key: String(state),
        state: String(state),
        uses: times.map((each, agent) => ({ id: String(agent), seconds: each * 60 })),
      })),
    })).toReversed();
    const accusing = Array.from({ length: days }, (_, back) =>
      judgeAux(newestFirst.slice(back, back + 10), DEFAULT_AUX),
    ).filter(({ alerts }) => alerts.length > 0);
    expect(accusing.length).toBeGreaterThan(0);
    expect(accusing.length / days).toBe(falseAlarms(wild, days, SEED).lasting);
  });
});

describe('the rule for aux time, for an agent at 2.5 times the median', () => {
  it.each([60, 30, 20, 15, 10])('finds in a state of %i minutes no less than the plain score', (minutes) => {
    const { plain, lasting } = power(EQUAL, minutes, DAYS, SEED);
    expect(plain).toBeGreaterThan(0.55);
    expect(lasting).toBeGreaterThanOrEqual(plain);
  });

  it('would find next to nobody in a short state if half an hour were asked for there too', () => {
    const { plain, lasting } = power(EQUAL, 10, DAYS, SEED, HALF_HOUR_ALWAYS);
    expect(lasting).toBeLessThan(plain / 10);
  });
});
