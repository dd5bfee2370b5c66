using System.Collections.Immutable;
using Hostile.Model.Database;
using Hostile.Syntax.TypeScript;

namespace Hostile.Model.Summaries;

/// <summary>A transaction of which nobody holds the handle: <c>db.$transaction(async () => { … })</c>. What the function writes goes another way.</summary>
/// <param name="Opener">The call that begins it.</param>
/// <param name="Function">The function that it is given.</param>
/// <param name="Writes">What the function writes, itself and by what it calls, in the order of its text.</param>
public sealed record UnheldTransaction(SyntaxNode Opener, FunctionModel Function, ImmutableArray<Statement> Writes);
