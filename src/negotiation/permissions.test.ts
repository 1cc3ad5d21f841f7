import { describe, expect, it } from 'vitest';
import { isProcedure, may, PERMISSIONS, type Procedure } from './permissions';
import { ANYONE, ROLES, type Viewer } from './roles';

const PROCEDURES = Object.keys(PERMISSIONS).filter(isProcedure);

const member = (...roles: Viewer['roles']): Viewer => ({ roles, stakeholders: [], signedIn: true });

describe.each(PROCEDURES)('%s', (procedure) => {
  const grants: readonly string[] = PERMISSIONS[procedure];

  it.each(ROLES)('as %s', (role) => {
    const signedIn = grants.includes('anyone') || grants.includes('signed-in');
    expect(may(procedure, member(role))).toBe(signedIn || grants.includes(role));
    expect(may(procedure, { ...member(role), signedIn: false })).toBe(grants.includes('anyone'));
  });

  it('as anyone', () => {
    expect(may(procedure, ANYONE)).toBe(grants.includes('anyone'));
    expect(may(procedure, ANYONE, true)).toBe(grants.includes('anyone') || grants.includes('public'));
  });
});

it('an administrator has no power inside negotiations', () => {
  const administrator: Viewer = { roles: [], stakeholders: [], signedIn: true, administrator: true };
  const outside = (procedure: Procedure) => /^(account|administration|inbox)\./.test(procedure);
  const anyAccount = [
    'invitation.look',
    'negotiation.list',
    'negotiation.create',
    'negotiation.join',
    'history.keys',
  ];
  const held = PROCEDURES.filter((procedure) => may(procedure, administrator));
  expect(held.filter((procedure) => !outside(procedure))).toEqual(anyAccount);
});

it('only delegates cast, assess and pledge; auditors and observers change nothing but what is their own', () => {
  for (const procedure of ['ballot.cast', 'threat.assess', 'pledge.make', 'briefing.acknowledge'] as const) {
    expect(PERMISSIONS[procedure]).toEqual(['delegate']);
  }
  const own = /^(account|inbox)\.|^negotiation\.(create|join)$|^member\.leave$/;
  const reads =
    /\.(list|get|export|pair|power|live|receipt|checkpoint|proof|bundle|keys|report|feedback|threads|look)$/;
  for (const role of ['auditor', 'observer'] as const) {
    const held = PROCEDURES.filter((procedure) => may(procedure, member(role)));
    expect(held.filter((procedure) => !own.test(procedure) && !reads.test(procedure))).toEqual([]);
  }
});
