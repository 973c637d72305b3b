import { z } from 'zod';
import { escapeEntities, neutralise } from '../../core/card/mrkdwn.ts';
import { done, failed, type Outcome } from '../../core/errors.ts';
import type { Clock, FileToSend, Log } from '../../ports.ts';
import { lost } from './failures.ts';
import type { WebCalls } from './web-calls.ts';

const UPLOAD_TIMEOUT_MS = 60_000;

const uploadPlace = z.looseObject({ upload_url: z.url(), file_id: z.string() });
const completed = z.looseObject({ files: z.array(z.looseObject({ id: z.string() })).min(1) });

/** Slack's three steps (docs.slack.dev/messaging/working-with-files): until the last one nobody sees anything, so only that is `once`. */
export async function sendFile(
  { ask, make }: WebCalls,
  channel: string,
  file: FileToSend,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<Outcome<void>> {
  const place = await ask(
    'files.getUploadURLExternal',
    { filename: file.name, length: file.bytes.byteLength },
    uploadPlace,
  );
  if (!place.ok) return place;
  const method = 'files.upload';
  try {
    const uploaded = await fetch(place.value.upload_url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Blob([new Uint8Array(file.bytes)]),
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    });
    await uploaded.body?.cancel();
    if (!uploaded.ok) return failed('slack.unavailable', { method, status: uploaded.status });
  } catch (error) {
    return lost(error, { method, effect: 'again', now: clock.now(), log });
  }
  const shared = await make(
    'files.completeUploadExternal',
    {
      files: [{ id: place.value.file_id, title: file.title }],
      channel_id: channel,
      ...(file.comment === '' ? {} : { initial_comment: escapeEntities(neutralise(file.comment)) }),
    },
    completed,
    channel,
  );
  return shared.ok ? done(undefined) : shared;
}
