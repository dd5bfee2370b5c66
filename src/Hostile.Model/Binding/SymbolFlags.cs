namespace Hostile.Model.Binding;

/// <summary>What a symbol is declared as (several when declarations merge) and what the binder saw of it.</summary>
[Flags]
public enum SymbolFlags : uint
{
    None = 0,
    Var = 1 << 0,
    Let = 1 << 1,
    Const = 1 << 2,
    Parameter = 1 << 3,
    CatchVariable = 1 << 4,
    Function = 1 << 5,
    /// <summary>The name of a function or class expression, visible inside it only.</summary>
    ExpressionName = 1 << 6,
    Class = 1 << 7,
    Interface = 1 << 8,
    TypeAlias = 1 << 9,
    TypeParameter = 1 << 10,
    Enum = 1 << 11,
    EnumMember = 1 << 12,
    Namespace = 1 << 13,
    Import = 1 << 14,
    /// <summary>A field, a property signature or a constructor's parameter property.</summary>
    Field = 1 << 15,
    Method = 1 << 16,
    Accessor = 1 << 17,
    Static = 1 << 18,
    Readonly = 1 << 19,
    Private = 1 << 20,
    Exported = 1 << 21,
    /// <summary>Named in a function other than the one that declares it.</summary>
    Captured = 1 << 22,
    /// <summary>Has an initialiser, or has its value from the start (parameters, functions, classes, imports).</summary>
    Initialized = 1 << 23,
    WrittenOnce = 1 << 24,
    WrittenOften = 1 << 25,
    /// <summary>An import or export of types only.</summary>
    TypeOnly = 1 << 26,
    /// <summary>Assigned in a function other than the one that declares it.</summary>
    WrittenInClosure = 1 << 27,

    Variable = Var | Let | Const | Parameter | CatchVariable,
    Member = Field | Method | Accessor | EnumMember,
    Value = Variable | Function | Class | Enum | EnumMember | Namespace | Import,
    Type = Class | Interface | TypeAlias | TypeParameter | Enum | Import,
    NamespaceLike = Namespace | Enum | Import | Class,
}
