export type CallKind = 'inbound' | 'outbound_ma' | 'out_pre' | 'internal call' | 'internal call_que' | 'transfer';

export type CallResult =
  | 'answer'
  | 'answer machine'
  | 'no answer'
  | 'busy'
  | 'failed'
  | 'congestion'
  | 'chanunavail'
  | 'abandon';

/** `second` is the second of the day that decides the window; `readyAt` the one from which reports know of it. */
export interface Event {
  readonly day: string;
  readonly second: number;
  readonly readyAt: number;
}

export interface Call extends Event {
  readonly kind: CallKind;
  readonly result: CallResult;
  readonly resultText: string;
  readonly seconds: number;
  readonly agentId: string | null;
  readonly skillId: string | null;
  readonly campaignId: string | null;
  readonly telephone: string;
  readonly customerId: string;
  readonly connId: string;
  readonly cents: number;
  readonly hangUp: string;
  readonly code: string;
  readonly comments: string;
}

export interface AuxEpisode extends Event {
  readonly agentId: string;
  readonly state: string;
  readonly startedAt: number;
  readonly seconds: number;
}

export interface SmartHold extends Event {
  readonly skillId: string;
  readonly said: 'yes' | 'no' | 'nothing';
  readonly recall: 'ok' | 'fail' | 'none';
  readonly recallAt: number | null;
}

export interface PreviewRecord extends Event {
  readonly campaignId: string;
  readonly agentId: string;
  readonly customerNumber: number;
  readonly result: string;
  readonly lastCode: string;
  readonly comments: string;
  readonly calls: readonly Call[];
}

export interface Day {
  readonly calls: readonly Call[];
  readonly aux: readonly AuxEpisode[];
  readonly holds: readonly SmartHold[];
  readonly previews: readonly PreviewRecord[];
}
