import { describe, expect, it } from 'vitest';
import { commandOf } from './arguments';

describe('the command line', () => {
  it.each([
    [[], 'which command?', 'parley --help'],
    [['agregate'], 'unknown command "agregate"', 'parley --help'],
    [['--json'], 'unknown option "--json"', 'parley --help'],
    [['aggregate', '--jsn', 'x'], "unknown option '--jsn'", 'parley aggregate --help'],
    [['aggregate'], 'which file? (- is standard input)', 'parley aggregate --help'],
    [['aggregate', '-', '-'], 'standard input (-) is named twice', 'parley aggregate --help'],
    [
      ['aggregate', '--basis', 'felt', 'x'],
      '--basis "felt" is not one of stated, informed',
      'parley aggregate --help',
    ],
    [['aggregate', '--basis'], "option '--basis <value>' argument missing", 'parley aggregate --help'],
    [
      ['aggregate', '--json=yes', 'x'],
      "option '--json' does not take an argument",
      'parley aggregate --help',
    ],
    [['validate', '--json', 'x'], "unknown option '--json'", 'parley validate --help'],
    [['validate'], 'which file? (- is standard input)', 'parley validate --help'],
    [
      ['aggregate', 'a', '--ballots', 'b.xlsx'],
      '--ballots "b.xlsx" does not end in .csv, .ndjson, .arrow',
      'parley aggregate --help',
    ],
    [
      ['validate', 'a', 'b', '--ballots', 'c.csv'],
      '--ballots goes with one negotiation file',
      'parley validate --help',
    ],
  ])('refuses %j', (args, message, help) => {
    expect(commandOf(args)).toEqual({ kind: 'refused', message, help });
  });

  it('takes options anywhere, and a file named like one after --', () => {
    const usual = {
      kind: 'aggregate',
      ballots: null,
      json: false,
      basis: 'stated',
      power: false,
      members: false,
      searches: true,
    };
    expect(commandOf(['aggregate', 'a', '--json', '-', '--basis=informed', '--power', '--members'])).toEqual({
      kind: 'aggregate',
      files: ['a', '-'],
      ballots: null,
      json: true,
      basis: 'informed',
      power: true,
      members: true,
      searches: true,
    });
    expect(commandOf(['aggregate', '--', '--json'])).toEqual({ ...usual, files: ['--json'] });
    expect(commandOf(['aggregate', 'a', '--ballots', 'b.v2.csv'])).toEqual({
      ...usual,
      files: ['a'],
      ballots: { name: 'b.v2.csv', ending: '.csv' },
    });
    const searches = false;
    expect(commandOf(['aggregate', 'a', '--no-searches'])).toEqual({ ...usual, files: ['a'], searches });
    expect(commandOf(['validate', 'a', 'b'])).toEqual({ kind: 'validate', files: ['a', 'b'], ballots: null });
  });

  it.each([
    [['--help'], 'parley'],
    [['help'], 'parley'],
    [['help', 'validate'], 'validate'],
    [['aggregate', '-h'], 'aggregate'],
    [['validate', 'x', '--help'], 'validate'],
  ])('helps on %j', (args, of) => {
    expect(commandOf(args)).toEqual({ kind: 'help', of });
  });
});
