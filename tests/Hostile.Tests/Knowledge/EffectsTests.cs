using System.Text;
using Hostile.Model;
using Hostile.Model.Knowledge;
using Hostile.Model.Summaries;
using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Knowledge;

/// <summary>What the knowledge files say of calls in small programs: that the call is found, and with it its effects and its type.</summary>
public sealed class EffectsTests
{
    [Theory]
    // express
    [InlineData("import express from 'express'; express().get('/', async () => {});", "calls 1+ often taken; root 1+ request")]
    [InlineData("import { Router } from 'express'; Router().use(async () => {});", "calls 0+ often taken; root 0+ request")]
    [InlineData("import { Router } from 'express'; Router().use('/a', async () => {});", "calls 1+ often taken; root 1+ request")]
    [InlineData("import { Router } from 'express'; Router().route('/a').post(async () => {});", "calls 0+ often taken; root 0+ request")]
    [InlineData("import { Router } from 'express'; Router().param('id', async () => {});", "calls 1 often taken; root 1 request")]
    // fastify
    [InlineData("import fastify from 'fastify'; fastify().get('/', async () => {});", "calls 1 often taken; root 1 request")]
    [InlineData("import fastify from 'fastify'; fastify().get('/', { schema: {} }, async () => {});", "calls 2 often taken; root 2 request")]
    [InlineData("import fastify from 'fastify'; fastify().addHook('onRequest', async () => {});", "calls 1 often taken; root 1 request")]
    [InlineData("import fastify from 'fastify'; fastify().addHook('onClose', async () => {});", "calls 1 later taken")]
    [InlineData("import { fastify } from 'fastify'; fastify().register(async (app) => {});", "calls 0 later taken; handled")]
    // koa
    [InlineData("import Koa from 'koa'; new Koa().use(async (context, next) => { });", "calls 0 often taken; root 0 request")]
    [InlineData("import Koa from 'koa'; new Koa().on('error', async () => { });", "calls 1 often dropped; listens; root 1 event")]
    [InlineData("import Router from '@koa/router'; new Router().get('/', async (context) => { });", "calls 1+ often taken; root 1+ request")]
    // hono
    [InlineData("import { Hono } from 'hono'; new Hono().get('/', async (c) => {});", "calls 1+ often taken; root 1+ request")]
    [InlineData("import { Hono } from 'hono'; new Hono().use(async (c, next) => {});", "calls 0+ often taken; root 0+ request")]
    [InlineData("import { OpenAPIHono } from '@hono/zod-openapi'; new OpenAPIHono().openapi(route, async (c) => {});", "calls 1 often taken; root 1 request")]
    // nest
    [InlineData("import { Get } from '@nestjs/common'; Get('/x');", "calls decorated often taken; root decorated request")]
    [InlineData("import { Cron } from '@nestjs/schedule'; Cron('* * * * *');", "calls decorated often taken; root decorated schedule")]
    [InlineData("import { MessagePattern } from '@nestjs/microservices'; MessagePattern('x');", "root decorated message")]
    // next, react
    [InlineData("import { after } from 'next/server'; after(async () => {});", "calls 0 later taken")]
    [InlineData("import { useEffect } from 'react'; useEffect(async () => {}, []);", "calls 0 often dropped; mounts")]
    [InlineData("import useSWR from 'swr'; useSWR('k', async () => 1);", "calls 1 often taken")]
    [InlineData("import { useQuery } from '@tanstack/react-query'; useQuery({ queryKey: ['a'], queryFn: async () => 1 });", "calls 0.queryFn often taken")]
    [InlineData("import { useQueryClient } from '@tanstack/react-query'; useQueryClient().invalidateQueries({});", "never rejects")]
    [InlineData("import { useQueryClient } from '@tanstack/react-query'; useQueryClient().invalidateQueries({}, { throwOnError: true });", "")]
    [InlineData("import { useMutation } from '@tanstack/react-query'; useMutation({ mutationFn: async () => 1 }).mutate(1, { onSuccess: async () => {} });", "calls 1.onError later dropped; calls 1.onSettled later dropped; calls 1.onSuccess later dropped")]
    // sockets
    [InlineData("import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 }).on('connection', async (socket) => {});", "brings 0 to 1; calls 1 often dropped; listens; root 1 event")]
    [InlineData("import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 }).on('connection', (socket) => { socket.on('message', async () => {}); });", "calls 1 often dropped; listens; root 1 message")]
    [InlineData("import { Server } from 'socket.io'; new Server().on('connection', (socket) => { socket.on('x', async () => {}); });", "calls 1 often dropped; listens; root 1 message")]
    [InlineData("import { Server } from 'socket.io'; new Server().use(async (socket, next) => {});", "calls 0 often dropped; root 0 event")]
    // clocks
    [InlineData("import cron from 'node-cron'; cron.schedule('* * * * *', async () => {});", "calls 1 often taken; root 1 schedule")]
    [InlineData("import { CronJob } from 'cron'; new CronJob('* * * * *', async () => {});", "calls 1 often taken; root 1 schedule")]
    // databases
    [InlineData("import postgres from 'postgres'; const sql = postgres(); sql.begin(async (tx) => {});", "aborted rejects; transaction around 0.0")]
    [InlineData("import postgres from 'postgres'; const sql = postgres(); sql.unsafe('select 1', [1]);", "runs 0 with 1")]
    [InlineData("import postgres from 'postgres'; export function f(sql: postgres.Sql) { sql.listen('c', async () => {}); }", "calls 1 often dropped; root 1 message")]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.transaction(async (trx) => {});", "aborted resolves; transaction around 0.0")]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.transaction();", "begins; opens transaction")]
    [InlineData("import knex from 'knex'; const db = knex({ client: 'pg' }); const t = await db.transaction(); t.commit();", "aborted resolves; commits; handled")]
    [InlineData("import { Model } from 'objection'; class A extends Model {} A.transaction(async (trx) => {});", "transaction around 0.0")]
    [InlineData("import { PrismaClient } from '@prisma/client'; new PrismaClient().$transaction(async (tx) => {});", "bounds; transaction around 0.0")]
    [InlineData("import { PrismaClient } from '@prisma/client'; new PrismaClient().$executeRawUnsafe('select 1');", "runs 0")]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('postgres://').transaction(async (tx) => {});", "transaction around 0.0")]
    [InlineData("import { Kysely } from 'kysely'; new Kysely({}).transaction().execute(async (trx) => {});", "transaction around 0.0")]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).transaction(async (manager) => {});", "aborted resolves; transaction around 0.0")]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).transaction('SERIALIZABLE', async (manager) => {});", "aborted resolves; transaction around 1.0")]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).createQueryRunner().startTransaction();", "begins")]
    [InlineData("import { Sequelize } from 'sequelize'; new Sequelize('x').transaction(async (transaction) => {});", "aborted resolves; transaction around 0.0")]
    [InlineData("import { Sequelize } from 'sequelize'; new Sequelize('x').transaction({}, async (transaction) => {});", "aborted resolves; transaction around 1.0")]
    [InlineData("import { Sequelize } from 'sequelize'; new Sequelize('x').transaction();", "begins; opens transaction")]
    [InlineData("import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({}); orm.em.fork().transactional(async (em) => {});", "aborted resolves; ambient; transaction around 0.0")]
    [InlineData("import { createPool } from 'slonik'; const pool = await createPool('x'); pool.transaction(async (connection) => {});", "transaction around 0.0")]
    [InlineData("import { IDatabase } from 'pg-promise'; export const f = (db: IDatabase) => db.tx(async (t) => {});", "aborted resolves; transaction around 0.0")]
    [InlineData("import i18next from 'i18next'; i18next.use(backend).init({});", "never rejects")]
    // queues and brokers
    [InlineData("import { Worker } from 'bullmq'; new Worker('q', async (job) => {});", "calls 1 often taken; root 1 job")]
    [InlineData("import Bull from 'bull'; export const f = (queue: Bull.Queue) => queue.process(async (job) => {});", "calls 0 often taken; root 0 job")]
    [InlineData("import Bull from 'bull'; new Bull('q').process(5, async (job) => {});", "calls 1 often taken; root 1 job")]
    [InlineData("import Bull from 'bull'; new Bull('q').process('name', 5, async (job) => {});", "calls 2 often taken; root 2 job")]
    [InlineData("import PgBoss from 'pg-boss'; new PgBoss('x').work('q', async (jobs) => {});", "calls 1 often taken; root 1 job")]
    [InlineData("import PgBoss from 'pg-boss'; new PgBoss('x').work('q', { batchSize: 5 }, async (jobs) => {});", "calls 2 often taken; root 2 job")]
    [InlineData("import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).consumer({ groupId: 'g' }).run({ eachMessage: async () => {} });", "calls 0.eachBatch often taken; calls 0.eachMessage often taken; root 0.eachBatch message; root 0.eachMessage message")]
    [InlineData("import amqp from 'amqplib'; const connection = await amqp.connect('x'); const channel = await connection.createChannel(); channel.consume('q', async (message) => {});", "calls 1 often dropped; root 1 message")]
    [InlineData("import { createClient } from 'redis'; createClient().subscribe('c', async () => {});", "calls 1 often dropped; root 1 message")]
    // limits
    [InlineData("import { Mutex } from 'async-mutex'; new Mutex().runExclusive(async () => {});", "calls 0 later returned; throttles 0 alone")]
    [InlineData("import { Mutex } from 'async-mutex'; new Mutex().acquire();", "acquires lock; never rejects")]
    [InlineData("import { Semaphore } from 'async-mutex'; new Semaphore(3).runExclusive(async () => {});", "calls 0 later returned; throttles 0")]
    [InlineData("import PQueue from 'p-queue'; new PQueue({ concurrency: 2 }).add(async () => {});", "calls 0 later returned; throttles 0")]
    [InlineData("import PQueue from 'p-queue'; new PQueue({ concurrency: 2 }).onIdle();", "never rejects")]
    [InlineData("import pMap from 'p-map'; pMap([1], async (x) => {}, { concurrency: 2 });", "calls 1 each returned; throttles 1 to 2.concurrency")]
    [InlineData("import pRetry from 'p-retry'; pRetry(async () => {});", "calls 0 serially returned")]
    [InlineData("import { bulkhead } from 'cockatiel'; bulkhead(3).execute(async () => {});", "calls 0 later returned; throttles 0")]
    [InlineData("import Breaker from 'opossum'; new Breaker(async () => {});", "calls 0 often returned")]
    [InlineData("import Redlock from 'redlock'; new Redlock([]).acquire(['a'], 1000);", "acquires lock")]
    [InlineData("import Redlock from 'redlock'; new Redlock([]).using(['a'], 1000, async () => {});", "calls 2 now returned")]
    // requests of ours
    [InlineData("import { Axios } from 'axios'; new Axios().get('x');", "waits response")]
    [InlineData("import axios from 'axios'; axios.post('x', {});", "waits response")]
    [InlineData("import axios from 'axios'; axios.create({ timeout: 5 }).get('x');", "waits response")]
    [InlineData("import got from 'got'; got.post('x', { json: {} });", "waits response")]
    [InlineData("import { request } from 'undici'; request('x');", "waits response")]
    [InlineData("import { S3Client } from '@aws-sdk/client-s3'; new S3Client({}).send(command);", "waits response")]
    [InlineData("import { execa } from 'execa'; execa('ls', ['-l']);", "waits command")]
    [InlineData("import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); t.procedure.input(schema).mutation(async () => {});", "calls 0 often taken; root 0 request")]
    public void A_call_has_the_effects_of_what_it_calls(string program, string effects)
    {
        var (model, call) = LastCall(program);

        Assert.Equal(effects, EffectsOf(model, call));
    }

    [Theory]
    [InlineData("express", "^4.18.0", "import express from 'express'; express().get('/', async () => {});", "calls 1+ often dropped; root 1+ request")]
    [InlineData("express", "5.1.0", "import express from 'express'; express().get('/', async () => {});", "calls 1+ often taken; root 1+ request")]
    [InlineData("cron", "3.1.0", "import { CronJob } from 'cron'; new CronJob('* * * * *', async () => {});", "calls 1 often dropped; root 1 schedule")]
    public void The_version_chooses_what_a_library_does(string package, string version, string program, string effects)
    {
        var (model, call) = LastCall(program, (_, name) => name == package ? version : null);

        Assert.Equal(effects, EffectsOf(model, call));
    }

    [Theory]
    [InlineData("import { cookies } from 'next/headers'; cookies();", "14.2.0", "Cookies")]
    [InlineData("import { cookies } from 'next/headers'; cookies();", "^15.0.0", "Promise<Cookies>")]
    [InlineData("import { cookies } from 'next/headers'; (await cookies()).get('a');", "^15.0.0", "{…} | undefined")]
    [InlineData("import { useRouter } from 'next/router'; useRouter().push('/');", "15.0.0", "Promise<boolean>")]
    [InlineData("import { useRouter } from 'next/navigation'; useRouter().push('/');", "15.0.0", "void")]
    [InlineData("import { Hono } from 'hono'; new Hono().get('/', async (c) => { await c.req.json(); });", "4.0.0", "Promise<unknown>")]
    public void A_call_has_the_type_that_the_library_declares(string program, string version, string type)
    {
        var (model, call) = LastCall(program, (_, _) => version);

        Assert.Equal(type, model.Types.TypeOf(call).ToString());
    }

    [Theory]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.raw('select 1');", Thenable.Lazy)]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.select('a').from('t').where('x', 1).first();", Thenable.Lazy)]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.schema.createTable('t', () => {});", Thenable.Lazy)]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.schema.hasTable('t');", Thenable.Promise)]
    [InlineData("import { Model } from 'objection'; class A extends Model {} A.query().insert({ v: 1 });", Thenable.Lazy)]
    [InlineData("import { PrismaClient } from '@prisma/client'; new PrismaClient().user.create({ data: {} });", Thenable.Lazy)]
    [InlineData("import { PrismaClient } from '@prisma/client'; new PrismaClient().$disconnect();", Thenable.Promise)]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('x').insert(t).values({ v: 1 });", Thenable.Lazy)]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('x').select().from(t).where(1).limit(1);", Thenable.Lazy)]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('x').query.users.findMany({});", Thenable.Lazy)]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('x').insert(t).values({ v: 1 }).execute();", Thenable.Promise)]
    [InlineData("import { Kysely } from 'kysely'; new Kysely({}).insertInto('t').values({ v: 1 });", Thenable.Not)]
    [InlineData("import { Kysely } from 'kysely'; new Kysely({}).insertInto('t').values({ v: 1 }).execute();", Thenable.Promise)]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).getRepository(User).save(user);", Thenable.Promise)]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).createQueryBuilder().select('u').where('x');", Thenable.Not)]
    [InlineData("import { DataSource } from 'typeorm'; new DataSource({}).createQueryBuilder().select('u').getMany();", Thenable.Promise)]
    [InlineData("import { Model } from 'sequelize'; class A extends Model {} A.findOne({});", Thenable.Promise)]
    [InlineData("import { Model } from 'sequelize-typescript'; class A extends Model {} A.create({});", Thenable.Promise)]
    [InlineData("import { EntityManager } from '@mikro-orm/core'; export const f = (em: EntityManager) => em.persist(user);", Thenable.Not)]
    [InlineData("import { EntityManager } from '@mikro-orm/core'; export const f = (em: EntityManager) => em.persistAndFlush(user);", Thenable.Promise)]
    [InlineData("import { EntityManager } from '@mikro-orm/postgresql'; export const f = (em: EntityManager) => em.createQueryBuilder(User).where({});", Thenable.Lazy)]
    [InlineData("import { createClient } from 'redis'; createClient().get('a');", Thenable.Promise)]
    [InlineData("import { createClient } from 'redis'; createClient().multi().get('a').set('b', 'c');", Thenable.Not)]
    [InlineData("import { createClient } from 'redis'; createClient().multi().get('a').exec();", Thenable.Promise)]
    [InlineData("import Stripe from 'stripe'; new Stripe('k').paymentIntents.create({});", Thenable.Promise)]
    [InlineData("import Stripe from 'stripe'; new Stripe('k').checkout.sessions.create({});", Thenable.Promise)]
    [InlineData("import Stripe from 'stripe'; new Stripe('k').webhooks.constructEvent('a', 'b', 'c');", Thenable.Unknown)]
    [InlineData("import { LRUCache } from 'lru-cache'; new LRUCache({ max: 1 }).fetch('a');", Thenable.Promise)]
    [InlineData("import { LRUCache } from 'lru-cache'; new LRUCache<string, number>({ max: 1 }).get('a');", Thenable.Not)]
    [InlineData("import got from 'got'; got.get('x').json();", Thenable.Promise)]
    [InlineData("import { vi } from 'vitest'; vi.advanceTimersByTimeAsync(1);", Thenable.Promise)]
    [InlineData("import { getSignedUrl } from '@aws-sdk/s3-request-presigner'; getSignedUrl(a, b);", Thenable.Promise)]
    [InlineData("import { test } from '@playwright/test'; test('a', async ({ page }) => { page.getByRole('button').click(); });", Thenable.Promise)]
    [InlineData("import { expect, type Page } from '@playwright/test'; export const f = (page: Page) => { expect(page.locator('a')).toBeVisible(); };", Thenable.Promise)]
    [InlineData("import type { Page } from '@playwright/test'; export const f = (page: Page) => page.locator('a').first();", Thenable.Not)]
    [InlineData("import { screen } from '@testing-library/react'; screen.findByText('a');", Thenable.Promise)]
    [InlineData("import userEvent from '@testing-library/user-event'; userEvent.setup().click(a);", Thenable.Promise)]
    [InlineData("import { model } from 'mongoose'; model('A').findOne({}).lean();", Thenable.Lazy)]
    [InlineData("import { model } from 'mongoose'; model('A').findOne({}).lean().exec();", Thenable.Promise)]
    [InlineData("import { model } from 'mongoose'; model('A').create({});", Thenable.Promise)]
    [InlineData("import { SignJWT } from 'jose'; new SignJWT({}).setIssuedAt().sign(key);", Thenable.Promise)]
    [InlineData("import bcrypt from 'bcrypt'; bcrypt.compare('a', 'b');", Thenable.Promise)]
    [InlineData("import bcrypt from 'bcryptjs'; bcrypt.compareSync('a', 'b');", Thenable.Not)]
    [InlineData("import nodemailer from 'nodemailer'; nodemailer.createTransport({}).sendMail({});", Thenable.Promise)]
    [InlineData("import DataLoader from 'dataloader'; new DataLoader<string, number>(async (keys) => []).load('a');", Thenable.Promise)]
    [InlineData("import i18next from 'i18next'; i18next.changeLanguage('de');", Thenable.Promise)]
    public void A_call_gives_a_promise_a_lazy_thenable_or_neither(string program, Thenable thenable)
    {
        var (model, call) = LastCall(program);

        Assert.Equal(thenable, model.ThenableOf(call));
    }

    [Theory]
    [InlineData("import { PrismaClient } from '@prisma/client'; new PrismaClient().$transaction(async (tx) => { use(tx); });", HandleKind.Transaction)]
    [InlineData("import { Kysely } from 'kysely'; new Kysely({}).transaction().execute(async (trx) => { use(trx); });", HandleKind.Transaction)]
    [InlineData("import { drizzle } from 'drizzle-orm/node-postgres'; drizzle('x').transaction(async (tx) => { use(tx); });", HandleKind.Transaction)]
    [InlineData("import { drizzle } from 'drizzle-orm/postgres-js'; const db = drizzle('x'); use(db);", HandleKind.Pool)]
    [InlineData("import { Knex } from 'knex'; export const f = (knex: Knex) => knex.transaction(async (trx) => { use(trx); });", HandleKind.Transaction)]
    [InlineData("import { DataSource } from 'typeorm'; const source = new DataSource({}); use(source);", HandleKind.Pool)]
    [InlineData("import postgres from 'postgres'; const sql = postgres(); sql.begin(async (tx) => { use(tx); });", HandleKind.Transaction)]
    [InlineData("import { createPool } from 'slonik'; const pool = await createPool('x'); pool.transaction(async (connection) => { use(connection); });", HandleKind.Transaction)]
    public void A_value_is_the_handle_that_the_library_says(string program, HandleKind kind)
    {
        var (model, call) = LastCall(program);

        Assert.Equal(kind, model.EffectsOf(model.Types.TypeOf(call.Child(SyntaxKind.ArgumentList).FirstChild)).OfType<Effect.Handle>().FirstOrDefault()?.Kind);
    }

    [Theory]
    [InlineData("import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).consumer({ groupId: 'g' }).run({ eachMessage: async () => { mark(); } });", StartKind.Message)]
    [InlineData("import { Kafka } from 'kafkajs'; new Kafka({ brokers: [] }).consumer({ groupId: 'g' }).run({ async eachMessage() { mark(); } });", StartKind.Message)]
    [InlineData("import fastify from 'fastify'; fastify().route({ method: 'GET', url: '/', handler: async () => { mark(); } });", StartKind.Request)]
    [InlineData("import { Post } from '@nestjs/common'; class Visits { @Post() async visit() { mark(); } }", StartKind.Request)]
    [InlineData("import { Cron } from '@nestjs/schedule'; class Visits { @Cron('* * * * *') async visit() { mark(); } }", StartKind.Timer)]
    [InlineData("import { Worker } from 'bullmq'; new Worker('q', async () => { mark(); });", StartKind.Job)]
    [InlineData("import { Kafka } from 'kafkajs'; new Kafka({ brokers: [], logCreator: () => { mark(); } });", StartKind.None)]
    public void A_function_is_started_as_the_library_says(string program, StartKind kind)
    {
        var (model, call) = LastCall(program);

        Assert.Equal(kind, model.FunctionAround(call)!.Exposure.Kind);
    }

    private static (ProjectModel Model, SyntaxNode Call) LastCall(string program, Func<string, string, string?>? versionOf = null)
    {
        var model = ModelBuilder.Build([new("a.ts", Encoding.UTF8.GetBytes(program))], (_, _) => null, null, versionOf);
        SyntaxNode last = default;
        foreach (var node in model.Bindings.Modules[0].Tree.Root.DescendantsAndSelf)
        {
            if (node.Kind is SyntaxKind.CallExpression or SyntaxKind.NewExpression or SyntaxKind.TaggedTemplateExpression && (!last.Exists || NameStart(node) > NameStart(last)))
                last = node;
        }

        return (model, last);
    }

    /// <summary>Of "a.b(() => c())" the call of c is the last; of "a().b()" the call of b.</summary>
    private static int NameStart(SyntaxNode call) => call.FirstChild.Kind is SyntaxKind.PropertyAccessExpression ? call.FirstChild.ChildAt(1).Span.Start : call.FirstChild.Span.Start;

    private static string EffectsOf(ProjectModel model, SyntaxNode call) => model.Types.CalleeOf(call) is Callee.Library library
        ? string.Join("; ", model.Effects.Of(library.Signature).Where(effect => effect is not Effect.Builds).Select(Words).Order(StringComparer.Ordinal))
        : $"not found: {call.Text}";

    private static string Words(Effect effect) => effect switch
    {
        Effect.Root root => $"root {Words(root.Function)} {root.Kind.ToString().ToLowerInvariant()}",
        Effect.CallsBack calls => $"calls {Words(calls.Function)} {calls.When.ToString().ToLowerInvariant()} {calls.Promise.ToString().ToLowerInvariant()}",
        Effect.Handled => "handled",
        Effect.NeverRejects => "never rejects",
        Effect.Survives => "survives rejections",
        Effect.Listens => "listens",
        Effect.Brings brings => $"brings {brings.Place} to {brings.Function}",
        Effect.Lazy => "lazy",
        Effect.Begins => "begins",
        Effect.Commits => "commits",
        Effect.Aborted aborted => $"aborted {aborted.Commit.ToString().ToLowerInvariant()}",
        Effect.RollsBack => "rolls back",
        Effect.Closes => "closes",
        Effect.Opens opens => $"opens {opens.What.ToString().ToLowerInvariant()}",
        Effect.Transaction transaction => $"transaction around {transaction.Function}.{transaction.HandleArgument}",
        Effect.RunsSql runs => $"runs {runs.Sql}{(runs.Parameters is { } with ? $" with {with}" : "")}",
        Effect.Acquires acquires => $"acquires {acquires.Kind.ToString().ToLowerInvariant()}",
        Effect.Throttles throttles => $"throttles {throttles.Function}{(throttles.Alone ? " alone" : throttles.Limit is { } limit ? $" to {limit}" : "")}",
        Effect.Waits waits => $"waits {waits.Wait.ToString().ToLowerInvariant()}",
        _ => effect.GetType().Name.ToLowerInvariant(),
    };

    private static string Words(ArgumentPath path) => path.Index < 0 ? "decorated" : path.ToString();
}
