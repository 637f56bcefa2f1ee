import { describe, expect, it } from 'vitest';
import { type ClaimNames, type Claims, identityFrom } from '../../api/access/claims.ts';

const usual: ClaimNames = {
  roles: 'roles',
  municipality: 'municipality',
  bodies: 'bodies',
  roleNames: new Map(),
};

describe('the claims of a provider', () => {
  it.each<[string, Omit<Claims, 'sub'>, Partial<ClaimNames>, object]>([
    [
      'give the offices that are ours, in our order',
      { roles: ['operator', 'chess', 'reader'] },
      {},
      { roles: ['reader', 'operator'] },
    ],
    [
      'can be one text',
      { roles: 'reader, operator', bodies: 'board' },
      {},
      { roles: ['reader', 'operator'], bodies: ['board'] },
    ],
    [
      'can have other names',
      { 'https://k98.example/roles': ['reader'], kommune: '0101', udvalg: ['board'] },
      { roles: 'https://k98.example/roles', municipality: 'kommune', bodies: 'udvalg' },
      { roles: ['reader'], municipality: '0101', bodies: ['board'] },
    ],
    [
      'can lie inside each other',
      { realm_access: { roles: ['auditor'] } },
      { roles: 'realm_access.roles' },
      { roles: ['auditor'] },
    ],
    [
      "can use the provider's own names of offices",
      { roles: ['grp-k98-drift'] },
      { roleNames: new Map([['grp-k98-drift', 'operator']]) },
      { roles: ['operator'] },
    ],
    ['that are no text give nothing', { roles: [1, null, {}], municipality: 101, bodies: {} }, {}, {}],
    ['that name no code give no municipality', { municipality: 'København' }, {}, {}],
    ['that are not there give nothing', {}, { roles: 'a.b.c' }, {}],
    ['reach for no prototype', {}, { roles: 'constructor.name', bodies: '__proto__' }, {}],
  ])('%s', (_, claims, names, identity) => {
    expect(identityFrom({ sub: 'ada', ...claims }, { ...usual, ...names })).toEqual({
      subject: 'user:ada',
      roles: [],
      bodies: [],
      ...identity,
    });
  });
});
