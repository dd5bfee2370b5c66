import type { Pool } from 'pg';
import type { MultiTierCache } from './multiTierCache';

export interface RenderedPage {
  publicationId: string;
  html: string;
}

const BATCH_SIZE = 5;

/** Fills the cache before the readers come. */
export class CacheWarmer {
  constructor(
    private readonly cache: MultiTierCache,
    private readonly pool: Pool,
    private readonly renderUrl: string,
    private readonly renderTimeoutMs = 10_000,
  ) {}

  /** Warms the given pages, five at a time. A page that fails stays cold. */
  async warmPages(publicationIds: string[]): Promise<number> {
    let warmed = 0;
    for (let start = 0; start < publicationIds.length; start += BATCH_SIZE) {
      const results = await Promise.all(
        publicationIds.slice(start, start + BATCH_SIZE).map((id) =>
          this.warmPage(id).catch((error: unknown) => {
            console.error(`[warming] page ${id}`, error);
            return null;
          }),
        ),
      );
      warmed += results.filter((page) => page !== null).length;
    }
    return warmed;
  }

  /** Warms everything an account has published. */
  async warmAccount(accountId: string): Promise<number> {
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT publications.id
         FROM publications JOIN drafts ON drafts.id = publications.draft_id
        WHERE drafts.account_id = $1 AND publications.status = 'delivered'`,
      [accountId],
    );
    const pages = await Promise.allSettled(rows.map((row) => this.warmPage(row.id))); // miss: parallel/unbounded-fan-out one connection and one rendering for every page the account ever published, all at once
    return pages.filter((page) => page.status === 'fulfilled').length;
  }

  /** The page as readers see it. */
  warmPage(publicationId: string): Promise<RenderedPage> {
    return this.cache.get(`page:${publicationId}`, () => this.render(publicationId));
  }

  /** The pages of a draft are rendered again when somebody asks for them. */
  async forgetDraft(draftId: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>('SELECT id FROM publications WHERE draft_id = $1', [draftId]);
    for (const row of rows) {
      await this.cache.invalidate(`page:${row.id}`);
    }
  }

  private async render(publicationId: string): Promise<RenderedPage> {
    const { rows } = await this.pool.query<{ title: string; body: string }>(
      `SELECT drafts.title, drafts.body
         FROM publications JOIN drafts ON drafts.id = publications.draft_id
        WHERE publications.id = $1`,
      [publicationId],
    );
    const draft = rows[0];
    if (!draft) {
      throw new Error(`No publication ${publicationId}`);
    }
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), this.renderTimeoutMs);
    try {
      const response = await fetch(this.renderUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(draft),
        signal: controller.signal,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`Renderer answered ${response.status}`);
      }
      return { publicationId, html: await response.text() };
    } finally {
      clearTimeout(timer);
    }
  }
}
