using System.Text;
using Hostile.Model;
using Hostile.Syntax.Sql;
using Xunit;

namespace Hostile.Tests.Database;

/// <summary>The schema as migrations make it, whatever they are written in.</summary>
public sealed class MigrationsTests
{
    [Fact]
    public void Builders_of_knex_create_and_alter_tables()
    {
        Equal(
            """
            members: id!=, email!, team_id!, nickname, created_at!=, updated_at!=; unique (email); primary (id); unique (team_id, nickname) nulls not distinct; (team_id) references teams (id) cascade
            teams: id!, slug!; primary (id); unique (slug)
            """,
            ("migrations/1_a.js", """
                exports.up = async function (knex) {
                  await knex.schema
                    .createTable('members', (table) => {
                      table.increments('id');
                      table.string('email').notNullable().unique();
                      table.uuid('team_id').notNullable().references('id').inTable('teams').onDelete('CASCADE');
                      table.string('nick');
                      table.string('gone');
                      table.timestamps(true, true);
                      table.unique(['email', 'gone'], { indexName: 'email_gone' });
                    })
                    .createTable('teams', (t) => { t.uuid('id').primary(); t.text('slug').notNullable(); t.unique(['slug']); });
                };
                exports.down = async (knex) => { await knex.schema.dropTable('members'); };
                """),
            ("migrations/10_c.js", """
                exports.up = (knex) => knex.schema.alterTable('members', (table) => {
                  table.dropColumn('gone');
                  table.unique(['team_id', 'nickname'], { nullsNotDistinct: true });
                });
                """),
            ("migrations/2_b.ts", """
                import type { Knex } from 'knex';
                export async function up(knex: Knex): Promise<void> { await knex.schema.table('members', (table) => { table.renameColumn('nick', 'nickname'); table.dropUnique(['email', 'gone'], 'email_gone'); }); }
                export async function down(knex: Knex): Promise<void> { await knex.schema.dropTable('members'); }
                """));
    }

    [Fact]
    public void A_migration_hands_its_runner_to_methods_of_its_own_one_for_each_server()
    {
        Equal(
            """
            seats: id!, plan!; primary (id); unique (plan)
            """,
            ("1_a.ts", """
                import type { MigrationInterface, QueryRunner } from 'typeorm';
                export class Seats1 implements MigrationInterface {
                  public async up(queryRunner: QueryRunner): Promise<void> {
                    switch (queryRunner.connection.options.type) {
                      case 'postgres': await this.postgresUp(queryRunner); break;
                      case 'mysql': await this.mysqlUp(queryRunner); break;
                    }
                  }
                  public async down(queryRunner: QueryRunner): Promise<void> { await this.postgresDown(queryRunner); }
                  private async postgresUp(queryRunner: QueryRunner): Promise<void> {
                    await queryRunner.query('CREATE TABLE "seats" ("id" text NOT NULL PRIMARY KEY, "plan" text NOT NULL)');
                    await this.keys(queryRunner);
                  }
                  private async keys(queryRunner: QueryRunner): Promise<void> {
                    await queryRunner.query('CREATE UNIQUE INDEX "one" ON "seats" ("plan")');
                    await this.keys(queryRunner);
                  }
                  private async mysqlUp(queryRunner: QueryRunner): Promise<void> {
                    await queryRunner.query('CREATE TABLE other (id int NOT NULL PRIMARY KEY)');
                  }
                  private async postgresDown(queryRunner: QueryRunner): Promise<void> { await queryRunner.query('DROP TABLE "seats"'); }
                }
                """));
    }

    [Fact]
    public void Builders_of_kysely_create_tables_and_indexes()
    {
        Equal(
            """
            person: id!, email!, team_id, deleted_at; primary (id); unique (team_id, email); unique (email); (team_id) references team (id) cascade
            """,
            ("a.ts", """
                import { Kysely, sql } from 'kysely';
                export async function up(db: Kysely<any>): Promise<void> {
                  await db.schema.createTable('person')
                    .addColumn('id', 'serial', (col) => col.primaryKey())
                    .addColumn('email', 'text', (col) => col.notNull())
                    .addColumn('team_id', 'uuid', (c) => c.references('team.id').onDelete('cascade'))
                    .addUniqueConstraint('team_email', ['team_id', 'email'])
                    .execute();
                  await db.schema.createIndex('email_once').on('person').column('email').unique().execute();
                  await sql`ALTER TABLE person ADD COLUMN deleted_at timestamptz`.execute(db);
                }
                export async function down(db: Kysely<any>): Promise<void> { await db.schema.dropTable('person').execute(); }
                """));
    }

