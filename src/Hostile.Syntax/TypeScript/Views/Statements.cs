namespace Hostile.Syntax.TypeScript.Views;

/// <summary><c>{ … }</c> as a statement or body; also the statements of a whole file or a namespace.</summary>
public readonly struct Block(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public NodeList Statements => new(node.FirstChild);

    public static Block? From(SyntaxNode node) => node.Kind is SyntaxKind.Block or SyntaxKind.SourceFile or SyntaxKind.ModuleBlock ? new(node) : null;
}

/// <summary><c>const a = 1, b = 2;</c> as a statement.</summary>
public readonly struct VariableStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public VariableDeclarationList List => new(node.Child(SyntaxKind.VariableDeclarationList));
    public bool IsExported => node.Has(NodeFlags.Export);

    public static VariableStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.VariableStatement ? new(node) : null;
}

/// <summary><c>const a = 1, b = 2</c>, also in the head of a <c>for</c>.</summary>
public readonly struct VariableDeclarationList(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The declarations; each is a <see cref="VariableDeclaration"/>.</summary>
    public NodeList Declarations => new(node.FirstChild, SyntaxKind.VariableDeclaration);
    public bool IsConst => node.Has(NodeFlags.Const);
    public bool IsLet => node.Has(NodeFlags.Let);
    public bool IsUsing => node.Has(NodeFlags.Using);
    public bool IsAwaitUsing => node.Has(NodeFlags.Using | NodeFlags.Await);
    public bool IsVar => (node.Flags & (NodeFlags.Const | NodeFlags.Let | NodeFlags.Using)) == 0;

    public static VariableDeclarationList? From(SyntaxNode node) => node.Kind == SyntaxKind.VariableDeclarationList ? new(node) : null;
}

/// <summary><c>a: T = x</c> in a variable statement, a <c>for</c> head or a <c>catch</c>.</summary>
public readonly struct VariableDeclaration(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>An Identifier or a binding pattern.</summary>
    public SyntaxNode Name => node.FirstChild;

    /// <summary>The annotated type, else none.</summary>
    public SyntaxNode Type => node.Child(SyntaxKind.TypeAnnotation).FirstChild;

    /// <summary>The initial value, else none.</summary>
    public SyntaxNode Initializer => node.Child(SyntaxKind.Initializer).FirstChild;

    public static VariableDeclaration? From(SyntaxNode node) => node.Kind == SyntaxKind.VariableDeclaration ? new(node) : null;
}

/// <summary><c>expression;</c></summary>
public readonly struct ExpressionStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Expression => node.FirstChild;

    public static ExpressionStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.ExpressionStatement ? new(node) : null;
}

/// <summary><c>if (condition) then else otherwise</c></summary>
public readonly struct IfStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Condition => node.FirstChild;
    public SyntaxNode Then => node.ChildAt(1);

    /// <summary>The statement after <c>else</c>, else none. Chains of <c>else if</c> may be long: walk them by a loop.</summary>
    public SyntaxNode Else => node.ChildAt(2);

    public static IfStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.IfStatement ? new(node) : null;
}

/// <summary><c>while (condition) body</c></summary>
public readonly struct WhileStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Condition => node.FirstChild;
    public SyntaxNode Body => node.ChildAt(1);

    public static WhileStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.WhileStatement ? new(node) : null;
}

/// <summary><c>do body while (condition)</c></summary>
public readonly struct DoStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Body => node.FirstChild;
    public SyntaxNode Condition => node.ChildAt(1);

    public static DoStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.DoStatement ? new(node) : null;
}

/// <summary><c>for (initializer; condition; increment) body</c></summary>
public readonly struct ForStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>A VariableDeclarationList or an expression, else none.</summary>
    public SyntaxNode Initializer => node.Child(SyntaxKind.ForInitializer).FirstChild;
    public SyntaxNode Condition => node.Child(SyntaxKind.ForCondition).FirstChild;
    public SyntaxNode Increment => node.Child(SyntaxKind.ForIncrement).FirstChild;

    public SyntaxNode Body
    {
        get
        {
            var child = node.FirstChild;
            while (child.Kind is SyntaxKind.ForInitializer or SyntaxKind.ForCondition or SyntaxKind.ForIncrement)
                child = child.NextSibling;
            return child;
        }
    }

    public static ForStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.ForStatement ? new(node) : null;
}

