using System.Text;
using Hostile.Model;
using Hostile.Syntax.Sql;
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

    private static string Sql(string program)
    {
        var model = ModelBuilder.Build([new("a.ts", Encoding.UTF8.GetBytes(program))], (_, _) => null);
        return string.Join("; ", model.Functions.SelectMany(function => function.DatabaseCalls).Select(call => call.Constant?.ToString().Trim()));
    }
}