    [Fact]
    public void Query_interfaces_are_known_in_code_without_types()
    {
        Equal(
            """
            shares: id!, userId, teamId!, urlId; primary (id); unique (urlId); unique (userId, teamId WHERE "deletedAt" IS NULL); (userId) references users ()
            """,
            ("models/index.ts", "import { Sequelize } from 'sequelize'; export const db = new Sequelize('x');"),
            ("migrations/1.js", """
                module.exports = {
                  up: async (queryInterface, Sequelize) => {
                    await queryInterface.sequelize.transaction(async (transaction) => {
                      await queryInterface.createTable('shares', {
                        id: { type: Sequelize.UUID, allowNull: false, primaryKey: true },
                        userId: { type: Sequelize.UUID, references: { model: 'users' } },
                        old: { type: Sequelize.UUID },
                      }, { transaction });
                      await queryInterface.addColumn('shares', 'teamId', { type: Sequelize.UUID, allowNull: false });
                      await queryInterface.addColumn('shares', 'urlId', { type: Sequelize.STRING, unique: true });
                      await queryInterface.addIndex('shares', ['userId', 'teamId'], { unique: true, where: { deletedAt: null } });
                      await queryInterface.addConstraint('shares', { fields: ['old'], type: 'unique', name: 'old_once' });
                      await queryInterface.removeConstraint('shares', 'old_once');
                      await queryInterface.removeColumn('shares', 'old');
                    });
                  },
                  down: async (queryInterface) => { await queryInterface.dropTable('shares'); },
                };
                """));
    }

    [Fact]
    public void Table_objects_and_texts_of_typeorm_count()
    {
        Equal(
            """
            account: id!=, email!, team_id; primary (id); unique (email); unique (team_id, email); (team_id) references team (id) cascade
            """,
            ("1-a.ts", """
                import { MigrationInterface, QueryRunner, Table, TableIndex, TableColumn, TableForeignKey } from 'typeorm';
                export class A1 implements MigrationInterface {
                  async up(queryRunner: QueryRunner): Promise<void> {
                    await queryRunner.createTable(new Table({ name: 'account', columns: [{ name: 'id', type: 'uuid', isPrimary: true, isGenerated: true }, { name: 'email', type: 'text' }], uniques: [{ columnNames: ['email'] }] }));
                    await queryRunner.addColumn('account', new TableColumn({ name: 'team_id', type: 'uuid', isNullable: true }));
                    await queryRunner.createForeignKey('account', new TableForeignKey({ columnNames: ['team_id'], referencedTableName: 'team', referencedColumnNames: ['id'], onDelete: 'CASCADE' }));
                    await queryRunner.query(`CREATE UNIQUE INDEX "x" ON "account" ("team_id", "email")`);
                  }
                  async down(queryRunner: QueryRunner): Promise<void> { await queryRunner.query('DROP TABLE "account"'); }
                }
                """));
    }

    [Fact]
    public void Definitions_in_blocks_are_applied_as_if_their_conditions_held()
    {
        Equal(
            """
            t: id!, email!; primary (id); unique (email)
            """,
            ("a.sql", """
                CREATE TABLE t (id int PRIMARY KEY, email text);
                DO $$
                DECLARE found boolean := false;
                BEGIN
                  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 't_email;key') THEN
                    ALTER TABLE t ADD CONSTRAINT t_email_key UNIQUE (email); -- THEN nothing
                  ELSE
                    EXECUTE 'ALTER TABLE t ALTER COLUMN email SET NOT NULL';
                  END IF;
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                """),
            ("a.ts", "export {};"));
    }

