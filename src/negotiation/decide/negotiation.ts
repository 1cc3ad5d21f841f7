import type { CommandOf } from '../command';
import { validateNegotiation } from '../file/read';
import { refuseFaults } from '../refusals';
import { type Desk, no, type Planned, Prose, plan } from './plan';

/** negotiation.*: created, imported, described, concluded, … */

export function importFile(command: CommandOf<'importFile'>): Planned {
  const read = validateNegotiation(command.file);
  if (!read.ok) return no(refuseFaults('file.faults', read.faults));
  return plan({ type: 'negotiation.imported', data: { file: read.file } });
}

export function describe(command: CommandOf<'describe'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const { title, simulated, threats } = command;
  const description = prose.maybe(command.description);
  return prose.plan({ type: 'negotiation.described', data: { title, description, simulated, threats } });
}

export function setMode({ mode, public: isPublic }: CommandOf<'setMode'>): Planned {
  return plan({ type: 'negotiation.modeSet', data: { mode, public: isPublic } });
}

export function archive(): Planned {
  return plan({ type: 'negotiation.archived', data: {} });
}

export function conclude(command: CommandOf<'conclude'>, { context }: Desk): Planned {
  const prose = new Prose(context);
  const reason = prose.maybe(command.reason);
  return prose.plan({ type: 'negotiation.concluded', data: { profile: command.profile, reason } });
}

export function succeed({ by }: CommandOf<'succeed'>): Planned {
  return plan({ type: 'negotiation.succeeded', data: { by } });
}
