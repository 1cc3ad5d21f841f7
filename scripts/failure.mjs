/**
 * What the person at the terminal can mend: its message is one clear sentence, printed without a stack.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class Failure extends Error {}

/** Sentences for what stops any program that writes, by what it printed; `null` where it says something else. */
export function sentenceFor(output, folder) {
  if (/ENOSPC|No space left on device|disk full/i.test(output)) {
    return `The disk that holds ${folder} is full: free some space and start again. Nothing is lost.`;
  }
  if (/EROFS|Read-only file system/i.test(output)) {
    return `${folder} is on a read-only file system: put PARLEY_DATA on one that this account may write to.`;
  }
  if (/ENOTDIR/.test(output)) {
    return `${folder} is a file, or lies below one: name a folder with PARLEY_DATA.`;
  }
  if (/EACCES|EPERM|Permission denied|Operation not permitted/i.test(output)) {
    return `This account has no permission to use ${folder}: give it that, or name another folder with PARLEY_DATA.`;
  }
  return null;
}

/** Runs `use` on files below `folder` and turns a full disk or a missing permission into its sentence. */
export function onDisk(folder, use) {
  try {
    return use();
  } catch (error) {
    const sentence = sentenceFor(error.code ?? '', folder);
    throw sentence ? new Failure(sentence) : error;
  }
}
