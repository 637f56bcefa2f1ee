import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, LOCAL_USER, ROLES } from '../../src/access/identity.ts';
import { ALL_RIGHTS, type Belonging, permits } from '../../src/access/permissions.ts';

const ada: Identity = { subject: 'ada', roles: ['finance-officer'], municipality: '0101', bodies: [] };
const own: Belonging = { owner: 'ada', isShared: false };
const colleagues: Belonging = { owner: 'bo', unit: '0101', isShared: false };
const neighbours: Belonging = { owner: 'cai', unit: '0147', isShared: false };

describe('rights', () => {
  it.each<[string, Identity, Parameters<typeof permits>[1], Belonging | undefined, boolean]>([
    ['an officer writes her own scenario', ada, 'scenario.write', own, true],
    ["and her municipality's", ada, 'scenario.write', colleagues, true],
    ["but not another municipality's", ada, 'scenario.write', neighbours, false],
    ['nor when it is shared', ada, 'scenario.write', { ...neighbours, isShared: true }, false],
    ['which she may then read', ada, 'scenario.read', { ...neighbours, isShared: true }, true],
    ['a draft of others she may not read', ada, 'scenario.read', neighbours, false],
    ['she may read her own invoices', ada, 'invoice.read', colleagues, true],
    ["not another municipality's", ada, 'invoice.read', neighbours, false],
    ['nor issue any', ada, 'invoice.issue', undefined, false],
    ['she previews her own', ada, 'invoice.preview', colleagues, true],
    ["not another municipality's", ada, 'invoice.preview', neighbours, false],
    ['nor read the log', ada, 'audit.read', undefined, false],
    ['the auditor reads all', { ...ada, roles: ['auditor'] }, 'scenario.read', neighbours, true],
    ['and writes nothing', { ...ada, roles: ['auditor'] }, 'scenario.write', own, false],
    [
      'a council member writes for the own body',
      { ...ada, roles: ['council-member'], bodies: ['c'] },
      'initiative.write',
      { owner: 'bo', unit: 'c', isShared: false },
      true,
    ],
    [
      'not for another',
      { ...ada, roles: ['council-member'], bodies: ['c'] },
      'initiative.write',
      { owner: 'bo', unit: 'd', isShared: false },
      false,
    ],
    ['who has no office has no rights', { ...ada, roles: [] }, 'model.read', undefined, false],
  ])('%s', (_, identity, right, resource, expected) => {
    expect(permits(identity, right, resource)).toBe(expected);
  });

  it('the local user of a server without access control may do everything', () => {
    expect(ALL_RIGHTS.filter((right) => !permits(LOCAL_USER, right))).toEqual([]);
  });

  it('one more office never takes a right away', () => {
    const rolesArb = fc.subarray([...ROLES]);
    const belongingArb = fc.constantFrom(
      own,
      colleagues,
      neighbours,
      { ...neighbours, isShared: true },
      undefined,
    );
    fc.assert(
      fc.property(
        rolesArb,
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ALL_RIGHTS),
        belongingArb,
        (roles, added, right, resource) => {
          const before = permits({ ...ada, roles }, right, resource);
          if (before) expect(permits({ ...ada, roles: [...roles, added] }, right, resource)).toBe(true);
        },
      ),
    );
  });
});
