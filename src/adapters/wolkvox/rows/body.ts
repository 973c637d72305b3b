/** Why a body could not be read as an answer; short codes, safe to log. */
export type BodyFault = 'html' | 'not-json' | 'truncated' | 'no-data' | 'row-too-large' | 'too-large';

export class BadBody extends Error {
  readonly fault: BodyFault;
  constructor(fault: BodyFault) {
    super(`the body is ${fault}`);
    this.fault = fault;
  }
}

/** What stands around the rows. A bare list of rows has none. */
export type Envelope = { readonly code: unknown; readonly error: unknown; readonly msg: unknown };

/** Takes the bytes of one body in order and hands its rows over as soon as they are whole. Both methods throw `BadBody`. */
export type RowReader = {
  readonly write: (chunk: Uint8Array) => void;
  /** Only after this returned is it sure that the body was whole. */
  readonly end: () => { readonly rows: number; readonly envelope: Envelope | null };
};

export type OnRow = (row: unknown) => void;

/** Narrows parsed JSON to an object; arrays and null are not. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function envelopeOf(value: Readonly<Record<string, unknown>>): Envelope {
  return { code: value['code'], error: value['error'], msg: value['msg'] };
}

export function parseOr(text: string, fault: BodyFault): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadBody(fault);
  }
}
