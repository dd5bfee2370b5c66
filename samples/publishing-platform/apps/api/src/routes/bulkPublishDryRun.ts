import { Router } from 'express';
import { findDrafts } from '@platform/database/queries/drafts';
import { findTargets } from '@platform/database/queries/publications';
import { pool } from '../db';
import { Slots } from '../utils/resilience';

type Intent =
  | { draftId: string; wouldPublish: string[]; disabled: string[] }
  | { draftId: string; error: string };

const MAX_DRAFTS = 200;
const MAX_TARGETS = 50;

const slots = new Slots(8);

export const bulkPublishDryRunRouter = Router();

/** Answers one line of JSON for each draft, as soon as it is known. */
bulkPublishDryRunRouter.post('/', async (req, res) => {
  const accountId: string = res.locals['accountId'];
  const { draftIds, targetIds } = req.body as { draftIds?: unknown; targetIds?: unknown };
  if (!isIdList(draftIds, MAX_DRAFTS) || !isIdList(targetIds, MAX_TARGETS)) {
    res.status(400).json({ error: `Up to ${MAX_DRAFTS} draftIds and ${MAX_TARGETS} targetIds are required` });
    return;
  }
  for await (const intent of generateSummaryStream(accountId, draftIds, targetIds)) {
    if (res.destroyed) {
      break;
    }
    if (!res.headersSent) {
      res.type('application/x-ndjson');
    }
    res.write(`${JSON.stringify(intent)}\n`);
  }
  res.end();
});

async function* generateSummaryStream(
  accountId: string,
  draftIds: string[],
  targetIds: string[],
): AsyncGenerator<Intent> {
  const leave = slots.enter(); // expect: iteration/generator-without-cleanup
  for (const draftId of draftIds) {
    yield await processDraft(accountId, draftId, targetIds);
  }
  leave();
}

/** What publishing would do. It never rejects: a draft that fails is one line of the answer. */
async function processDraft(accountId: string, draftId: string, targetIds: string[]): Promise<Intent> {
  try {
    const [draft] = await findDrafts(pool, accountId, [draftId]);
    if (!draft) {
      return { draftId, error: 'No such draft' };
    }
    const targets = await findTargets(pool, accountId, targetIds);
    return {
      draftId,
      wouldPublish: targets.filter((target) => target.enabled).map((target) => target.name),
      disabled: targets.filter((target) => !target.enabled).map((target) => target.name),
    };
  } catch (error) {
    return { draftId, error: error instanceof Error ? error.message : String(error) };
  }
}

function isIdList(value: unknown, most: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    value.every((item) => typeof item === 'string')
  );
}
