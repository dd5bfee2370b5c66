using System.Collections.Immutable;

namespace Hostile.Syntax.Sql;

/// <summary>Anything that yields a value.</summary>
public abstract class SqlExpression : SqlNode;

/// <summary>A column, or a name that may turn out to be one: <c>balance</c>, <c>a.balance</c>.</summary>
public sealed class ColumnExpression : SqlExpression
{
    public required QualifiedName Name { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name];
}

/// <summary><c>*</c> or <c>a.*</c>.</summary>
public sealed class StarExpression : SqlExpression
{
    /// <summary>What stands before <c>.*</c>, or null.</summary>
    public QualifiedName? Qualifier { get; init; }

    public override IEnumerable<SqlNode?> Children => [Qualifier];
}

/// <summary>What kind of constant a <see cref="ConstantExpression"/> is.</summary>
public enum ConstantKind { Number, String, Bits, Boolean, Null, Default }

/// <summary>A literal.</summary>
public sealed class ConstantExpression : SqlExpression
{
    public required ConstantKind Kind { get; init; }

    /// <summary>The value: strings unescaped (escapes of <c>E''</c> beyond quotes and backslashes are left as written), numbers as written, keywords in lower case.</summary>
    public required string Value { get; init; }

    /// <summary>The type of <c>date '2026-01-01'</c> or <c>interval '1 day'</c>, or null.</summary>
    public TypeName? Type { get; init; }

    /// <summary>Index of the first hole inside the quotes, or -1: the value is then not known.</summary>
    public int Hole { get; init; } = -1;

    public override IEnumerable<SqlNode?> Children => [Type];
}

/// <summary>How a parameter is written. Only <see cref="Dollar"/> reaches a server; clients replace the others.</summary>
public enum ParameterStyle
{
    /// <summary><c>$1</c></summary>
    Dollar,

    /// <summary><c>?</c> and, for an identifier, <c>??</c></summary>
    Question,

    /// <summary><c>:name</c>, psql's <c>:'name'</c> and knex's <c>:name:</c></summary>
    Colon,

    /// <summary><c>@name</c></summary>
    At,

    /// <summary><c>%s</c>, <c>%I</c>, <c>%L</c></summary>
    Percent,
}

/// <summary>A placeholder for a value that is sent beside the text.</summary>
public sealed class ParameterExpression : SqlExpression
{
    public required ParameterStyle Style { get; init; }

    /// <summary>Number from one for <c>$n</c>; for <c>?</c> and <c>%s</c> its rank from one among those in the text; 0 when it has a name.</summary>
    public int Number { get; init; }

    /// <summary>The name of <c>:name</c> and <c>@name</c>, or null.</summary>
    public string? Name { get; init; }
}

/// <summary>A hole in the place of a value, a list or any other expression.</summary>
public sealed class HoleExpression : SqlExpression
{
    public required int Hole { get; init; }
}

/// <summary>An expression that goes on with a hole whose content is unknown: <c>a = $1 ${andMore}</c>, <c>a ${op} b</c>.</summary>
public sealed class FragmentExpression : SqlExpression
{
    /// <summary>What stands before the hole.</summary>
    public required SqlExpression Left { get; init; }

    public required int Hole { get; init; }

    /// <summary>What follows the hole as an operand, or null.</summary>
    public SqlExpression? Right { get; init; }

    public override IEnumerable<SqlNode?> Children => [Left, Right];
}

/// <summary><c>NOT a</c>, <c>-a</c> and other prefix operators.</summary>
public sealed class UnaryExpression : SqlExpression
{
    /// <summary>The operator; words in lower case.</summary>
    public required string Operator { get; init; }

    public required SqlExpression Operand { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand];
}

/// <summary>A chain of <c>AND</c> or of <c>OR</c>, flat however long it is.</summary>
public sealed class LogicalExpression : SqlExpression
{
    public required bool IsAnd { get; init; }

    /// <summary>Two or more operands.</summary>
    public required ImmutableArray<SqlExpression> Operands { get; init; }

    public override IEnumerable<SqlNode?> Children => Operands;
}

/// <summary>Any other operator between two operands: comparison, arithmetic, JSON, <c>LIKE</c>, <c>AT TIME ZONE</c>, <c>OVERLAPS</c>.</summary>
public sealed class BinaryExpression : SqlExpression
{
    /// <summary>The operator; words in lower case (<c>like</c>, <c>at time zone</c>), <c>!=</c> as <c>&lt;&gt;</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>Whether <c>NOT</c> stands before a word operator.</summary>
    public bool Negated { get; init; }

    public required SqlExpression Left { get; init; }

    public required SqlExpression Right { get; init; }

    /// <summary>The operand of <c>ESCAPE</c> after <c>LIKE</c>, or null.</summary>
    public SqlExpression? Escape { get; init; }

    public override IEnumerable<SqlNode?> Children => [Left, Right, Escape];
}

/// <summary><c>a IS NULL</c>, <c>IS NOT TRUE</c>, <c>IS DISTINCT FROM b</c> and the like.</summary>
public sealed class IsExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public required bool Negated { get; init; }

    /// <summary>What is tested, in lower case: <c>null</c>, <c>true</c>, <c>distinct from</c>, <c>json</c> …</summary>
    public required string Test { get; init; }

    /// <summary>The right side of <c>IS DISTINCT FROM</c>, or null.</summary>
    public SqlExpression? Right { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Right];
}

