/** What every request for one group of the draft begins with: the group in the address, and what is being edited. */
import type { Request, RequestHandler, Response } from 'express';
import type { DraftDefinition, LearningOutcome } from '../../../domain/micro-credentials/definition.js';
import type { MicroCredential } from '../../../domain/micro-credentials/micro-credential.js';
import { visitOf } from '../../middleware/with-visit.js';
import type { WebServices } from '../../web-services.js';
import { neededMicroCredential } from './credential-of-visit.js';
import { groupNames, type GroupName } from './groups/group.js';
import { draftOfOutcome } from './groups/outcome-rule.js';

export interface DraftGroup {
  group: GroupName;
  /** Of the group "passing": the outcome whose own rule it is about; undefined: the rule for the whole. */
  outcome?: LearningOutcome;
  microCredential: MicroCredential & { draft: NonNullable<MicroCredential['draft']> };
  /** True where nothing is being edited: the draft is the one that the next version would begin with. */
  published: boolean;
}

/** The draft as the group's form sees it. */
export function draftOfGroup({ microCredential, outcome }: DraftGroup): DraftDefinition {
  const { definition } = microCredential.draft;
  return outcome ? draftOfOutcome(definition, outcome) : definition;
}

/** Goes on to the next route where the address names no group; to the group where it names an outcome that is not there (any more). */
export function onDraftGroup(
  services: WebServices,
  handle: (req: Request, res: Response, found: DraftGroup) => Promise<void>,
): RequestHandler {
  return async (req, res, next) => {
    const { group: named, outcome: outcomeId } = req.params;
    const group = outcomeId === undefined ? groupNames.find((name) => name === named) : 'passing';
    if (!group) {
      next();
      return;
    }
    const found = draftGroup(group, await neededMicroCredential(services, req), String(outcomeId ?? ''));
    if (outcomeId === undefined || found.outcome) await handle(req, res, found);
    else res.redirect(303, `/visits/${visitOf(req).id}/credential/passing`);
  };
}

export function draftGroup(group: GroupName, microCredential: MicroCredential, outcomeId = ''): DraftGroup {
  const newest = microCredential.versions.at(-1);
  const draft =
    microCredential.draft ??
    (newest && {
      definition: newest.definition,
      changedAt: newest.publishedAt,
      changedBy: newest.publishedBy,
    });
  if (!draft) throw new Error('a micro-credential has a draft or a version');
  const outcome = draft.definition.outcomes.find(({ id }) => id === outcomeId);
  return {
    group,
    outcome,
    microCredential: { ...microCredential, draft },
    published: !microCredential.draft,
  };
}
