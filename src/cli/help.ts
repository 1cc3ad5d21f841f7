const PARLEY = `parley reads negotiation files and says what clears the bar, and why.

  parley aggregate FILE…   the standing of each negotiation, as a table or as JSON
  parley validate FILE…    whether each file is sound, and whether its rule is proper
  parley COMMAND --help    more on a command
  parley --version

FILE may be - for standard input. Exit status: 0 done; 2 refused, with one line per fault on standard error.
`;

const AGGREGATE = `parley aggregate FILE… [--json] [--basis stated|informed] [--power] [--members]

Prints the standing of each negotiation: which profiles clear the bar, by whose support, and what others lack.

  --json       one result a line, as JSON (parley-aggregation/1), in the order of the files
  --basis B    stated: the newest ballot of each stakeholder (default)
               informed: the newest ballot cast after acknowledging the required briefings
  --power      adds the power indices of the rule (Banzhaf, Shapley–Shubik)
  --members    writes lists of stakeholders above 10,000 too, not their lengths

FILE may be - for standard input. Exit status: 0 done; 2 when a file is refused: then one line per fault on standard
error, each with its path in the file, and nothing on standard output.
`;

const VALIDATE = `parley validate FILE…

Says whether each file is a sound negotiation file, and whether its rule is proper: whether no two coalitions
without a member in common are both adequate.

FILE may be - for standard input. Exit status: 0 all are sound; 2 when a file is refused, with one line per fault
on standard error, each with its path in the file, and nothing on standard output.
`;

export const HELP = { parley: PARLEY, aggregate: AGGREGATE, validate: VALIDATE } as const;
