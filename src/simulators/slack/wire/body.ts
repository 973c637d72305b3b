import type { IncomingMessage, ServerResponse } from 'node:http';

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The arguments of a call, whether they came as a form, as JSON or in the address. */
export async function readArguments(request: IncomingMessage, url: URL): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  const inAddress = Object.fromEntries(url.searchParams);
  if (type.startsWith('application/json')) return { ...inAddress, ...asRecord(parseJson(bytes.toString('utf8'))) };
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return { ...inAddress, ...Object.fromEntries(form.entries()) };
  }
  return { ...inAddress, ...Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) };
}

/** The bytes of an upload: sent as they are, or as the one file of a form. */
export async function readUpload(request: IncomingMessage): Promise<Buffer> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  for (const value of form.values()) {
    return typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
