import type { Topic } from './arguments';

const PARLEY = `parley reads negotiation files and says what clears the bar, and why; and checks their histories.

  parley aggregate FILE…   the standing of each negotiation, as a table or as JSON
  parley validate FILE…    whether each file is sound, and whether its rule is proper

  parley keygen NAME       a signing key and its verifier key
  parley bundle FILE       an audit bundle: the signed history that would have led to a negotiation file
  parley verify BUNDLE     whether a history holds, step by step
  parley replay BUNDLE     the negotiation file as of a position
  parley diff BUNDLE A B   what changed between two positions
  parley history BUNDLE    what one stakeholder did, and what it moved

  parley fsck              on the server: whether the database is what its own logs say

  parley witness           a witness: cosigns the checkpoints of logs, and never two histories of one

  parley COMMAND --help    more on a command
  parley --version

FILE may be - for standard input. Exit status: 0 done; 2 refused, with one line per fault on standard error.
`;

const AGGREGATE = `parley aggregate FILE… [--json] [--basis stated|informed] [--power] [--members]
parley aggregate FILE --ballots TABLE [the same]

Prints the standing of each negotiation: which profiles clear the bar, by whose support, and what others lack.

  --json       one result a line, as JSON (parley-aggregation/1), in the order of the files
  --basis B    stated: the newest ballot of each stakeholder (default)
               informed: the newest ballot cast after acknowledging the required briefings
  --power      adds the power indices of the rule (Banzhaf, Shapley–Shubik)
  --members    writes lists of stakeholders above 10,000 too, not their lengths
  --no-searches  leaves out gap and resilience (null), each of which takes a search: of 100,000 stakeholders most of the time
  --ballots T  ballots of one FILE from a table beside it, as if they stood at the end of its list; for many of them:
               read row by row, only what counts is kept, 12 bytes a score. By the ending of its name:
               .csv     stakeholder,at,provisional,abstain, then for each profile its id, or id:low, id:best, id:high;
                        an empty cell says nothing
               .ndjson  each line a ballot as it would stand in the file
               .arrow   the columns of .csv in Apache Arrow's file or stream form, uncompressed

FILE may be - for standard input. Exit status: 0 done; 2 when a file or table is refused: then one line per fault on
standard error, each with its path in the file, or its line and column in the table, and nothing on standard output.
`;

const VALIDATE = `parley validate FILE…
parley validate FILE --ballots TABLE

Says whether each file is a sound negotiation file, and whether its rule is proper: whether no two coalitions
without a member in common are both adequate.

  --ballots T  a table of ballots beside one FILE, as of parley aggregate

FILE may be - for standard input. Exit status: 0 all are sound; 2 when a file or table is refused, with one line per
fault on standard error, each with its path in the file, and nothing on standard output.
`;

const KEYGEN = `parley keygen NAME

Prints a signing key and its verifier key, a line each, in the encoding of C2SP signed notes. NAME is the origin of
the log, HOST/parley/NEGOTIATION: no white space, no "+". Keep the first line secret; give the second to everyone.

Exit status: 0 done; 2 refused.
`;

const BUNDLE = `parley bundle NEGOTIATION-FILE --key SIGNING-KEY-FILE

Writes to standard output the audit bundle of a log whose history would have led to the file, at the file's own
instants, and says in it that it is simulated. The key's name is the log's origin.

  --key FILE   the file whose first line is a signing key, as parley keygen prints it

NEGOTIATION-FILE may be - for standard input. Exit status: 0 done; 2 when the file or the key is refused.
`;

const VERIFY = `parley verify BUNDLE [--key VKEY] [--since OLD-CHECKPOINT] [--receipt FILE]… [--witness VKEY]… [--json]

Checks an audit bundle in twelve steps and names the first that does not hold, its position, what was expected and
what was found: canonical form, positions and times, schema, permitted transitions, seals, results, unopened seals,
tree hash, signature, the older checkpoint, receipts, witnesses. It says what it does not show.

  --key VKEY       the verifier key that you trust; without it, the key is the bundle's own word
  --since FILE     a checkpoint that you kept: the history must begin with what it signed
  --receipt FILE   a receipt that you kept, any number of times
  --witness VKEY   the key of a witness, as parley witness prints it, any number of times: it must have cosigned the
                   bundle's checkpoint, or one of those given with --since and --receipt
  --json           one line of JSON (parley-verification/1)

BUNDLE may be - for standard input. Exit status: 0 all holds; 1 something does not; 2 unreadable.
`;

const REPLAY = `parley replay BUNDLE --to POSITION

Prints the negotiation file as of a position, from the events up to it. Texts that the bundle does not carry are left
out; while the negotiation was being set up, the file may lack what a file needs.

BUNDLE may be - for standard input. Exit status: 0 done; 1 when the history up to there does not hold; 2 unreadable,
or there is no such position.
`;

const DIFF = `parley diff BUNDLE A B [--json]

Says what changed after position A, up to position B: who moved which score, and which verdict flipped at which
position, on either basis.

  --json   one line of JSON (parley-diff/1)

BUNDLE may be - for standard input. Exit status: 0 done; 1 when the history up to B does not hold; 2 unreadable, or
there is no such position.
`;

const HISTORY = `parley history BUNDLE --stakeholder ID [--json]

Tells each ballot of a stakeholder and each briefing that it acknowledged: what it moved, and which verdict flipped.

  --stakeholder ID   whose
  --json             one line of JSON (parley-history/1)

BUNDLE may be - for standard input. Exit status: 0 done; 1 when the history does not hold; 2 unreadable, or there is
no such stakeholder.
`;

const WITNESS = `parley witness --key SIGNING-KEY-FILE --log VKEY… [--state FOLDER] [--listen HOST:PORT]

Cosigns the checkpoints of logs over HTTP (C2SP tlog-witness, POST /add-checkpoint), as long as each is proved to extend
the one before; a log that shows another history is refused. Prints the verifier key of its cosignatures, then where it
listens; standard error has a line a request. SIGINT and SIGTERM stop it.

  --key FILE           the file whose first line is a signing key, as parley keygen prints it
  --log VKEY           the verifier key of a log, any number of times, also for one log while it changes keys
  --state FOLDER       where it keeps what it cosigned last (parley-witness); one witness a folder, never an older copy
  --listen HOST:PORT   where it listens (127.0.0.1:4600)

Exit status: 0 stopped; 2 when the key, a log's key, the folder or the address cannot be used.
`;

export const HELP: { readonly [T in Topic]: string } = {
  parley: PARLEY,
  aggregate: AGGREGATE,
  validate: VALIDATE,
  keygen: KEYGEN,
  bundle: BUNDLE,
  verify: VERIFY,
  replay: REPLAY,
  diff: DIFF,
  history: HISTORY,
  witness: WITNESS,
};
