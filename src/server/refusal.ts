/** Expected failures of the server: the domain's refusals, and a few of its own. */
import type { Fault } from '@/negotiation/file/model';
import { showFault } from '@/negotiation/file/show';
import type { Refusal, RefusalCode, Result } from '@/negotiation/refusal';

/** `signed-out`: sign in first. `not-yet`: there is nothing that this reader may see so far. */
export type ServerRefusalCode = RefusalCode | 'signed-out' | 'not-yet';

export type ServerRefusal = Omit<Refusal, 'code'> & { readonly code: ServerRefusalCode };

export type Answer<T> = Result<T, ServerRefusal>;

export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused(error: ServerRefusal): { readonly ok: false; readonly error: ServerRefusal } {
  return { ok: false, error };
}

/** Faults in rows of invitations, each with its row, counted from 1, as the path. */
export function invitationFaults(faults: readonly Fault[]): ServerRefusal {
  const first = faults[0];
  const told = first === undefined ? '' : `${showFault(first)}.`;
  const text = `Nobody was invited: ${told}`;
  return {
    code: 'invalid',
    message: { key: 'server.invitationFaults', values: { first: told }, text },
    faults,
  };
}

/** The server's own sentences; keys as in messages/en/refusals.json. */
function own(code: ServerRefusalCode, key: string, text: string): ServerRefusal {
  return { code, message: { key, values: {}, text } };
}

export const SIGNED_OUT = own('signed-out', 'server.signedOut', 'Sign in first.');

/** Unknown and hidden negotiations answer alike, so that nobody learns which exist. */
export const NO_SUCH_NEGOTIATION = own(
  'not-found',
  'server.noSuchNegotiation',
  'There is no such negotiation, or you are not among those who may see it.',
);

/** Letters of invitation beyond what one person may have sent in a day. */
export function tooManyInvitations(
  { most, left, freeInMs }: { readonly most: number; readonly left: number; readonly freeInMs: number },
  wanted: number,
): ServerRefusal {
  const minutes = Math.max(1, Math.ceil(freeInMs / 60_000));
  const hours = Math.ceil(minutes / 60);
  const when =
    minutes < 60 ? `${minutes} minute${minutes === 1 ? '' : 's'}` : `${hours} hour${hours === 1 ? '' : 's'}`;
  const letters = (count: number) => (count === 1 ? 'one letter' : `${count} letters`);
  const text = `Nobody was invited. This would send ${letters(wanted)}, and of the ${most} that you may have sent within a day ${left === 1 ? 'one is' : `${left} are`} left. You may go on in ${when}, or hand out links, which send no letter.`;
  return {
    code: 'conflict',
    message: { key: 'server.tooManyInvitations', values: { most, left, wanted, minutes }, text },
  };
}

export const ROLE_LACKING = own(
  'forbidden',
  'server.roleLacking',
  'Your role in this negotiation does not allow that.',
);

export const NOT_YOUR_STAKEHOLDER = own(
  'forbidden',
  'server.notYourStakeholder',
  'You are not a delegate of that stakeholder.',
);

export const WRONG_PASSWORD = own('invalid', 'server.wrongPassword', 'That is not your password.');

export const TOO_MANY_TRIES = own(
  'conflict',
  'server.tooManyTries',
  'Too many tries. Wait a quarter of an hour and try again.',
);

export const KEY_REUSED = own(
  'conflict',
  'server.keyReused',
  'That idempotency key was already used for another request. Send this one under a new key.',
);

export const OTHER_DRAFT = own(
  'conflict',
  'server.otherDraft',
  'Since you opened this, the draft was changed or its ballot was cast in another window. Nothing was overwritten.',
);

export const NO_STANDING_YET = own(
  'not-yet',
  'server.noStandingYet',
  'There is no standing that you may see yet.',
);

export const NO_SUCH_POSITION = own(
  'not-found',
  'server.noSuchPosition',
  'The history holds no event at that position that you may see.',
);

export const NO_SUCCESSOR = own(
  'conflict',
  'server.noSuccessor',
  'That negotiation was not created as a successor of this one.',
);

/** For a link that was never good, and for one that was: nobody learns from it which. */
export const NO_SUCH_INVITATION = own(
  'not-found',
  'server.noSuchInvitation',
  'This invitation is not good, or no longer: ask whoever invited you for another.',
);

export const ADDRESS_HAS_ACCOUNT = own(
  'conflict',
  'server.addressHasAccount',
  'There is an account with this address. Sign in with it to join.',
);

/** For a link in a letter about an account. */
export const LINK_SPENT = own(
  'not-found',
  'server.linkSpent',
  'This link is not good, or no longer. Ask for another letter.',
);

export const ADDRESS_TAKEN = own(
  'conflict',
  'server.addressTaken',
  'Another account has this address by now. Nothing was changed.',
);

export const NO_SUCH_MESSAGE = own('not-found', 'server.noSuchMessage', 'There is no such message.');

export const LETTER_NOT_SHOWN = own(
  'forbidden',
  'server.letterNotShown',
  'That letter carries a link that is its reader’s alone. It goes by mail, and is not shown.',
);

export const NOT_TO_BE_SENT = own(
  'conflict',
  'server.notToBeSent',
  'That letter does not wait to be sent again, or there is no mail server to send it with.',
);

export const NO_SUCH_ROUND_OPEN = own(
  'closed',
  'server.noSuchRoundOpen',
  'That round is not open, so that there is nobody to remind.',
);

export const REMINDED_LATELY = own(
  'conflict',
  'server.remindedLately',
  'A reminder was sent less than an hour ago. Wait before you send another.',
);
