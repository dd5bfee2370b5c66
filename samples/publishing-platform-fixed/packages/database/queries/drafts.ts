import { type Database, queryRows } from './query';

export interface Draft {
  id: string;
  slug: string;
  title: string;
  body: string;
  version: number;
}

export class SlugTaken extends Error {}

export class DraftChanged extends Error {}

export function findDrafts(database: Database, accountId: string, draftIds: string[]): Promise<Draft[]> {
  return queryRows<Draft>(
    database,
    `SELECT id, slug, title, body, version
       FROM drafts
      WHERE account_id = $1 AND id = ANY ($2::uuid[])`,
    [accountId, draftIds],
  );
}

/** The check gives a friendly answer in the usual case, the unique key decides in the rare one. */
export async function createDraft(database: Database, accountId: string, slug: string, title: string): Promise<string> {
  const taken = await database.query('SELECT 1 FROM drafts WHERE account_id = $1 AND slug = $2', [accountId, slug]);
  if (taken.rows.length > 0) {
    throw new SlugTaken(slug);
  }
  try {
    const { rows } = await database.query<{ id: string }>( // cleared: race/check-then-insert "UNIQUE"
      'INSERT INTO drafts (account_id, slug, title) VALUES ($1, $2, $3) RETURNING id',
      [accountId, slug, title],
    );
    return rows[0]!.id;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') {
      throw new SlugTaken(slug);
    }
    throw error;
  }
}

/** Appends a paragraph. Whoever saved first wins, and the other is told. */
export async function appendParagraph(
  database: Database,
  accountId: string,
  draftId: string,
  text: string,
): Promise<number> {
  const { rows } = await database.query<Draft>(
    'SELECT id, slug, title, body, version FROM drafts WHERE account_id = $1 AND id = $2',
    [accountId, draftId],
  );
  const draft = rows[0];
  if (!draft) {
    throw new DraftChanged(`Draft ${draftId} is gone`);
  }
  const saved = await database.query( // cleared: race/lost-update "version"
    `UPDATE drafts
        SET body = $3, version = version + 1, updated_at = now()
      WHERE id = $1 AND version = $2`,
    [draftId, draft.version, `${draft.body}\n\n${text}`],
  );
  if (saved.rowCount !== 1) {
    throw new DraftChanged(`Draft ${draftId} was saved by somebody else`);
  }
  return draft.version + 1;
}
