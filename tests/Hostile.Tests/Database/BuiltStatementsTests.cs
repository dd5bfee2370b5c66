using System.Text;
using Hostile.Model;
using Xunit;

namespace Hostile.Tests.Database;

/// <summary>The SQL that calls of query builders and mappers are read as: a number for each value, <c>${…}</c> for what is not known.</summary>
public sealed class BuiltStatementsTests
{
    [Theory]
    [InlineData("db('users').where({ id, state: 'open' }).first()", "SELECT * FROM \"users\" WHERE \"id\" = $1 AND \"state\" = 'open' LIMIT 1")]
    [InlineData("db('users').where('id', id).forUpdate().first('balance')", "SELECT \"balance\" FROM \"users\" WHERE \"id\" = $1 LIMIT 1 FOR UPDATE")]
    [InlineData("db('users').where('age', '>=', 18).orWhere('state', 'in', ['a', 'b'])", "SELECT * FROM \"users\" WHERE \"age\" >= 18 OR \"state\" in ('a', 'b')")]
    [InlineData("db('users').where('a', 1).orWhere('b', 2).andWhere('c', 3)", "SELECT * FROM \"users\" WHERE \"a\" = 1 OR (\"b\" = 2 AND \"c\" = 3)")]
    [InlineData("db('users').where((q) => q.where('a', 1).orWhere('b', 2)).whereNull('c')", "SELECT * FROM \"users\" WHERE (\"a\" = 1 OR \"b\" = 2) AND \"c\" IS NULL")]
    [InlineData("db('users').where(function () { this.where('a', 1); this.orWhere('b', 2); })", "SELECT * FROM \"users\" WHERE \"a\" = 1 OR \"b\" = 2")]
    [InlineData("db.select('id', 'name as label').from('app.users as u').whereIn('u.id', ids)", "SELECT \"id\", \"name\" AS \"label\" FROM \"app\".\"users\" AS \"u\" WHERE \"u\".\"id\" IN ($1)")]
    [InlineData("db('users').whereIn('id', db('orders').select('user_id').where({ open: true }))", "SELECT * FROM \"users\" WHERE \"id\" IN (SELECT \"user_id\" FROM \"orders\" WHERE \"open\" = true)")]
    [InlineData("db('users').whereRaw('lower(email) = ? and ?? = :c', [email, 'x'])", "SELECT * FROM \"users\" WHERE lower(email) = $1 and \"x\" = ${…}")]
    [InlineData("db('users').where(filter)", "SELECT * FROM \"users\" WHERE ${…}")]
    [InlineData("db('users').modify(restrict).where('id', id)", "SELECT * FROM \"users\" WHERE ${…} AND \"id\" = $1")]
    [InlineData("db('users').insert({ email, role: 'member', ...rest }).onConflict('email').ignore()", "INSERT INTO \"users\" (\"email\", \"role\") SELECT $1, 'member' ON CONFLICT (\"email\") DO NOTHING")]
    [InlineData("db('users').insert([{ email }, { email: 'b', name }]).onConflict(['email']).merge({ name })", "INSERT INTO \"users\" (\"email\", \"name\") VALUES ($1, DEFAULT), ('b', $2) ON CONFLICT (\"email\") DO UPDATE SET \"name\" = $3")]
    [InlineData("db('users').where({ id }).update({ balance: row.balance - 1, at: db.fn.now() })", "UPDATE \"users\" SET \"balance\" = $1, \"at\" = $2 WHERE \"id\" = $3")]
    [InlineData("db('users').where({ id }).update({ n: db.raw('n + ?', [by]) }, ['n'])", "UPDATE \"users\" SET \"n\" = n + $1 WHERE \"id\" = $2 RETURNING \"n\"")]
    [InlineData("db('users').increment('n', by).where('id', id)", "UPDATE \"users\" SET \"n\" = \"n\" + $1 WHERE \"id\" = $2")]
    [InlineData("db('users').where({ id }).del()", "DELETE FROM \"users\" WHERE \"id\" = $1")]
    [InlineData("db('jobs').where('state', 'new').limit(5).forUpdate().skipLocked()", "SELECT * FROM \"jobs\" WHERE \"state\" = 'new' LIMIT 5 FOR UPDATE skip locked")]
    [InlineData("db.raw('select * from users where id = ?', [id])", "select * from users where id = $1")]
    [InlineData("db('users').count('* as n').where({ team })", "SELECT count(*) FROM \"users\" WHERE \"team\" = $1")]
    public void Knex(string call, string sql) =>
        Assert.Equal(sql, Sql($"import type {{ Knex }} from 'knex'; export async function f(db: Knex, id: string, rest: any) {{ return await {call}; }}"));

