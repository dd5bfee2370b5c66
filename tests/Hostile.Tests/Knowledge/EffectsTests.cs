using System.Text;
using Hostile.Model;
using Hostile.Model.Knowledge;
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
    [InlineData("import { useEffect } from 'react'; useEffect(async () => {}, []);", "calls 0 often dropped")]
    [InlineData("import useSWR from 'swr'; useSWR('k', async () => 1);", "calls 1 often taken")]
    [InlineData("import { useQuery } from '@tanstack/react-query'; useQuery({ queryKey: ['a'], queryFn: async () => 1 });", "calls 0.queryFn often taken")]
    [InlineData("import { useQueryClient } from '@tanstack/react-query'; useQueryClient().invalidateQueries({});", "never rejects")]
    [InlineData("import { useQueryClient } from '@tanstack/react-query'; useQueryClient().invalidateQueries({}, { throwOnError: true });", "")]
    [InlineData("import { useMutation } from '@tanstack/react-query'; useMutation({ mutationFn: async () => 1 }).mutate(1, { onSuccess: async () => {} });", "calls 1.onError later dropped; calls 1.onSettled later dropped; calls 1.onSuccess later dropped")]
    // sockets
    [InlineData("import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 }).on('connection', async (socket) => {});", "calls 1 often dropped; listens; root 1 event")]
    [InlineData("import { WebSocketServer } from 'ws'; new WebSocketServer({ port: 1 }).on('connection', (socket) => { socket.on('message', async () => {}); });", "calls 1 often dropped; listens; root 1 message")]
    [InlineData("import { Server } from 'socket.io'; new Server().on('connection', (socket) => { socket.on('x', async () => {}); });", "calls 1 often dropped; listens; root 1 message")]
    [InlineData("import { Server } from 'socket.io'; new Server().use(async (socket, next) => {});", "calls 0 often dropped; root 0 event")]
    // clocks
    [InlineData("import cron from 'node-cron'; cron.schedule('* * * * *', async () => {});", "calls 1 often taken; root 1 schedule")]
    [InlineData("import { CronJob } from 'cron'; new CronJob('* * * * *', async () => {});", "calls 1 often taken; root 1 schedule")]
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
        ? string.Join("; ", model.Effects.Of(library.Signature).Select(Words).Order(StringComparer.Ordinal))
        : $"not found: {call.Text}";

    private static string Words(Effect effect) => effect switch
    {
        Effect.Root root => $"root {Words(root.Function)} {root.Kind.ToString().ToLowerInvariant()}",
        Effect.CallsBack calls => $"calls {Words(calls.Function)} {calls.When.ToString().ToLowerInvariant()} {calls.Promise.ToString().ToLowerInvariant()}",
        Effect.Handled => "handled",
        Effect.NeverRejects => "never rejects",
        Effect.Listens => "listens",
        Effect.Lazy => "lazy",
        Effect.Closes => "closes",
        Effect.Transaction transaction => $"transaction around {transaction.Function}.{transaction.HandleArgument}",
        Effect.RunsSql runs => $"runs {runs.Sql}{(runs.Parameters is { } with ? $" with {with}" : "")}",
        Effect.Acquires acquires => $"acquires {acquires.Kind.ToString().ToLowerInvariant()}",
        Effect.Throttles throttles => $"throttles {throttles.Function}{(throttles.Alone ? " alone" : throttles.Limit is { } limit ? $" to {limit}" : "")}",
        Effect.Waits waits => $"waits {waits.Wait.ToString().ToLowerInvariant()}",
        _ => effect.GetType().Name.ToLowerInvariant(),
    };

    private static string Words(ArgumentPath path) => path.Index < 0 ? "decorated" : path.ToString();
}
