import { setImmediate as letOthersRun } from 'node:timers/promises';
import { BadBody, type BodyFault, type Envelope, type OnRow } from './body.ts';
import { openRowReader } from './row-reader.ts';

const PAUSE_EVERY = 1024 * 1024;

/** `bytes`: decoded. `fault`: why the body is no answer; rows that were already handed over do not count then. */
export type RowsRead = {
  readonly envelope: Envelope | null;
  readonly fault: BodyFault | null;
  readonly rows: number;
  readonly bytes: number;
};

/**
 * Reads a body to its end, as fast as the rows are taken and no faster, and lets others run after each megabyte.
 * A bad body is a fault; what the chunks or the taker of the rows reject with passes through.
 */
export async function readRows(chunks: AsyncIterable<Uint8Array>, onRow: OnRow, largest: number): Promise<RowsRead> {
  let bytes = 0;
  let untilPause = PAUSE_EVERY;
  const reader = openRowReader(onRow);
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > largest) throw new BadBody('too-large');
      reader.write(chunk);
      untilPause -= chunk.length;
      if (untilPause > 0) continue;
      untilPause = PAUSE_EVERY;
      await letOthersRun();
    }
    return { ...reader.end(), fault: null, bytes };
  } catch (error) {
    if (!(error instanceof BadBody)) throw error;
    return { envelope: null, fault: error.fault, rows: 0, bytes };
  }
}
