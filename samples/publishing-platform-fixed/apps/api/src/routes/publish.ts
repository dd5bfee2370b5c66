import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Pool, PoolClient } from 'pg';
import { debitCredits } from '@platform/database/queries/accounts';
import { queuePublications } from '@platform/database/queries/publications';
import { inTransaction } from '@platform/database/transactions';
import { pool } from '../db';

interface KeyRow {
  status: 'pending' | 'completed';
  result: unknown;
}

type Claim =
  | { isNew: true; claim: string }
  | { isNew: false; status: KeyRow['status']; existingResult: unknown };

const CREDITS_PER_TARGET = 1;
const MAX_TARGETS = 50;

class InsufficientCredits extends Error {}

class ClaimLost extends Error {}

/** Remembers which operations were asked for under which key, and what came of them. */
export class IdempotencyStore {
  constructor(private readonly pool: Pool) {}

  /**
   * Claims the key. The unique key lets one request in and makes the others wait for it; a claim that is neither
   * completed nor given up lapses after two minutes and goes to the next request.
   */
  async checkOrCreate(idempotencyKey: string, operation: string): Promise<Claim> {
    const claim = randomUUID();
    const claimed = await this.pool.query(
      `INSERT INTO idempotency_keys (operation, key, claim)
       VALUES ($1, $2, $3)
       ON CONFLICT (operation, key)
       DO UPDATE SET claim = excluded.claim, claimed_at = now()
        WHERE idempotency_keys.status = 'pending'
          AND idempotency_keys.claimed_at <= now() - interval '2 minutes'`,
      [operation, idempotencyKey, claim],
    );
    if (claimed.rowCount === 1) {
      return { isNew: true, claim };
    }
    const { rows } = await this.pool.query<KeyRow>(
      `SELECT result, status
         FROM idempotency_keys
        WHERE operation = $1 AND key = $2`,
      [operation, idempotencyKey],
    );
    const existing = rows[0];
    return { isNew: false, status: existing?.status ?? 'pending', existingResult: existing?.result };
  }

  /** Keeps the result, in the transaction that made it. Fails if the claim has lapsed and another request has it. */
  async complete(client: PoolClient, claim: string, result: unknown): Promise<void> {
    const { rowCount } = await client.query(
      `UPDATE idempotency_keys
          SET status = 'completed', result = $2
        WHERE claim = $1 AND status = 'pending'`,
      [claim, JSON.stringify(result)],
    );
    if (rowCount !== 1) {
      throw new ClaimLost(claim);
    }
  }

  async giveUp(claim: string): Promise<void> {
    await this.pool.query(`DELETE FROM idempotency_keys WHERE claim = $1 AND status = 'pending'`, [claim]);
  }
}

const idempotency = new IdempotencyStore(pool);

export const publishRouter = Router();

publishRouter.post('/', async (req, res) => {
  const accountId: string = res.locals['accountId'];
  const key = req.get('idempotency-key');
  const { draftId, targetIds } = req.body as { draftId?: unknown; targetIds?: unknown };
  if (!key || typeof draftId !== 'string' || !isTargetList(targetIds)) {
    res.status(400).json({ error: 'idempotency-key, draftId and up to 50 targetIds are required' });
    return;
  }
  const operation = `publish:${accountId}`;
  const claimed = await idempotency.checkOrCreate(key, operation);
  if (!claimed.isNew) {
    if (claimed.status === 'completed') {
      res.json(claimed.existingResult);
    } else {
      res.status(409).json({ error: 'This request is being worked on' });
    }
    return;
  }
  try {
    const result = await publish(accountId, draftId, targetIds, claimed.claim);
    res.status(202).json(result);
  } catch (error) {
    await idempotency.giveUp(claimed.claim).catch((lapses: unknown) => {
      console.error(`[publish] claim ${claimed.claim} is left to lapse`, lapses);
    });
    if (error instanceof InsufficientCredits) {
      res.status(402).json({ error: 'Not enough credits' });
      return;
    }
    throw error;
  }
});

/** Charges the account and queues the deliveries, all or nothing. */
function publish(
  accountId: string,
  draftId: string,
  targetIds: string[],
  claim: string,
): Promise<{ publicationIds: string[]; credits: number }> {
  return inTransaction(pool, async (client) => {
    const publicationIds = await queuePublications(client, accountId, draftId, targetIds);
    const credits = publicationIds.length * CREDITS_PER_TARGET;
    if (!(await debitCredits(client, accountId, credits))) {
      throw new InsufficientCredits(accountId);
    }
    const result = { publicationIds, credits };
    await idempotency.complete(client, claim, result);
    return result;
  });
}

function isTargetList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_TARGETS &&
    value.every((item) => typeof item === 'string')
  );
}
