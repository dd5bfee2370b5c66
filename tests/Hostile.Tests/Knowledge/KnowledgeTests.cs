using System.Text;
using Hostile.Model.Binding;
using Hostile.Model.Knowledge;
using Xunit;

namespace Hostile.Tests.Knowledge;

public sealed class KnowledgeTests
{
    [Fact]
    public void Every_knowledge_file_says_only_what_the_grammar_has()
    {
        Assert.NotEmpty(Libraries.All);
        Assert.Empty(Libraries.All.SelectMany(m => KnowledgeCheck.Check(m)).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("/** @aquires client */ export function f(): void;", "there is no tag `@aquires`")]
    [InlineData("/** @acquires boat */ export function f(): void;", "wants one of pool, client")]
    [InlineData("/** @runs sql 2 */ export function f(a: string): void;", "there is no parameter 2")]
    [InlineData("/** @runs sql x */ export function f(a: string): void;", "`x` is no argument")]
    [InlineData("/** @handle pool */ export function f(): void;", "stands on a class or interface")]
    [InlineData("/** @closes now */ export function f(): void;", "`now` is not understood")]
    [InlineData("/** @calls 0 often */ export function f(g: any): void;", "what becomes of the callback's promise")]
    [InlineData("interface A { /** @bounds query in years by client default none */ a: number }", "the unit is ms, s or retries")]
    [InlineData("interface A { /** @url Nowhere */ a: number }", "no interface `Nowhere`")]
    [InlineData("/** @closes */\n", "no declaration follows")]
    [InlineData("/** @root 0 request taking */ export function f(a: any): void;", "wants `promise`")]
    [InlineData("/** @root decorated dinner */ export function f(a: any): void;", "wants one of request, job")]
    [InlineData("/** @throttles 0 to 3.concurrency */ export function f(a: any): void;", "there is no parameter 3")]
    [InlineData("/** @throttles 0 twice */ export function f(a: any): void;", "`twice` is not understood")]
    [InlineData("/** @lazy */ export interface A {}", "wants `until`")]
    [InlineData("/** @lazy until */ export interface A {}", "wants the methods")]
    [InlineData("interface A { /** @bounds response by clock */ a: any }", "wants `signal`, not `clock`")]
    [InlineData("interface A { /** @requires */ a: any }", "wants an option of the object")]
    [InlineData("/** @handled */ export interface A {}", "stands on a function")]
    [InlineData("/** @waits dinner */ export function f(): void;", "wants one of connect, acquire")]
    public void A_wrong_tag_is_an_error_with_its_line(string text, string message)
    {
        var module = Libraries.Read("knowledge:test", Encoding.UTF8.GetBytes("/**\n * @library test 1.x\n * @source made up\n */\n" + text), ModuleRoles.BuiltIn);

        var error = Assert.Single(KnowledgeCheck.Check(module));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(5, error.Place.Line);
    }

    [Fact]
    public void A_file_must_say_its_library_and_its_sources()
    {
        var module = Libraries.Read("knowledge:test", "export {};"u8.ToArray(), ModuleRoles.BuiltIn);

        Assert.Contains("@library", Assert.Single(KnowledgeCheck.Check(module)).Message, StringComparison.Ordinal);
    }
}