/// <summary><c>for (binding of iterable) body</c>, <c>for await (…)</c> and <c>for (binding in object) body</c>.</summary>
public readonly struct ForEachStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>A VariableDeclarationList, or an expression that is assigned to.</summary>
    public SyntaxNode Binding => node.FirstChild;

    /// <summary>What is iterated.</summary>
    public SyntaxNode Expression => node.ChildAt(1);
    public SyntaxNode Body => node.ChildAt(2);
    public bool IsAwait => node.Has(NodeFlags.Await);

    /// <summary><c>in</c>: over keys, not values.</summary>
    public bool IsIn => node.Kind == SyntaxKind.ForInStatement;

    public static ForEachStatement? From(SyntaxNode node) => node.Kind is SyntaxKind.ForOfStatement or SyntaxKind.ForInStatement ? new(node) : null;
}

/// <summary><c>return x</c></summary>
public readonly struct ReturnStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>What is returned, else none.</summary>
    public SyntaxNode Expression => node.FirstChild;

    public static ReturnStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.ReturnStatement ? new(node) : null;
}

/// <summary><c>throw x</c></summary>
public readonly struct ThrowStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Expression => node.FirstChild;

    public static ThrowStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.ThrowStatement ? new(node) : null;
}

/// <summary><c>break label</c> and <c>continue label</c>.</summary>
public readonly struct JumpStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The label's Identifier, else none.</summary>
    public SyntaxNode Label => node.FirstChild;
    public bool IsContinue => node.Kind == SyntaxKind.ContinueStatement;

    public static JumpStatement? From(SyntaxNode node) => node.Kind is SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement ? new(node) : null;
}

/// <summary><c>label: statement</c></summary>
public readonly struct LabeledStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Label => node.FirstChild;
    public SyntaxNode Statement => node.ChildAt(1);

    public static LabeledStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.LabeledStatement ? new(node) : null;
}

/// <summary><c>switch (x) { case a: … default: … }</c></summary>
public readonly struct SwitchStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Expression => node.FirstChild;

    /// <summary>The clauses; each is a <see cref="SwitchClause"/>.</summary>
    public NodeList Clauses => new(node.FirstChild.NextSibling);

    public static SwitchStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.SwitchStatement ? new(node) : null;
}

/// <summary><c>case x: …</c> or <c>default: …</c></summary>
public readonly struct SwitchClause(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The value of a <c>case</c>; none for <c>default</c>.</summary>
    public SyntaxNode Expression => IsDefault ? default : node.FirstChild;
    public NodeList Statements => new(IsDefault ? node.FirstChild : node.FirstChild.NextSibling);
    public bool IsDefault => node.Kind == SyntaxKind.DefaultClause;

    public static SwitchClause? From(SyntaxNode node) => node.Kind is SyntaxKind.CaseClause or SyntaxKind.DefaultClause ? new(node) : null;
}

/// <summary><c>try { … } catch (e) { … } finally { … }</c></summary>
public readonly struct TryStatement(SyntaxNode node)
{
    public SyntaxNode Node => node;
    public SyntaxNode Block => node.FirstChild;
    public CatchClause? Catch => CatchClause.From(node.Child(SyntaxKind.CatchClause));

    /// <summary>The block after <c>finally</c>, else none.</summary>
    public SyntaxNode Finally => node.Child(SyntaxKind.FinallyClause).FirstChild;

    public static TryStatement? From(SyntaxNode node) => node.Kind == SyntaxKind.TryStatement ? new(node) : null;
}

/// <summary><c>catch (e) { … }</c></summary>
public readonly struct CatchClause(SyntaxNode node)
{
    public SyntaxNode Node => node;

    /// <summary>The binding of what was thrown, else none; Identifier or pattern.</summary>
    public SyntaxNode Binding => node.Child(SyntaxKind.VariableDeclaration).FirstChild;
    public SyntaxNode Block => node.Child(SyntaxKind.Block);

    public static CatchClause? From(SyntaxNode node) => node.Kind == SyntaxKind.CatchClause ? new(node) : null;
}
