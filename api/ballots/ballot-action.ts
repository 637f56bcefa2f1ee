import type { BallotActionRequest } from '../../data/schema/ballot.ts';
import type { Identity } from '../../src/access/identity.ts';
import { takeBallotAction } from '../../src/prioritisation/ballot/course.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { type ResourceVersion, readResource, readVersion } from '../../store/resource-versions.ts';
import { updateResource } from '../../store/resources.ts';
import { type Store, write } from '../../store/write.ts';
import { withCurrent } from '../stored/operations.ts';
import { courseOf } from './ballot-kind.ts';

/** Opens or closes a ballot, if it is still at the version that the secretary saw. Refused as `takeBallotAction` does. */
export async function actOnBallot(
  store: Store,
  identity: Identity,
  ballot: ResourceVersion,
  seen: bigint,
  { action, reason = '' }: BallotActionRequest,
): Promise<Result<ResourceVersion>> {
  const { kind, id } = ballot;
  const act = {
    actor: identity.subject,
    action: `ballots.${action}`,
    target: `ballots/${id}`,
    detail: { reason, seen: String(seen) },
  };
  const done = await write(store, act, async (under) => {
    const current = (await readResource(under.transaction, { kind, id })) ?? ballot;
    const state = takeBallotAction(courseOf(current), action, under.at);
    if (!state.ok && current.version === seen) return state;
    const version = { body: current.body, state: state.ok ? state.value : current.state, action, reason };
    const updated = await updateResource(under, { kind, id }, seen, version);
    if (!updated.ok) return updated;
    return accepted({ value: await readVersion(under.transaction, { kind, id }, updated.value) });
  });
  return withCurrent(store, { kind, id }, done);
}
