const { as: me = '', in: place = '', failed = '' } = document.body.dataset;

export { me, place };

export type Answer = { ok: boolean; missing?: string[]; options?: { value: string; label: string }[] };

/** The server answers with this shape for every deed. */
function asAnswer(value: unknown): Answer {
  return value as Answer;
}

export function toast(text: string): void {
  const box = document.getElementById('toast');
  if (!box) return;
  box.textContent = text;
  box.hidden = false;
  setTimeout(() => {
    box.hidden = true;
  }, 6000);
}

export async function ask(deed: Record<string, unknown>): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch('/page/do', { method: 'POST', headers, body: JSON.stringify({ as: me, ...deed }) });
  const answer = asAnswer(await sent.json());
  if (!answer.ok && deed['do'] !== 'write') toast(failed);
  return answer;
}
