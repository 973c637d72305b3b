import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embedded } from '../../../src/adapters/store/embedded.ts';
import type { Rule } from '../../../src/core/alerts/rule.ts';
import { alertJobs } from '../../../src/flows/alerts/alert-jobs.ts';
import { sheetStore } from '../../../src/flows/alerts/cards/sheet.ts';
import { openTestStore } from '../../fixtures/embedded-store.ts';
import { handClock } from '../../fixtures/hand-clock.ts';
import { handSchedules } from '../../fixtures/hand-schedules.ts';
import { laneOperation } from '../../fixtures/lane-operation.ts';
import { notingLog } from '../../fixtures/quiet-log.ts';
import { aRule } from '../../core/alerts/any-rule.ts';

const MINUTE = 60_000;
let embedded: Embedded;
beforeAll(async () => {
  embedded = await openTestStore();
});
afterAll(() => embedded.close());

describe('a process that declares the checks', () => {
  it('ends none of a rule that was saved in another process meanwhile', async () => {
    const rules: Rule[] = [aRule({ id: 'before', everyMs: 5 * MINUTE })];
    const schedules = handSchedules();
    const unused = (): never => {
      throw new Error('nothing is checked or sent here');
    };
    const jobs = alertJobs({
      schedules,
      settings: {
        operations: [laneOperation('bogota')],
        channels: {},
        roles: null,
        command: '/wolkvox',
        digests: [],
        rules: [],
      },
      book: { list: async () => [...rules], get: unused },
      sheets: sheetStore(embedded.store),
      check: unused,
      send: unused,
      ended: { note: unused, between: unused, trim: unused },
      notes: { post: unused, sendDue: unused },
      handOver: unused,
      tellWeek: unused,
      clock: handClock(Date.parse('2026-11-19T12:00:00-05:00')),
      log: notingLog(),
    });
    const declare = schedules.declare.bind(schedules);
    schedules.declare = async (...given) => {
      await declare(...given);
      if (given[0] !== 'alerts/bogota/5') return;
      rules.push(aRule({ id: 'meanwhile', everyMs: 2 * MINUTE }));
      await declare('alerts/bogota/2', '*/2 * * * *', 'America/Bogota');
    };
    await schedules.declare('alerts/bogota/10', '*/10 * * * *', 'America/Bogota');
    await jobs.declare();
    expect([...schedules.declared.keys()].filter((id) => id.startsWith('alerts/')).toSorted()).toEqual([
      'alerts/bogota/2',
      'alerts/bogota/5',
    ]);
  });
});
