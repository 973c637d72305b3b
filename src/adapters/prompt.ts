import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks in the terminal, or of whatever is piped in. */
export type Prompt = {
  /** The line that was typed, without spaces around it; null once there is no more input. `secret`: it does not show. */
  readonly ask: (question: string, secret?: boolean) => Promise<string | null>;
  readonly close: () => void;
};

export function openPrompt(): Prompt {
  let hidden = false;
  const output = new Writable({
    write(chunk: Buffer, _encoding, written) {
      if (!hidden) process.stdout.write(chunk);
      written();
    },
  });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async ask(question, secret = false) {
      // Of what is piped in the end may be reached before the questions are, and then there is nothing to prompt.
      if (process.stdin.isTTY) {
        lines.setPrompt(question);
        lines.prompt();
      } else process.stdout.write(question);
      hidden = secret;
      const { value, done } = await typed.next();
      if (secret) process.stdout.write('\n');
      hidden = false;
      return done === true ? null : value.trim();
    },
    close: () => lines.close(),
  };
}
