namespace Hostile.Syntax.TypeScript;

/// <summary>What a node says of itself beyond its kind: modifiers, and the small marks that need no child.</summary>
[Flags]
public enum NodeFlags : uint
{
    None = 0,
    // Sixteen bits are kept beside each node, what is rare is kept apart (SyntaxTree.Node): so the frequent ones come first.
    Async = 1 << 0,
    Generator = 1 << 1,
    /// <summary><c>?.</c> at this very link, or a <c>?</c> mark on a member or parameter.</summary>
    Optional = 1 << 2,
    Rest = 1 << 3,
    Let = 1 << 4,
    Const = 1 << 5,
    Static = 1 << 6,
    Readonly = 1 << 7,
    Declare = 1 << 8,
    Export = 1 << 9,
    Default = 1 << 10,
    Public = 1 << 11,
    Private = 1 << 12,
    Protected = 1 << 13,
    /// <summary><c>import type</c>, <c>export type</c>, a type-only specifier; <c>typeof import()</c>.</summary>
    TypeOnly = 1 << 14,
    Abstract = 1 << 15,
    Using = 1 << 16,
    /// <summary><c>for await</c>, <c>await using</c> (together with <see cref="Using"/>).</summary>
    Await = 1 << 17,
    Delegate = 1 << 18,
    Override = 1 << 19,
    Accessor = 1 << 20,
    /// <summary><c>!</c> after a declared name.</summary>
    Definite = 1 << 21,
    Asserts = 1 << 22,
    In = 1 << 23,
    Out = 1 << 24,
    Global = 1 << 25,
    Defer = 1 << 26,
    /// <summary>The node, or text just before its end, needed error recovery.</summary>
    HasError = 1u << 31,
}