/// <summary><c>a IN (…)</c>: a list, a query, or a hole that brings its own parentheses.</summary>
public sealed class InExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public required bool Negated { get; init; }

    public ImmutableArray<SqlExpression> List { get; init; } = [];

    /// <summary>The query, or null for a list.</summary>
    public SelectQuery? Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, .. List, Query];
}

/// <summary><c>a BETWEEN b AND c</c>.</summary>
public sealed class BetweenExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public required bool Negated { get; init; }

    public required SqlExpression Low { get; init; }

    public required SqlExpression High { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Low, High];
}

/// <summary>A query in parentheses as a value, as <c>EXISTS (…)</c> or as <c>ARRAY(…)</c>.</summary>
public sealed class QueryValueExpression : SqlExpression
{
    /// <summary>Empty, <c>exists</c> or <c>array</c>.</summary>
    public required string Form { get; init; }

    public required SelectQuery Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Query];
}

/// <summary><c>a = ANY (…)</c>, <c>a LIKE ALL (…)</c>.</summary>
public sealed class QuantifiedExpression : SqlExpression
{
    public required SqlExpression Left { get; init; }

    public required string Operator { get; init; }

    public bool Negated { get; init; }

    /// <summary>True for <c>ALL</c>, false for <c>ANY</c> and <c>SOME</c>.</summary>
    public required bool IsAll { get; init; }

    /// <summary>The array, or null when it is a query.</summary>
    public SqlExpression? Array { get; init; }

    public SelectQuery? Query { get; init; }

    public override IEnumerable<SqlNode?> Children => [Left, Array, Query];
}

/// <summary><c>CASE [a] WHEN b THEN c … ELSE d END</c>.</summary>
public sealed class CaseExpression : SqlExpression
{
    public SqlExpression? Operand { get; init; }

    /// <summary>Condition and result in turn: two entries for each <c>WHEN</c>.</summary>
    public required ImmutableArray<SqlExpression> Branches { get; init; }

    public SqlExpression? Else { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, .. Branches, Else];
}

/// <summary><c>a::type</c> or <c>CAST(a AS type)</c>.</summary>
public sealed class CastExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public required TypeName Type { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Type];
}

/// <summary>A call of a function, an aggregate or a window function; also the SQL forms with keywords between the arguments.</summary>
public sealed class CallExpression : SqlExpression
{
    public required QualifiedName Name { get; init; }

    public ImmutableArray<SqlExpression> Arguments { get; init; } = [];

    /// <summary>Whether the argument is <c>*</c>.</summary>
    public bool IsStar { get; init; }

    public bool IsDistinct { get; init; }

    /// <summary>Order within the aggregate, of <c>WITHIN GROUP</c> too.</summary>
    public ImmutableArray<SqlOrder> OrderBy { get; init; } = [];

    public SqlExpression? Filter { get; init; }

    /// <summary>The window after <c>OVER</c>, or null.</summary>
    public SqlWindow? Over { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, .. Arguments, .. OrderBy, Filter, Over];
}

/// <summary><c>name =&gt; value</c> in a call.</summary>
public sealed class NamedArgument : SqlExpression
{
    public required SqlName Name { get; init; }

    public required SqlExpression Value { get; init; }

    public override IEnumerable<SqlNode?> Children => [Name, Value];
}

/// <summary><c>ARRAY[…]</c>, or a nested <c>[…]</c> in one.</summary>
public sealed class ArrayExpression : SqlExpression
{
    public required ImmutableArray<SqlExpression> Items { get; init; }

    public override IEnumerable<SqlNode?> Children => Items;
}

/// <summary><c>(a, b)</c> or <c>ROW(a, b)</c>.</summary>
public sealed class RowExpression : SqlExpression
{
    public required ImmutableArray<SqlExpression> Items { get; init; }

    public override IEnumerable<SqlNode?> Children => Items;
}

/// <summary><c>a[i]</c> or <c>a[i:j]</c>.</summary>
public sealed class SubscriptExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public SqlExpression? Low { get; init; }

    public SqlExpression? High { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Low, High];
}

/// <summary><c>(a).field</c> or <c>(a).*</c>.</summary>
public sealed class FieldExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    /// <summary>The field, or null for <c>*</c>.</summary>
    public SqlName? Field { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Field];
}

/// <summary><c>a COLLATE "C"</c>.</summary>
public sealed class CollateExpression : SqlExpression
{
    public required SqlExpression Operand { get; init; }

    public required QualifiedName Collation { get; init; }

    public override IEnumerable<SqlNode?> Children => [Operand, Collation];
}

/// <summary>Text in the place of an expression that could not be read.</summary>
public sealed class ErrorExpression : SqlExpression;

/// <summary>One key of <c>ORDER BY</c>.</summary>
public sealed class SqlOrder : SqlNode
{
    public required SqlExpression Key { get; init; }

    public bool Descending { get; init; }

    public override IEnumerable<SqlNode?> Children => [Key];
}

/// <summary>A window: the name of one, or its definition.</summary>
public sealed class SqlWindow : SqlNode
{
    /// <summary>The name that is defined or referred to, or null.</summary>
    public SqlName? Name { get; init; }

    public ImmutableArray<SqlExpression> PartitionBy { get; init; } = [];

    public ImmutableArray<SqlOrder> OrderBy { get; init; } = [];

    /// <summary>Bounds of the frame.</summary>
    public ImmutableArray<SqlExpression> Bounds { get; init; } = [];

    public override IEnumerable<SqlNode?> Children => [Name, .. PartitionBy, .. OrderBy, .. Bounds];
}