    [Fact]
    public void Folders_that_make_the_same_table_are_databases_of_their_own()
    {
        var schema = Build(
            ("apps/a/migrations/1.sql", "CREATE TABLE account (id int PRIMARY KEY, email text UNIQUE);"),
            ("apps/b/migrations/1.sql", "CREATE TABLE account (id int PRIMARY KEY, email text);"),
            ("apps/b/indexes/1.sql", "CREATE UNIQUE INDEX ON other (a);"),
            ("apps/b/migrations/2.sql", "CREATE TABLE other (a int);")).Schema;

        Assert.Equal(2, schema.Table(new(null, "account"), "apps/a/src/x.ts")!.UniqueKeys.Length);
        Assert.Single(schema.Table(new(null, "account"), "apps/b/src/x.ts")!.UniqueKeys);
        Assert.Null(schema.Table(new(null, "account"), "packages/x.ts"));
        Assert.Single(schema.Table(new(null, "other"))!.UniqueKeys);
    }

    [Fact]
    public void What_a_program_makes_by_itself_has_keys_and_is_not_known_completely()
    {
        Equal(
            """
            job: id!; primary (id); unique (name); incomplete
            """,
            ("plans.ts", """
                export const create = (schema: string) => `CREATE TABLE ${schema}.job (id uuid PRIMARY KEY)`;
                export const index = (schema: string) => `CREATE UNIQUE INDEX job_name ON ${schema}.job (name)`;
                export const drop = (schema: string) => `DROP TABLE ${schema}.job`;
                """));
    }

    [Fact]
    public void Triggers_run_the_statements_of_their_functions()
    {
        var schema = Build(("a.sql", """
            CREATE TABLE objects (id int PRIMARY KEY, bucket text);
            CREATE TABLE buckets (id text PRIMARY KEY, size int);
            CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM pg_advisory_xact_lock(1);
              FOR r IN SELECT id FROM buckets WHERE id = NEW.bucket FOR UPDATE LOOP
                UPDATE buckets SET size = size + 1 WHERE id = NEW.bucket;
              END LOOP;
              RETURN NEW;
            END $$;
            CREATE TRIGGER up AFTER INSERT OR UPDATE ON objects FOR EACH ROW EXECUTE FUNCTION count_up();
            """), ("a.ts", "export {};")).Schema;

        var run = schema.Triggered(schema.Table(new(null, "objects"))!, "insert").Select(found => $"{found.Query.Kind} {found.Query.Table}").ToArray();
        Assert.Equal(["AdvisoryLock ", "Select buckets", "Update buckets"], run);
        Assert.Empty(schema.Triggered(schema.Table(new(null, "objects"))!, "delete"));
    }

    [Theory]
    [InlineData("BEGIN x := 1; RETURN; END", "")]
    [InlineData("IF a THEN INSERT INTO t VALUES (';'); END IF; DELETE FROM u", "?INSERT INTO t VALUES (';')|DELETE FROM u")]
    [InlineData("<<l>> LOOP UPDATE t SET a = $q$;$q$; EXIT; END LOOP; SELECT 1", "?UPDATE t SET a = $q$;$q$|SELECT 1")]
    [InlineData("EXECUTE format('DROP %I', x); EXECUTE 'DROP TABLE \"a''b\"'", "!format('DROP %I', x)|DROP TABLE \"a'b\"")]
    [InlineData("RETURN QUERY SELECT 1; FOR i IN 1..3 LOOP NULL; END LOOP", "SELECT 1")]
    [InlineData("'unclosed; IF ( THEN $$", "")]
    public void Bodies_are_cut_into_statements(string body, string expected)
    {
        Assert.Equal(expected, string.Join('|', ProcedureBody.Read(body).Select(s => $"{(s.IsDynamic ? "!" : s.IsConditional ? "?" : "")}{s.Text}")));
    }

    private static void Equal(string expected, params (string Path, string Text)[] files) => Assert.Equal(expected, EntitiesTests.Show(Build(files).Schema));

    private static ProjectModel Build(params (string Path, string Text)[] files) =>
        ModelBuilder.Build([.. files.Select(file => new SourceFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))], (_, _) => null);
}
