import { type Database, execute, queryOne, queryRows } from './query';

export interface Target {
  id: string;
  name: string;
  kind: 'webhook' | 'upload';
  endpoint: string;
  enabled: boolean;
}

export interface Delivery {
  publicationId: string;
  revision: number;
  kind: Target['kind'];
  endpoint: string;
  title: string;
  body: string;
}

export function findTargets(database: Database, accountId: string, targetIds: string[]): Promise<Target[]> {
  return queryRows<Target>(
    database,
    `SELECT id, name, kind, endpoint, enabled
       FROM targets
      WHERE account_id = $1 AND id = ANY ($2::uuid[])`,
    [accountId, targetIds],
  );
}

/** Queues a draft for its targets. Rows are locked in the order of their keys, whatever the caller's order. */
export async function queuePublications(
  database: Database,
  accountId: string,
  draftId: string,
  targetIds: string[],
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    database,
    `INSERT INTO publications (draft_id, target_id)
     SELECT drafts.id, targets.id
       FROM drafts JOIN targets USING (account_id)
      WHERE account_id = $1 AND drafts.id = $2 AND targets.id = ANY ($3::uuid[]) AND targets.enabled
      ORDER BY targets.id
     ON CONFLICT (draft_id, target_id)
     DO UPDATE SET status = 'queued', revision = publications.revision + 1
     RETURNING id`,
    [accountId, draftId, targetIds],
  );
  const publicationIds = rows.map((row) => row.id);
  await execute(
    database,
    `INSERT INTO jobs (region, kind, payload)
     SELECT 'default', 'deliver', jsonb_build_object('publicationId', id)
       FROM unnest($1::uuid[]) AS id`,
    [publicationIds],
  );
  return publicationIds;
}

export function findDelivery(database: Database, publicationId: string): Promise<Delivery | undefined> {
  return queryOne<Delivery>(
    database,
    `SELECT publications.id AS "publicationId", publications.revision, targets.kind, targets.endpoint,
            drafts.title, drafts.body
       FROM publications
       JOIN drafts ON drafts.id = publications.draft_id
       JOIN targets ON targets.id = publications.target_id
      WHERE publications.id = $1`,
    [publicationId],
  );
}

/** A newer revision that was queued meanwhile stays queued. */
export async function markDelivered(database: Database, publicationId: string, revision: number): Promise<void> {
  await execute(
    database,
    `UPDATE publications
        SET status = 'delivered', delivered_at = now()
      WHERE id = $1 AND revision = $2`,
    [publicationId, revision],
  );
}

/** Counts a view and answers with the number of views so far. */
export async function countView(database: Database, publicationId: string): Promise<number | undefined> {
  const publication = await queryOne<{ views: string }>(
    database,
    'UPDATE publications SET views = views + 1 WHERE id = $1 RETURNING views',
    [publicationId],
  );
  return publication && Number(publication.views);
}
