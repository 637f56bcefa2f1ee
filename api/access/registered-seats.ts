import type { Role } from '../../src/access/identity.ts';
import { withSeats } from '../../src/access/seats.ts';
import { danishDay } from '../../store/clock.ts';
import { listResources } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { BODIES, type KeptBody } from '../stored/agreement-parts.ts';
import type { Authenticate } from './caller.ts';

/** The offices that go with a seat in a body: who holds neither acts for none, wherever a register names him. */
const SEATED_ROLES: readonly Role[] = ['council-member', 'board-member'];

const ALL_BODIES = 10_000;

/** Says who sends a request, with the bodies that the registers of members seat the sender in today. */
export function withRegisteredSeats({ database, clock }: Store, authenticate: Authenticate): Authenticate {
  return async (request) => {
    const caller = await authenticate(request);
    if (!caller?.identity.roles.some((role) => SEATED_ROLES.includes(role))) return caller;
    const bodies = await listResources(database.query, { kind: BODIES, limit: ALL_BODIES });
    const register = new Map(bodies.map(({ id, body }) => [id, (body as KeptBody).members]));
    return { ...caller, identity: withSeats(caller.identity, register, danishDay(clock())) };
  };
}
