using Hostile.Model.Types;
using Hostile.Syntax.TypeScript;
using Xunit;

namespace Hostile.Tests.Types;

public sealed class ThenableTests
{
    [Theory]
    [InlineData("Promise.resolve(1);", Thenable.Promise)]
    [InlineData("async function f() { } f();", Thenable.Promise)]
    [InlineData("const f = async () => 1; f;", Thenable.Not)]
    [InlineData("declare const x: Promise<void> | undefined; x;", Thenable.Promise)]
    [InlineData("declare const x: number | string; x;", Thenable.Not)]
    [InlineData("declare const x: any; x;", Thenable.Unknown)]
    [InlineData("interface Q { then(done: (x: number) => void): void } declare const q: Q; q;", Thenable.Promise)]
    [InlineData("interface Q { then: string } declare const q: Q; q;", Thenable.Not)]
    [InlineData("interface Q { then(): void } declare const q: Q; q;", Thenable.Not)]
    [InlineData("class P extends Promise<number> { } new P();", Thenable.Promise)]
    [InlineData("class P extends Elsewhere { } new P();", Thenable.Not)]
    [InlineData("class P { } new P();", Thenable.Not)]
    [InlineData("({ then(done: () => void) { } });", Thenable.Promise)]
    [InlineData("[1].map(async x => x);", Thenable.Not)]
    [InlineData("[1].map(async x => x)[0];", Thenable.Promise)]
    public void An_expression_is_thenable(string text, Thenable kind)
    {
        var sample = new Sample(("a.ts", text));
        Assert.Equal(kind, sample.Inference.ThenableOf(sample.LastExpression));
    }

    [Theory]
    [InlineData("[1].forEach(x => x);", ExpectedReturn.Void)]
    [InlineData("declare function f(cb: () => void): void; f(() => x);", ExpectedReturn.Void)]
    [InlineData("declare function f(cb: () => void | Promise<void>): void; f(() => x);", ExpectedReturn.Promise)]
    [InlineData("declare function f(cb: () => boolean): void; f(() => x);", ExpectedReturn.Value)]
    [InlineData("declare function f(cb: any): void; f(() => x);", ExpectedReturn.Unknown)]
    [InlineData("elsewhere(() => x);", ExpectedReturn.Unknown)]
    [InlineData("const o: { f: () => void } = { f: () => x };", ExpectedReturn.Void)]
    public void A_callback_is_expected_to_return(string text, ExpectedReturn wanted)
    {
        var sample = new Sample(("a.ts", text));
        Assert.Equal(wanted, sample.Inference.ExpectedReturnOf(sample.Node(text.Contains("x => x", StringComparison.Ordinal) ? "x => x" : "() => x", SyntaxKind.ArrowFunction)));
    }
}
