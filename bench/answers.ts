import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ROWS = 60_000;
const REMARK = 'Cliente confirma que llamará después de las 5 p. m.; pide que no lo llamen a la oficina. ';
const CODES = ['2001', '102', 'Acuerdo_de_Pago', 'TIMEOUTACW', ''];
const NAMES = ['Óscar Iván', 'LUZ DARY', 'Ana Lucía', 'José  Ramón'];

const folder = await mkdtemp(join(tmpdir(), 'vigia-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Writes an invented answer of campaign_5 with 60,000 rows; `remark`: letters of comment in each row. Gives its path. */
export async function writeAnswer(
  name: string,
  remark: number,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = join(folder, name);
  await pipeline(Readable.from(answer(remark)), createWriteStream(path));
  return { path, remove: () => rm(path, { force: true }) };
}

export const answerPath = (name: string): string => join(folder, name);

function* answer(remark: number): Generator<string> {
  const comment = REMARK.repeat(Math.ceil(remark / REMARK.length)).slice(0, remark);
  yield `{"code":"200","error":null,"msg":"${ROWS} records were found","data":[`;
  for (let at = 0; at < ROWS; at += 500) {
    const rows = Array.from({ length: 500 }, (_, more) => JSON.stringify(row(at + more, comment)));
    yield (at === 0 ? '' : ',') + rows.join(',');
  }
  yield ']}';
}

function row(at: number, comment: string): Record<string, string> {
  const isCall = at % 3 !== 0;
  const agent = String(12_345 + (at % 40));
  const second = at % 36_000;
  const clock = [7 + Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60];
  const time = clock.map((part) => String(part).padStart(2, '0')).join(':');
  return {
    type_of_row: isCall ? 'CALL' : 'PREVIEW',
    campaign_id: '22109',
    customer_name: NAMES[at % NAMES.length] ?? '',
    customer_last_name: 'Gómez Ñáñez',
    result: isCall ? '' : at % 2 === 0 ? 'CONTESTA TITULAR' : 'CLEAN',
    last_code_act: CODES[at % CODES.length] ?? '',
    comments_customer_reg: '',
    customer_id: String(71_000_000 + (at % 20_000)),
    agent_id: isCall ? agent : '',
    conn_id: isCall ? `${agent}.0277.${1_795_089_600 + second}.${at}` : '-',
    telephone: isCall ? `9300555${String(at % 20_000).padStart(5, '0')}` : '',
    hang_up: isCall ? (at % 2 === 0 ? 'customer' : 'agent') : '',
    type_interaction: isCall ? 'outbound_ma' : '',
    call_result: isCall ? (at % 4 === 0 ? 'NO-ANSWER' : 'ANSWER') : '',
    date: isCall ? `2026-11-19 ${time}` : '',
    time: isCall ? `00:0${at % 6}:${String(at % 60).padStart(2, '0')}` : '',
    cod_act: isCall ? (CODES[(at * 7) % CODES.length] ?? '') : '',
    comments: comment,
  };
}