    [Theory]
    [InlineData("db.user.findUnique({ where: { id }, select: { id: true, balance: true } })", "SELECT \"id\", \"balance\" FROM \"User\" WHERE \"id\" = $1 LIMIT 1")]
    [InlineData("db.user.findFirst({ where: { OR: [{ email }, { name: { contains: 'x' } }], age: { gte: 18, lt: 60 }, team: { is: {} } } })", "SELECT * FROM \"User\" WHERE (\"email\" = $1 OR \"name\" LIKE 'x') AND \"age\" >= 18 AND \"age\" < 60 AND ${…} LIMIT 1")]
    [InlineData("db.orderItem.findMany({ where: { id: { in: ids }, NOT: { state: null } }, take: 10, orderBy: { at: 'asc' } })", "SELECT * FROM \"OrderItem\" WHERE \"id\" IN ($1) AND NOT (\"state\" IS NULL) ORDER BY 1 LIMIT 10")]
    [InlineData("db.member.findUnique({ where: { userId_teamId: { userId, teamId } } })", "SELECT * FROM \"Member\" WHERE \"userId\" = $1 AND \"teamId\" = $2 LIMIT 1")]
    [InlineData("db.user.create({ data: { email, name: 'x' } })", "INSERT INTO \"User\" (\"email\", \"name\") VALUES ($1, 'x') RETURNING *")]
    [InlineData("db.user.createMany({ data: rows.map((row) => ({ email: row.email })), skipDuplicates: true })", "INSERT INTO \"User\" (\"email\") SELECT $1 ON CONFLICT DO NOTHING")]
    [InlineData("db.user.update({ where: { id, version }, data: { n: { increment: 1 }, name } })", "UPDATE \"User\" SET \"n\" = \"n\" + 1, \"name\" = $1 WHERE \"id\" = $2 AND \"version\" = $3 RETURNING *")]
    [InlineData("db.user.updateMany({ where: { id }, data: input })", "UPDATE \"User\" SET ${…} WHERE \"id\" = $1")]
    [InlineData("db.user.upsert({ where: { email }, create: { email, n: 1 }, update: { n: { increment: 1 } } })", "INSERT INTO \"User\" (\"email\", \"n\") VALUES ($1, 1) ON CONFLICT (\"email\") DO UPDATE SET \"n\" = \"n\" + 1 RETURNING *")]
    [InlineData("db.user.deleteMany({})", "DELETE FROM \"User\"")]
    [InlineData("db.user.count({ where: { team: team.id } })", "SELECT count(*) FROM \"User\" WHERE \"team\" = $1")]
    [InlineData("db.$queryRaw`select * from users where id = ${id} for update`", "select * from users where id = $1 for update")]
    public void Prisma(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ PrismaClient }} from '@prisma/client'; const db = new PrismaClient(); export async function f(id: string, input: any) {{ return await {call}; }}"));

    [Theory]
    [InlineData("db.select().from(users).where(and(eq(users.id, id), isNull(users.gone))).for('update').limit(1)", "SELECT * FROM \"people\" WHERE \"people\".\"id\" = $1 AND \"people\".\"gone\" IS NULL LIMIT 1 FOR UPDATE")]
    [InlineData("db.select({ id: users.id, n: count() }).from(users).where(or(eq(users.id, id), gt(users.n, 3))).for('update', { skipLocked: true })", "SELECT \"people\".\"id\" AS \"id\", count(*) AS \"n\" FROM \"people\" WHERE \"people\".\"id\" = $1 OR \"people\".\"n\" > 3 FOR UPDATE skip locked")]
    [InlineData("db.insert(users).values({ id, n: 1 }).onConflictDoUpdate({ target: users.id, set: { n: sql`${users.n} + 1` } }).returning()", "INSERT INTO \"people\" (\"id\", \"n\") VALUES ($1, 1) ON CONFLICT (\"people\".\"id\") DO UPDATE SET \"n\" = \"people\".\"n\" + 1 RETURNING *")]
    [InlineData("db.insert(users).values({ id }).onConflictDoNothing()", "INSERT INTO \"people\" (\"id\") VALUES ($1) ON CONFLICT DO NOTHING")]
    [InlineData("db.update(users).set({ n: input.n - 1, gone: null }).where(eq(users.id, id))", "UPDATE \"people\" SET \"n\" = $1, \"gone\" = NULL WHERE \"people\".\"id\" = $2")]
    [InlineData("db.delete(users).where(inArray(users.id, input))", "DELETE FROM \"people\" WHERE \"people\".\"id\" IN ($1)")]
    [InlineData("db.query.users.findFirst({ where: eq(users.id, id) })", "SELECT * FROM \"people\" WHERE \"people\".\"id\" = $1 LIMIT 1")]
    [InlineData("db.execute(sql`select * from people where id = ${id} for update`)", "select * from people where id = $1 for update")]
    public void Drizzle(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ drizzle }} from 'drizzle-orm/node-postgres'; import {{ pgTable, text, integer }} from 'drizzle-orm/pg-core'; import {{ eq, and, or, gt, isNull, inArray, count, sql }} from 'drizzle-orm'; const users = pgTable('people', {{ id: text('id').primaryKey(), n: integer('n'), gone: text('gone') }}); const db = drizzle('x'); export async function f(id: string, input: any) {{ return await {call}; }}"));

    [Theory]
    [InlineData("User.findOne({ where: { email, age: { [Op.gte]: 18 } }, lock: t.LOCK.UPDATE, transaction: t })", "SELECT * FROM \"users\" WHERE \"email\" = $1 AND \"age\" >= 18 LIMIT 1 FOR UPDATE")]
    [InlineData("User.findByPk(email, { lock: true })", "SELECT * FROM \"users\" WHERE \"id\" = $1 LIMIT 1 FOR UPDATE")]
    [InlineData("User.findAll({ where: { [Op.or]: [{ email }, { age: [1, 2] }] }, attributes: ['id', 'email'], limit: 5 })", "SELECT \"id\", \"email\" FROM \"users\" WHERE \"email\" = $1 OR \"age\" IN (1, 2) LIMIT 5")]
    [InlineData("User.count({ where: { email } })", "SELECT count(*) FROM \"users\" WHERE \"email\" = $1")]
    [InlineData("User.create({ email, age: 1 }, { transaction: t })", "INSERT INTO \"users\" (\"email\", \"age\") VALUES ($1, 1) RETURNING *")]
    [InlineData("User.bulkCreate([{ email }], { ignoreDuplicates: true })", "INSERT INTO \"users\" (\"email\") VALUES ($1) ON CONFLICT DO NOTHING RETURNING *")]
    [InlineData("User.findOrCreate({ where: { email }, defaults: { age: 1 } })", "INSERT INTO \"users\" (\"email\") SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM \"users\" WHERE \"email\" = $2) ON CONFLICT DO NOTHING RETURNING *")]
    [InlineData("User.update({ age: 2 }, { where: { email } })", "UPDATE \"users\" SET \"age\" = 2 WHERE \"email\" = $1")]
    [InlineData("User.increment('age', { by: 1, where: { email } })", "UPDATE \"users\" SET \"age\" = \"age\" + 1 WHERE \"email\" = $1")]
    [InlineData("User.destroy({ where: { email } })", "DELETE FROM \"users\" WHERE \"email\" = $1")]
    [InlineData("db.query('select * from users where email = :email', { replacements: { email } })", "select * from users where email = $1")]
    [InlineData("user.update({ age: user.age + 1 })", "UPDATE \"users\" SET \"age\" = $1 WHERE \"id\" = $2")]
    [InlineData("user.increment('age')", "UPDATE \"users\" SET \"age\" = \"age\" + 1 WHERE \"id\" = $1")]
    public void Sequelize(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ Sequelize, Model, DataTypes, Op, Transaction }} from 'sequelize'; const db = new Sequelize('x'); class User extends Model {{ id!: number; age!: number; email!: string; }} User.init({{ id: {{ type: DataTypes.INTEGER, primaryKey: true }}, email: DataTypes.TEXT, age: DataTypes.INTEGER }}, {{ sequelize: db, tableName: 'users', timestamps: false }}); export async function f(email: string, user: User, t: Transaction) {{ return await {call}; }}"));

    [Theory]
    [InlineData("users.findOneBy({ email, age: MoreThan(18) })", "SELECT * FROM \"users\" WHERE \"e_mail\" = $1 AND \"age\" > 18 LIMIT 1")]
    [InlineData("manager.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } })", "SELECT * FROM \"users\" WHERE \"id\" = $1 LIMIT 1 FOR UPDATE")]
    [InlineData("users.find({ where: [{ email }, { age: 1 }], take: 3 })", "SELECT * FROM \"users\" WHERE \"e_mail\" = $1 OR \"age\" = 1 LIMIT 3")]
    [InlineData("users.exists({ where: { email } })", "SELECT * FROM \"users\" WHERE \"e_mail\" = $1 LIMIT 1")]
    [InlineData("users.update(id, { age: 2 })", "UPDATE \"users\" SET \"age\" = 2 WHERE \"id\" = $1")]
    [InlineData("users.increment({ id }, 'age', 2)", "UPDATE \"users\" SET \"age\" = \"age\" + 2 WHERE \"id\" = $1")]
    [InlineData("users.upsert({ email, age: 1 }, ['email'])", "INSERT INTO \"users\" (\"e_mail\", \"age\") VALUES ($1, 1) ON CONFLICT (\"e_mail\") DO UPDATE SET \"e_mail\" = $2, \"age\" = 1")]
    [InlineData("users.save(users.create({ email }))", "INSERT INTO \"users\" (\"e_mail\") VALUES ($1)")]
    [InlineData("users.createQueryBuilder('u').where('u.id = :id', { id }).andWhere('u.age > :age', { age: 3 }).setLock('pessimistic_write').getOne()", "SELECT * FROM \"users\" AS \"u\" WHERE (u.id = $1) AND (u.age > 3) LIMIT 1 FOR UPDATE")]
    [InlineData("manager.createQueryBuilder().insert().into(User).values({ email }).orIgnore().execute()", "INSERT INTO \"users\" (\"e_mail\") VALUES ($1) ON CONFLICT DO NOTHING")]
    [InlineData("manager.createQueryBuilder().update(User).set({ age: 1 }).where('id = :id', { id }).execute()", "UPDATE \"users\" SET \"age\" = 1 WHERE id = $1")]
    public void TypeOrm(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ Entity, Column, PrimaryColumn, Repository, EntityManager, MoreThan }} from 'typeorm'; @Entity('users') class User {{ @PrimaryColumn() id: string; @Column({{ name: 'e_mail' }}) email: string; @Column() age: number; }} export async function f(users: Repository<User>, manager: EntityManager, id: string, email: string) {{ return await {call}; }}"));

    [Theory]
    [InlineData("db.selectFrom('users').select(['id', 'n']).where('id', '=', id).forUpdate().executeTakeFirst()", "SELECT \"id\", \"n\" FROM \"users\" WHERE \"id\" = $1 FOR UPDATE")]
    [InlineData("db.selectFrom('users').selectAll().where((eb) => eb.or([eb('a', '=', id), eb('b', 'in', [1, 2])])).execute()", "SELECT * FROM \"users\" WHERE \"a\" = $1 OR \"b\" in (1, 2)")]
    [InlineData("db.insertInto('users').values({ id, n: 1 }).onConflict((oc) => oc.column('id').doNothing()).execute()", "INSERT INTO \"users\" (\"id\", \"n\") VALUES ($1, 1) ON CONFLICT (\"id\") DO NOTHING")]
    [InlineData("db.updateTable('users').set({ n: sql`n + 1` }).where('id', '=', id).execute()", "UPDATE \"users\" SET \"n\" = n + 1 WHERE \"id\" = $1")]
    public void Kysely(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ Kysely, sql }} from 'kysely'; const db = new Kysely<any>({{}}); export async function f(id: string) {{ return await {call}; }}"));

    [Theory]
    [InlineData("sql`select * from users where id = ${id} ${id ? sql`for update` : sql``}`", "select * from users where id = $1 ${…}")]
    [InlineData("sql`insert into users ${sql({ id, n: 1 })}`", "insert into users (\"id\", \"n\") VALUES ($1, 1)")]
    [InlineData("sql`update users set ${sql({ n: 2 }, 'n')} where id = ${id}`", "update users set \"n\" = 2 where id = $1")]
    [InlineData("sql`select * from users where id in ${sql(ids)}`", "select * from users where id in ($1)")]
    public void Postgres(string call, string sql) =>
        Assert.Equal(sql, Sql($"import postgres from 'postgres'; const sql = postgres(); export async function f(id: string, ids: string[]) {{ return await {call}; }}"));

    [Theory]
    [InlineData("pool.maybeOne(sql.unsafe`select * from users where id = ${id}`)", "select * from users where id = $1")]
    [InlineData("pool.one(sql.type(row)`select * from users where id = ${id} ${sql.fragment`for update`}`)", "select * from users where id = $1 for update")]
    public void Slonik(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ createPool, sql }} from 'slonik'; export async function f(id: string, row: any) {{ const pool = await createPool('x'); return await {call}; }}"));

    [Theory]
    [InlineData("await em.findOne(User, { email, age: { $gt: 3 } }, { lockMode: LockMode.PESSIMISTIC_WRITE })", "SELECT * FROM \"users\" WHERE \"email\" = $1 AND \"age\" > 3 LIMIT 1 FOR UPDATE")]
    [InlineData("await em.nativeUpdate(User, { email }, { age: 2 })", "UPDATE \"users\" SET \"age\" = 2 WHERE \"email\" = $1")]
    [InlineData("const user = await em.findOneOrFail(User, { email }); user.age -= 1; await em.flush()", "SELECT * FROM \"users\" WHERE \"email\" = $1 LIMIT 1; UPDATE \"users\" SET \"age\" = $1 WHERE \"id\" = $2")]
    [InlineData("const user = em.create(User, { email }); await em.persistAndFlush(user)", "INSERT INTO \"users\" (\"email\") VALUES ($1)")]
    public void MikroOrm(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ Entity, Property, PrimaryKey, EntityManager, LockMode }} from '@mikro-orm/core'; @Entity({{ tableName: 'users' }}) class User {{ @PrimaryKey() id: number; @Property() email: string; @Property() age: number; }} export async function f(em: EntityManager, email: string) {{ {call}; }}"));

    [Theory]
    [InlineData("User.query().findById(id).forUpdate()", "SELECT * FROM \"users\" WHERE \"id\" = $1 LIMIT 1 FOR UPDATE")]
    [InlineData("User.query(trx).where('id', id).patch({ n: raw('n + ?', 1) })", "UPDATE \"users\" SET \"n\" = n + 1 WHERE \"id\" = $1")]
    [InlineData("User.query().insert({ id }).onConflict('id').ignore()", "INSERT INTO \"users\" (\"id\") VALUES ($1) ON CONFLICT (\"id\") DO NOTHING RETURNING *")]
    public void Objection(string call, string sql) =>
        Assert.Equal(sql, Sql($"import {{ Model, raw }} from 'objection'; class User extends Model {{ static tableName = 'users'; }} export async function f(id: string, trx: any) {{ return await {call}; }}"));

    private static string Sql(string program)
    {
        var model = ModelBuilder.Build([new("a.ts", Encoding.UTF8.GetBytes(program))], (_, _) => null);
        return string.Join("; ", model.Functions.SelectMany(function => function.DatabaseCalls).Select(call => call.Constant?.ToString().Trim()));
    }
}
