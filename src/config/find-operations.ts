import { baseUrl, wolkvoxServer } from './address.ts';
import type { ConfiguredOperation } from './config.ts';
import { type Note, shown } from './mistake.ts';
import {
  isWolkvoxToken,
  type OperationDefaults,
  operationOfEnvironment,
  operationOfFile,
  WOLKVOX_TOKEN,
} from './operations.ts';
import { at } from './section.ts';
import type { ReadFile, Variables } from './variables.ts';
import type { YamlFile } from './yaml-file.ts';

export type Found = {
  /** Those that are right in every part. */
  readonly operations: readonly ConfiguredOperation[];
  /** The ids of all, also of those with a mistake somewhere: what a channel may name. */
  readonly ids: readonly string[];
};

type Context = { readonly defaults: OperationDefaults; readonly readFile: ReadFile; readonly note: Note };

/** The operations of the file, else the one of the environment. `unread`: there is a file, but what it says is not known. */
export function findOperations(file: YamlFile | null, unread: boolean, variables: Variables, context: Context): Found {
  const server = variables.read('WOLKVOX_SERVER', wolkvoxServer);
  const url = variables.read('WOLKVOX_URL', baseUrl);
  const list = file === null ? null : (at(file.meant, ['operations']) ?? null);
  if (file !== null && list !== null) return ofFile(file, list, url, context);

  const token = variables.secret('WOLKVOX_TOKEN', WOLKVOX_TOKEN, isWolkvoxToken);
  if (!unread && !variables.given('WOLKVOX_SERVER') && !variables.given('WOLKVOX_URL')) {
    variables.missing(
      'WOLKVOX_SERVER',
      'a wolkvox server (3, 0003, wv0003 or a full URL), or a YAML file with operations',
    );
  }
  if (!unread && !variables.given('WOLKVOX_TOKEN')) variables.missing('WOLKVOX_TOKEN', WOLKVOX_TOKEN);
  const address = url ?? server;
  if (address === null || token === null) return { operations: [], ids: [] };
  const operation = operationOfEnvironment(address, token, context.defaults);
  return { operations: [operation], ids: [operation.operation.id] };
}

function ofFile(file: YamlFile, list: unknown, url: string | null, context: Context): Found {
  const { note } = context;
  if (!Array.isArray(list) || list.length === 0) {
    note(
      file.mistake(
        'invalid',
        ['operations'],
        'a list with an operation at least',
        Array.isArray(list) ? 'an empty list' : shown(list),
      ),
    );
    return { operations: [], ids: [] };
  }
  const ids: string[] = [];
  const operations = list.flatMap((_, index) => {
    const id = at(file.meant, ['operations', index, 'id']);
    if (typeof id === 'string' || typeof id === 'number') {
      const twice = ids.findIndex((other) => sameWord(other, String(id)));
      if (twice >= 0) {
        note(
          file.mistake(
            'conflict',
            ['operations', index, 'id'],
            'an id that no other operation has',
            `${shown(id)} twice`,
          ),
        );
      }
      ids.push(String(id).trim());
    }
    const operation = operationOfFile(file, index, { ...context, url });
    return operation === null ? [] : [operation];
  });
  return { operations, ids };
}

function sameWord(a: string, b: string): boolean {
  const folded = (text: string): string => text.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded(a) === folded(b);
}
