import { type Database, execute, queryOne } from './query';

export interface Account {
  id: string;
  name: string;
  credits: number;
}

export function findAccount(database: Database, accountId: string): Promise<Account | undefined> {
  return queryOne<Account>(database, 'SELECT id, name, credits FROM accounts WHERE id = $1', [accountId]);
}

/** Takes credits if the account has them. The guard and the change are one statement. */
export async function debitCredits(database: Database, accountId: string, credits: number): Promise<boolean> {
  const changed = await execute(
    database,
    'UPDATE accounts SET credits = credits - $2 WHERE id = $1 AND credits >= $2',
    [accountId, credits],
  );
  return changed === 1;
}
