import type { BulkAnswer } from './rows/bulk.ts';

export interface Spell {
  /** Fourteen digits, local time; left out means since ever. */
  from?: string;
  /** Fourteen digits, local time, included; left out means for ever. */
  to?: string;
}

export interface BadDays {
  abandonSpike: (Spell & { share: number }) | null;
  lineTrouble: (Spell & { share: number }) | null;
  auxOutliers: (Spell & { agents: number; extraMinutes: number; state: string }) | null;
  promiseDebt: (Spell & { calls: number }) | null;
  closedDays: string[];
}

export type FaultKind =
  | 'token missing'
  | 'token wrong'
  | 'quota'
  | 'simultaneous'
  | 'maintenance'
  | 'empty'
  | 'disabled'
  | 'server error'
  | 'bad gateway'
  | 'gateway timeout'
  | 'not json'
  | 'hang'
  | 'slow'
  | 'reset'
  | 'reset in body'
  | 'truncated body';

export interface Fault {
  kind: FaultKind;
  /** Left out: every api. */
  api?: string;
  /** Left out: until cleared. */
  times?: number;
  /** Real milliseconds, for `slow`. */
  milliseconds?: number;
}

export interface Wire {
  code: 'string' | 'number' | 'zero';
  letters: 'utf8' | 'escaped';
  pretty: boolean;
  envelope: 'usual' | 'bare list' | 'data object';
  malformed: boolean;
  gzip: boolean;
  emptyAs: '404' | 'list';
}

export interface Rules {
  faults: Fault[];
  firewall: boolean;
  disabled: string[];
  simultaneous: number;
  rowCap: number;
  capMode: 'truncate' | 'error';
  sameMonthOnly: boolean;
}

export interface RowHabits {
  totals: boolean;
  pseudoAgents: boolean;
  fieldNames: 'new' | 'old' | 'mixed';
  bulk: BulkAnswer | null;
}

export interface Scenario extends BadDays, Wire, Rules, RowHabits {}

export function usualScenario(yesterday: string, today: string): Scenario {
  return {
    abandonSpike: null,
    lineTrouble: null,
    auxOutliers: { agents: 2, extraMinutes: 80, state: 'Break', from: `${yesterday}000000` },
    promiseDebt: { calls: 33, from: `${today}000000` },
    closedDays: [],
    code: 'string',
    letters: 'utf8',
    pretty: false,
    envelope: 'usual',
    malformed: false,
    gzip: false,
    emptyAs: '404',
    faults: [],
    firewall: false,
    disabled: [],
    simultaneous: 2,
    rowCap: 60_000,
    capMode: 'truncate',
    sameMonthOnly: false,
    totals: true,
    pseudoAgents: true,
    fieldNames: 'mixed',
    bulk: null,
  };
}

export function takeFault(rules: Rules, api: string): Fault | undefined {
  const fault = rules.faults.find((each) => each.api === undefined || each.api === api);
  if (fault?.times === undefined) return fault;
  fault.times -= 1;
  if (fault.times <= 0) rules.faults.splice(rules.faults.indexOf(fault), 1);
  return fault;
}
