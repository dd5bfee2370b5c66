namespace Hostile.Syntax.TypeScript;

/// <summary>What a token is; also the operator or keyword of a node that has one.</summary>
public enum TokenKind : byte
{
    None,
    EndOfFile,
    Identifier, PrivateIdentifier,
    NumericLiteral, BigIntLiteral, StringLiteral, RegularExpression,
    NoSubstitutionTemplate, TemplateHead, TemplateMiddle, TemplateTail,
    JsxText,

    OpenBrace, CloseBrace, OpenParen, CloseParen, OpenBracket, CloseBracket,
    Dot, DotDotDot, Semicolon, Comma, Question, QuestionDot, Colon, At, Hash, Arrow,

    LessThan, GreaterThan, LessThanSlash, LessThanEquals, GreaterThanEquals,
    EqualsEquals, ExclamationEquals, EqualsEqualsEquals, ExclamationEqualsEquals,
    Plus, Minus, Asterisk, AsteriskAsterisk, Slash, Percent, PlusPlus, MinusMinus,
    LessThanLessThan, GreaterThanGreaterThan, GreaterThanGreaterThanGreaterThan,
    Ampersand, Bar, Caret, Exclamation, Tilde, AmpersandAmpersand, BarBar, QuestionQuestion,

    // Assignment operators stand together: IsAssignment is a range.
    Equals, PlusEquals, MinusEquals, AsteriskEquals, AsteriskAsteriskEquals, SlashEquals, PercentEquals,
    LessThanLessThanEquals, GreaterThanGreaterThanEquals, GreaterThanGreaterThanGreaterThanEquals,
    AmpersandEquals, BarEquals, CaretEquals, AmpersandAmpersandEquals, BarBarEquals, QuestionQuestionEquals,

    // Reserved words.
    Break, Case, Catch, Class, Const, Continue, Debugger, Default, Delete, Do, Else, Enum, Export, Extends,
    False, Finally, For, Function, If, Import, In, InstanceOf, New, Null, Return, Super, Switch, This, Throw,
    True, Try, TypeOf, Var, Void, While, With,

    // Reserved in strict mode, or words only in context: identifiers everywhere else.
    Implements, Interface, Let, Package, Private, Protected, Public, Static, Yield,
    Abstract, Accessor, Any, As, Asserts, Assert, Async, Await, BigInt, Boolean, Constructor, Declare, Defer, Get, Global, Infer,
    Intrinsic, Is, KeyOf, Module, Namespace, Never, Number, Object, Of, Out, Override, ReadOnly, Require, Satisfies, Set,
    String, Symbol, Type, Undefined, Unique, Unknown, Using, From,
}
