import { version } from '../../package.json';
import { type Command, commandOf } from './arguments';
import { complain, DONE } from './outcome';

/** The `parley` command: runs it and gives the exit status. Whatever only some commands need is loaded by them. */
export async function main(args: readonly string[]): Promise<number> {
  quietWhenNobodyReads();
  return run(commandOf(args));
}

async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help': {
      const { HELP } = await import('./help');
      process.stdout.write(HELP[command.of]);
      return DONE;
    }
    case 'version':
      process.stdout.write(`parley ${version}\n`);
      return DONE;
    case 'refused':
      return complain([`parley: ${command.message}; see ${command.help}`]);
    case 'validate': {
      const { readInputs } = await import('./read-inputs');
      const { validityLine } = await import('./validity-line');
      const read = await readInputs(command.files, command.ballots);
      if (!read.ok) return complain(read.lines);
      for (const input of read.inputs) process.stdout.write(`${validityLine(input)}\n`);
      return DONE;
    }
    case 'aggregate': {
      const { readInputs } = await import('./read-inputs');
      const read = await readInputs(command.files, command.ballots);
      if (!read.ok) return complain(read.lines);
      const { json, basis, power, members, searches } = command;
      const options = { basis, power, members, searches };
      if (json) {
        for (const input of read.inputs) {
          process.stdout.write(`${JSON.stringify(input.result(options))}\n`);
        }
        return DONE;
      }
      const { standingReport } = await import('./standing-report');
      const style = {
        width: widthOf(process.stdout),
        colour: process.stdout.isTTY && !process.env['NO_COLOR'],
      };
      for (const [index, input] of read.inputs.entries()) {
        const result = input.result(options);
        process.stdout.write(`${index > 0 ? '\n' : ''}${standingReport(input.file, result, style)}\n`);
      }
      return DONE;
    }
    case 'keygen': {
      const { keygen } = await import('./audit/keygen');
      return keygen(command.name);
    }
    case 'bundle': {
      const { bundle } = await import('./audit/bundle');
      return bundle(command.file, command.key);
    }
    case 'verify': {
      const { verify } = await import('./audit/verify');
      return verify(command);
    }
    case 'replay': {
      const { replay } = await import('./audit/replay');
      return replay(command.bundle, command.to);
    }
    case 'diff': {
      const { diff } = await import('./audit/diff');
      return diff(command.bundle, command.from, command.to, command.json);
    }
    case 'history': {
      const { history } = await import('./audit/history');
      return history(command.bundle, command.stakeholder, command.json);
    }
    case 'witness': {
      const { witness } = await import('./witness/witness');
      return witness(command);
    }
  }
}

const USUAL_WIDTH = 100;
const LEAST_WIDTH = 40;

function widthOf(stream: { readonly columns?: number | undefined }): number {
  const asked = Number(process.env['COLUMNS']);
  return Math.max(
    LEAST_WIDTH,
    stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : USUAL_WIDTH),
  );
}

/** `parley … | head` ends without a word when head has seen enough. */
function quietWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(DONE);
      throw error;
    });
  }
}
